/* SPDX-License-Identifier: MIT
 * A file that was imported before, byte for byte, and that would bring nothing: it need not be
 * read. It must have been read in the same way and taken whole, and nothing may have come since
 * that could make it mean something else: no figure revised, nothing undone, no register changed.
 */
#ifndef INGEST_KNOWN_H
#define INGEST_KNOWN_H

#include "../input/source.h"
#include "../store/store.h"
#include "profile/profile.h"

enum { KNOWN_SIZE = 65 };

/* The fingerprint of all that says how a file of that name is read; "" when an import is not to be
 * known again: other files say part of it, or it need not have taken what it read. */
void known_how(char out[KNOWN_SIZE], const char *path, const relais_import_options *options,
	const profile *p);
/* RELAIS_END unless `src` is known: then `summary` is what reading it would give. */
relais_status known_file(relais_store *store, source *src, const char *how,
	const relais_import_options *options, relais_summary *summary,
	relais_error *err) MUST_CHECK;

#endif
