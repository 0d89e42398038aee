/* SPDX-License-Identifier: MIT
 * Files of the tests, where whoever runs them wants temporary files.
 */
#ifndef TESTS_TEMPORARY_H
#define TESTS_TEMPORARY_H

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

/* A new file in TMPDIR, or in /tmp; its descriptor, less than 0 when it could not be made. */
static inline int temporary(char path[PATH_MAX])
{
	const char *folder = getenv("TMPDIR");
	int length = snprintf(
		path, PATH_MAX, "%s/relais-test-XXXXXX", folder && *folder ? folder : "/tmp");

	return length < PATH_MAX ? mkstemp(path) : -1;
}

#endif
