/* SPDX-License-Identifier: MIT
 * Candidates for a mistyped word.
 */
#ifndef BASE_SUGGEST_H
#define BASE_SUGGEST_H

#include <relais.h>

/* Offer the known words one by one; the three nearest are kept (distance at most a third of
 * the word, at least 2; then natural order). `note` (may be NULL) is shown beside: a name. */
typedef struct suggestions {
	const char *word;
	int count;
	int distance[3];
	char near[3][64];
	char note[3][64];
} suggestions;

void suggest_start(suggestions *s, const char *word);
/* Near by code or by note: typing a name where a code is wanted finds it. */
void suggest_offer(suggestions *s, const char *known, const char *note);
/* The same, near by a third word too, which is not shown: the commune of an office. */
void suggest_offer_by(suggestions *s, const char *known, const char *note, const char *also);
/* " (did you mean 'OT-22-004' Saint-Brandan, 'OT-22-005' …?)", or "". Starts with a space. */
void suggest_print(const suggestions *s, relais_lang lang, char *out, size_t size);

#endif
