/* SPDX-License-Identifier: MIT
 * The program of one target, and how what it finds is told.
 */
#include "fuzz.h"

#include <stdarg.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

#ifndef FUZZ_TARGET /* the Makefile says which */
#define FUZZ_TARGET fuzz_text
#endif

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc, (void)argv;
	if (FUZZ_TARGET.start)
		FUZZ_TARGET.start();
	return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	char *copy = malloc(length + 1);

	if (!copy)
		return 0;
	if (length)
		memcpy(copy, bytes, length);
	copy[length] = '\0';
	FUZZ_TARGET.one(copy, length);
	free(copy);
	return 0;
}

_Noreturn void fuzz_found(
	const char *truth, const char *file, int line, const char *format, ...)
{
	va_list values;

	fprintf(stderr, "\n%s:%d: not so: %s\n", file, line, truth);
	va_start(values, format);
	vfprintf(stderr, format, values);
	va_end(values);
	fputc('\n', stderr);
	abort();
}

size_t fuzz_choose(const char **bytes, size_t *length, size_t count)
{
	unsigned char first;

	if (!*length)
		return 0;
	first = (unsigned char)**bytes;
	++*bytes;
	--*length;
	return first % count;
}

bool fuzz_is_utf8(const char *string)
{
	return text_valid_utf8(string, strlen(string)) == strlen(string);
}

void fuzz_check_end(relais_status rc, const relais_error *err)
{
	if (rc == RELAIS_OK || rc == RELAIS_END)
		return;
	require(rc != RELAIS_E_MEMORY, "no memory: %s", err->text);
	require(err->status == rc, "%d is told as %d", (int)rc, (int)err->status);
	require(err->text[0], "no reason for %d", (int)rc);
	require(fuzz_is_utf8(err->text), "'%s' is no UTF-8", err->text);
	for (const char *c = err->text; *c; c++)
		require((unsigned char)*c >= ' ' && *c != 127, "a control character in '%s'",
			err->text);
}

/* Temporary files of the library, by the million: in memory, and never on a disk. */
FILE *tmpfile(void)
{
	int fd = memfd_create("fuzz", MFD_CLOEXEC);
	FILE *made = fd < 0 ? NULL : fdopen(fd, "w+");

	if (!made && fd >= 0)
		close(fd);
	return made;
}
