/* SPDX-License-Identifier: MIT
 * What moved between two days: declared, proven, adoption, each on its own line. Outside, two
 * adoptions that differ by an office or two would tell which: they are not told side by side.
 */
#include <stdio.h>
#include <string.h>

#include "../../base/error.h"
#include "../../base/words.h"
#include "standing.h"

static const relais_column columns[] = { { "code", N_("Resolution"), RELAIS_CODE },
	{ "label", N_("Label"), RELAIS_TEXT }, { "what", N_("What"), RELAIS_CODE },
	{ "before", N_("Before"), RELAIS_TEXT }, { "after", N_("After"), RELAIS_TEXT },
	{ "flag", N_("Flag"), RELAIS_TEXT } };

static void add(rowlist *list, const resolution *r, const char *what, const char *before,
	const char *after, const char *flag)
{
	const char *const cells[] = { r->code, r->label, what, before, after, flag };

	for (size_t i = 0; i < sizeof cells / sizeof *cells; i++)
		rowlist_text(list, cells[i]);
	rowlist_end_row(list);
}

/* Both may be NULL: nothing. */
static bool differ(const char *a, const char *b)
{
	return (a || b) && (!a || !b || strcmp(a, b) != 0);
}

static const char *say(char room[NUMBER_SIZE], bool is_known, number value)
{
	if (!is_known)
		return NULL;
	number_print(value, room);
	return room;
}

static bool is_near(const standing *s, const finding *a, const finding *b)
{
	int64_t least = s->evidence.study->gates.secrecy.least_count;
	int64_t apart = a->n > b->n ? a->n - b->n : b->n - a->n;

	return s->evidence.is_published && a->has_share && b->has_share && apart < least;
}

static void compare(
	rowlist *list, const standing *then, const standing *now, const resolution *r)
{
	const resolution *was = status_resolution(&then->status, r->code);
	proven p = evidence_proven(&then->evidence, r->code);
	proven q = evidence_proven(&now->evidence, r->code);
	const finding *f = standing_finding(then, r), *g = standing_finding(now, r);
	char a[NUMBER_SIZE], b[NUMBER_SIZE];
	const char *before, *after;

	if (was && differ(was->declared, r->declared))
		add(list, r, "declared", was->declared, r->declared, "");
	before = say(a, p.has_percent, p.percent);
	after = say(b, q.has_percent, q.percent);
	if (differ(before, after))
		add(list, r, "proven", before, after, q.stale > p.stale ? "o" : "");
	if (!f || !g || f->is_secret || g->is_secret)
		return;
	before = say(a, f->has_value, f->value);
	after = say(b, g->has_value, g->value);
	if (differ(before, after) && is_near(now, f, g))
		add(list, r, "adoption", NULL, NULL, "s");
	else if (differ(before, after))
		add(list, r, "adoption", before, after, "");
}

relais_status standing_moved(
	const standing *then, const standing *now, relais_rows **out, relais_error *err)
{
	rowlist *list = rowlist_new(columns, sizeof columns / sizeof *columns);

	if (!list)
		return fail_memory(err);
	for (size_t i = 0; i < now->status.count; i++)
		if (now->status.resolutions[i].is_asked)
			compare(list, then, now, &now->status.resolutions[i]);
	return rowlist_rows(list, out, err);
}
