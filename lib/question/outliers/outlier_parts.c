/* SPDX-License-Identifier: MIT
 * Rule (vi) of C2.9: a part that is more than its whole. The wholes are those the catalogue names
 * (part_of), then those of share/relations.csv.
 */
#include <string.h>

#include "../../base/error.h"
#include "../measure/fraction.h"
#include "outliers.h"

extern const unsigned char relais_share_relations[];
extern const unsigned long relais_share_relations_size;

/* One figure against the whole's of the same office and period. */
static void hold(search *s, const frame *whole, const item *other, size_t step, size_t who,
	relais_error *err)
{
	const cell *own = frame_cell(&s->figures, step, who);
	const cell *all = frame_cell(whole, step, who);
	number value = { own->a, s->figures.a_decimals };
	number most = { all->a, whole->a_decimals };
	finding *f;

	if (own->state != STATE_VALUE || !state_is_collected(all->state) ||
		number_order(value, most) <= 0 ||
		!(f = search_find(s, step, who, OUTLIER_PART, err)))
		return;
	f->other = most;
	f->other_what = other;
	f->high = (double)most.units / (double)power_of_10(most.decimals);
}

static relais_status hold_all(search *s, const item *other, relais_error *err)
{
	frame whole = { 0 };
	relais_status rc =
		frame_collected(&whole, &s->study->feed, other, s->figures.window, err);

	for (size_t step = 0; rc == RELAIS_OK && step < s->figures.steps; step++) {
		if (!search_tells(s, s->periods[step]))
			continue;
		for (size_t o = 0; o < s->figures.width; o++)
			if (search_asks(s, o))
				hold(s, &whole, other, step, o, err);
	}
	frame_free(&whole);
	return rc;
}

/* The next line of the built-in list, "left,<=,right,…": the whole when `code` is its part. */
static const item *next_whole(
	const search *s, const char **at, const char *end, const char *code)
{
	static const char op[] = ",<=,";
	size_t length = strlen(code);

	while (*at < end) {
		const char *line = *at, *stop = memchr(line, '\n', (size_t)(end - line));
		const char *right = line + length + sizeof op - 1;

		stop = stop ? stop : end;
		*at = stop + 1;
		if (right < stop && memcmp(line, code, length) == 0 &&
			memcmp(line + length, op, sizeof op - 1) == 0)
			return catalogue_item(
				&s->study->indicators, right, strcspn(right, ",\r\n"));
	}
	return NULL;
}

relais_status search_parts(search *s, relais_error *err)
{
	const char *at = (const char *)relais_share_relations;
	const char *end = at + relais_share_relations_size, *part_of = s->what->about.part_of;
	const item *whole = part_of && *part_of ? catalogue_item(&s->study->indicators, part_of,
							  strlen(part_of))
						: NULL;
	relais_status rc = whole && !whole->about.derived ? hold_all(s, whole, err) : RELAIS_OK;

	while (rc == RELAIS_OK && at < end) {
		whole = next_whole(s, &at, end, s->what->about.code);
		if (whole)
			rc = hold_all(s, whole, err);
	}
	return rc;
}
