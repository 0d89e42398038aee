/* SPDX-License-Identifier: MIT
 * The three nearest of all that is known, kept as they are offered: nothing is allocated,
 * whatever the number of offices.
 */
#include <stdio.h>
#include <string.h>

#include "suggest.h"
#include "text.h"
#include "words.h"

enum { KEPT = 3, NAME_SIZE = 64 };

void suggest_start(suggestions *s, const char *word)
{
	memset(s, 0, sizeof *s);
	s->word = word;
}

static int letters(const char *string)
{
	int count = 0;

	for (; *string; string++)
		count += ((unsigned char)*string & 0xC0) != 0x80;
	return count;
}

/* A third of the word, two at least, but never the whole of it: nothing would be shared. */
static int limit_for(const char *word)
{
	int length = letters(word), limit = length / 3;

	limit = limit < 2 ? 2 : limit;
	return limit < length ? limit : length - 1;
}

static int nearness(const suggestions *s, const char *const words[3], int limit)
{
	int least = limit + 1;

	for (int i = 0; i < 3; i++) {
		int distance = words[i] ? text_distance(s->word, words[i], limit) : least;

		least = distance < least ? distance : least;
	}
	return least;
}

static void copy(char out[NAME_SIZE], const char *string)
{
	size_t length = string ? text_cut(string, NAME_SIZE - 1) : 0;

	if (length)
		memcpy(out, string, length);
	out[length] = '\0';
}

void suggest_offer(suggestions *s, const char *known, const char *note)
{
	suggest_offer_by(s, known, note, NULL);
}

void suggest_offer_by(suggestions *s, const char *known, const char *note, const char *also)
{
	const char *const words[3] = { known, note, also };
	int limit = limit_for(s->word), distance = nearness(s, words, limit), at;

	if (distance > limit || strlen(known) >= NAME_SIZE)
		return;
	for (at = 0; at < s->count; at++)
		if (!strcmp(s->near[at], known))
			return;
	for (at = s->count; at > 0; at--) {
		if (s->distance[at - 1] < distance)
			break;
		if (s->distance[at - 1] == distance &&
			text_compare_natural(s->near[at - 1], known) <= 0)
			break;
	}
	if (at == KEPT)
		return;
	if (s->count < KEPT)
		s->count++;
	for (int i = s->count - 1; i > at; i--) {
		s->distance[i] = s->distance[i - 1];
		memcpy(s->near[i], s->near[i - 1], NAME_SIZE);
		memcpy(s->note[i], s->note[i - 1], NAME_SIZE);
	}
	s->distance[at] = distance;
	copy(s->near[at], known);
	copy(s->note[at], note);
}

void suggest_print(const suggestions *s, relais_lang lang, char *out, size_t size)
{
	char list[(NAME_SIZE + 8) * 2 * KEPT] = "", whole[sizeof list + 64];
	size_t length = 0;

	if (!size)
		return;
	for (int i = 0; i < s->count; i++) {
		length += (size_t)snprintf(
			list + length, sizeof list - length, "%s", i ? ", " : "");
		length += (size_t)snprintf(
			list + length, sizeof list - length, words(lang, "'%s'"), s->near[i]);
		if (s->note[i][0])
			length += (size_t)snprintf(
				list + length, sizeof list - length, " %s", s->note[i]);
	}
	out[0] = '\0';
	if (!s->count)
		return;
	snprintf(whole, sizeof whole, words(lang, " (did you mean %s?)"), list);
	length = text_cut(whole, size - 1);
	memcpy(out, whole, length);
	out[length] = '\0';
}

void relais_suggest(
	const char *word, const char *const *known, relais_lang lang, char *out, size_t size)
{
	suggestions s;

	suggest_start(&s, word);
	for (; *known; known++)
		suggest_offer(&s, *known, NULL);
	suggest_print(&s, lang, out, size);
}
