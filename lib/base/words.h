/* SPDX-License-Identifier: MIT
 * The text of a sentence in another language. English is the key; the others are GNU
 * message catalogues (po/xx.po) compiled by msgfmt and built into the library, because
 * glibc's gettext answers by process locale, which a cron job does not have and a library
 * must not set.
 */
#ifndef BASE_WORDS_H
#define BASE_WORDS_H

#include <relais.h>

#include "attributes.h"

const char *words(relais_lang lang, const char *english) FORMAT_OF(2);
/* Plural by the language's rule: one for n == 1 in English; n < 2 in French. */
const char *words_n(relais_lang lang, const char *one, const char *many, unsigned long n)
	FORMAT_OF(2) FORMAT_OF(3);
/* What the system says of an errno, in lower case where the language wants it so. */
const char *words_errno(relais_lang lang, int number);
/* Marks a sentence for the translators where it cannot be looked up yet. */
#define N_(english) english

#endif
