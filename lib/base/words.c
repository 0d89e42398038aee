/* SPDX-License-Identifier: MIT
 * Which catalogue speaks which language, and which plural form a number wants there.
 */
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

const char *relais_words(relais_lang lang, const char *english)
{
	return words(lang, english);
}
