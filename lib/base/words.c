/* SPDX-License-Identifier: MIT
 * Which catalogue speaks which language, and which plural form a number wants there.
 */
#include <errno.h>
#include <string.h>

#include "mo.h"
#include "words.h"

/* Compiled from po/fr.po and embedded at build time. */
extern const unsigned char relais_po_fr[];
extern const unsigned long relais_po_fr_size;

const char *words(relais_lang lang, const char *english)
{
	const char *found = NULL;

	if (lang == RELAIS_FR)
		found = mo_find(relais_po_fr, relais_po_fr_size, english, 0);
	return found ? found : english;
}

const char *words_n(relais_lang lang, const char *one, const char *many, unsigned long n)
{
	const char *found = NULL;

	if (lang == RELAIS_FR)
		found = mo_find(relais_po_fr, relais_po_fr_size, one, n > 1);
	if (found)
		return found;
	return n == 1 ? one : many;
}

const char *words_errno(relais_lang lang, int number)
{
	switch (number) {
	case EACCES: return words(lang, "Permission denied");
	case EEXIST: return words(lang, "File exists");
	case EFBIG: return words(lang, "File too large");
	case EIO: return words(lang, "Input/output error");
	case EISDIR: return words(lang, "Is a directory");
	case EMFILE: return words(lang, "Too many open files");
	case ENAMETOOLONG: return words(lang, "File name too long");
	case ENOENT: return words(lang, "No such file or directory");
	case ENOSPC: return words(lang, "No space left on device");
	case ENOTDIR: return words(lang, "Not a directory");
	case EPERM: return words(lang, "Operation not permitted");
	case EPIPE: return words(lang, "Broken pipe");
	case EROFS: return words(lang, "Read-only file system");
	default: return strerror(number);
	}
}

const char *relais_words(relais_lang lang, const char *english)
{
	return words(lang, english);
}
