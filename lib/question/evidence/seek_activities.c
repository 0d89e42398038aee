/* SPDX-License-Identifier: MIT
 * Evidence from the journal: entries, people, partners reached, offices that took part, requests
 * answered in time. The last proof is the last entry of all, whatever the window.
 */
#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "inside.h"

static bool is_meant(const yardstick *y, const activity *a)
{
	bool any_resolution = *y->filter == '*';

	if (strstr(y->filter, "+partners"))
		return a->partners != NULL;
	return (any_resolution || list_has(a->resolutions, ' ', y->resolution)) &&
	       list_has(y->filter, '+', a->type);
}

static void mark_all(const evidence *e, const char *codes, bool *marked)
{
	char code[512];

	while (codes && *(codes += strspn(codes, " ")) != '\0') {
		size_t n = strcspn(codes, " ");
		ptrdiff_t at;

		snprintf(code, sizeof code, "%.*s", (int)n, codes);
		codes += n;
		if ((at = evidence_office(e, code)) >= 0)
			marked[at] = true;
	}
}

/* Is the first mention of a word in the entries from `first` on that of entry `at`? */
static bool is_first(const evidence *e, const yardstick *y, size_t first, size_t at,
	const char *word, size_t length)
{
	char code[512];

	snprintf(code, sizeof code, "%.*s", (int)length, word);
	for (size_t i = first; i < at; i++)
		if (is_meant(y, &e->activities[i]) && e->activities[i].partners &&
			list_has(e->activities[i].partners, ' ', code))
			return false;
	return true;
}

static int64_t new_partners(const evidence *e, const yardstick *y, size_t first, size_t at)
{
	const char *codes = e->activities[at].partners;
	int64_t n = 0;

	while (codes && *(codes += strspn(codes, " ")) != '\0') {
		size_t length = strcspn(codes, " ");

		n += is_first(e, y, first, at, codes, length);
		codes += length;
	}
	return n;
}

/* What the entries of the window come to. */
typedef struct sums_of {
	int64_t entries, people, partners, answered, in_time;
	bool has_people;
} sums_of;

static void add(sums_of *s, const activity *a, int64_t limit)
{
	s->entries++;
	if (a->people >= 0) {
		s->people += a->people;
		s->has_people = true;
	}
	if (a->delay >= 0) {
		s->answered++;
		s->in_time += a->delay <= limit;
	}
}

static void conclude(const evidence *e, const yardstick *y, const sums_of *s,
	const bool *marked, finding *out)
{
	if (strcmp(y->count, "offices") == 0)
		seek_share(e, marked, out);
	else if (strncmp(y->count, "on_time:", 8) == 0)
		seek_ratio(s->in_time, s->answered, out);
	else if (strcmp(y->count, "partners") == 0)
		seek_count(s->partners, out);
	else if (strcmp(y->count, "people") != 0)
		seek_count(s->entries, out);
	else if (s->has_people)
		seek_count(s->people, out);
}

relais_status seek_activities(evidence *e, const yardstick *y, finding *out, relais_error *err)
{
	stretch w = evidence_window(y->window, e->day);
	const char *limit = strchr(y->count, ':');
	size_t first = e->activity_count;
	bool *marked = calloc(e->study->offices.count + 1, sizeof *marked);
	sums_of s = { 0 };

	if (!marked)
		return fail_memory(err);
	for (size_t i = 0; i < e->activity_count; i++) {
		const activity *a = &e->activities[i];

		if (a->day > e->day || !is_meant(y, a))
			continue;
		seek_last(out, a->day);
		if (a->day < w.first)
			continue;
		first = i < first ? i : first;
		add(&s, a, limit ? strtoll(limit + 1, NULL, 10) : 0);
		s.partners += new_partners(e, y, first, i);
		mark_all(e, a->offices, marked);
	}
	if (out->last != RELAIS_NO_DAY)
		conclude(e, y, &s, marked, out);
	free(marked);
	return RELAIS_OK;
}
