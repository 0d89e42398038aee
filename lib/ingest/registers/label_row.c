/* SPDX-License-Identifier: MIT
 * Labels and the law: what cannot have been awarded on that day, or to that holder, is refused.
 */
#include "label_row.h"

#include <string.h>

#include "../../base/date.h"
#include "../../base/error.h"
#include "../../base/suggest.h"
#include "../../model/kind_label.h"
#include "../../model/label.h"

bool cell_read_label(
	const kind_column *column, const char *cell, told *t, spot at, char *out, size_t size)
{
	const label_law *law;
	suggestions near;
	label_laws laws;
	char hint[256];

	if (!label_laws_load(&laws)) {
		fail_memory(&t->failed);
		return false;
	}
	if ((law = label_scheme_spelled(&laws, cell))) {
		snprintf(out, size, "%s", law->scheme);
		label_laws_free(&laws);
		return true;
	}
	suggest_start(&near, cell);
	for (size_t i = 0; i < laws.count; i++)
		suggest_offer(&near, laws.all[i].scheme, NULL);
	suggest_print(&near, t->lang, hint, sizeof hint);
	label_laws_free(&laws);
	told_reject(t, at, "unknown-label",
		"%s '%s' is no label we know the dates of%s: write 'autre', with its last day",
		column->name, cell, hint);
	return false;
}

static relais_day day_of(const char *said)
{
	relais_day day;

	return said && *said && day_read(said, strlen(said), &day) ? day : RELAIS_NO_DAY;
}

/* What a request comes under is the law of the day it was filed. */
static relais_day day_of_award(const char *const *v)
{
	relais_day decided = day_of(v[LABEL_DECIDED]);

	if (decided == RELAIS_NO_DAY)
		decided = day_of(v[LABEL_FILED]);
	return decided == RELAIS_NO_DAY ? day_of(v[LABEL_COMPLETE]) : decided;
}

static bool check_holder(const registry *g, const label_law *law, spot at)
{
	const char *const *v = g->values;
	bool office = *v[LABEL_OFFICE], other = *v[LABEL_HOLDER];
	uint64_t rejected = g->told->rejected;

	if (!strcmp(law->holder, "any") && office == other)
		told_reject(g->told, at, "label-holder",
			"'%s' is held by an office or by somebody else: fill in office or holder, one of the two",
			law->scheme);
	else if (!strcmp(law->holder, "office") && (!office || other))
		told_reject(g->told, at, "label-holder",
			"'%s' is held by an office: fill in office, and leave holder empty",
			law->scheme);
	else if (strcmp(law->holder, "any") && strcmp(law->holder, "office") &&
		 (office || !other))
		told_reject(g->told, at, "label-holder",
			"'%s' is held by a commune or a lodging: fill in holder, and leave office empty (the office a commune depends on is covered_by)",
			law->scheme);
	else if (v[LABEL_COVERED_BY] && !*law->needs)
		told_reject(g->told, at, "label-holder",
			"'%s' depends on no office: covered_by is for communes", law->scheme);
	return g->told->rejected == rejected;
}

/* No law of the scheme fits: why not. */
static void reject_award(
	const registry *g, const label_laws *laws, relais_day day, const char *iso, spot at)
{
	const char *scheme = g->values[LABEL_SCHEME], *grid = g->values[LABEL_GRID];
	relais_day last = INT32_MIN;
	const char *next = "";
	char until[16];

	if (grid && label_law_of(laws, scheme, day, day_of(g->values[LABEL_COMPLETE]), NULL)) {
		told_reject(g->told, at, "grid-mismatch",
			"a %s of %s is not judged by the grid %s (that of 2019 begins on 2019-07-01; older files that were complete before stay under that of 2010: say complete_on)",
			scheme, iso, grid);
		return;
	}
	for (size_t i = 0; i < laws->count; i++)
		if (!strcmp(laws->all[i].scheme, scheme) && laws->all[i].until >= last) {
			last = laws->all[i].until;
			next = laws->all[i].replaced_by;
		}
	relais_day_print(last, until);
	if (day <= last)
		told_reject(g->told, at, "label-too-early",
			"no %s was awarded on %s: it did not exist yet", scheme, iso);
	else if (*next)
		told_reject(g->told, at, "label-closed",
			"no %s is awarded after %s, this one says %s: since then it is %s",
			scheme, until, iso, next);
	else
		told_reject(g->told, at, "label-closed",
			"no %s is awarded after %s, this one says %s", scheme, until, iso);
}

static void reject_level(const registry *g, const label_laws *laws, const label_law *law,
	const char *iso, spot at)
{
	const char *level = g->values[LABEL_LEVEL];
	text list = { 0 };

	label_levels_list(law, &list);
	if (law->least <= 1 && label_level_known(laws, law->scheme, level))
		told_reject(g->told, at, "category-gone",
			"there is no %s '%s' on %s (%s), unless its file was complete before 2019-07-01: say complete_on",
			law->scheme, level, iso, text_str(&list));
	else if (law->least > 1)
		told_reject(g->told, at, "unknown-level",
			"'%s' is no level of %s: it names two or more of %s", level,
			law->scheme, text_str(&list));
	else
		told_reject(g->told, at, "unknown-level", "'%s' is no level of %s: %s", level,
			law->scheme, text_str(&list));
	text_free(&list);
}

static bool check_level(registry *g, const label_laws *laws, const label_law *law,
	const char *iso, spot at, relais_error *err, relais_status *rc)
{
	const char **level = &g->values[LABEL_LEVEL];
	text found = { 0 };
	bool fine;

	if (!*level) {
		fine = !*law->levels || !*g->values[LABEL_DECIDED];
		if (!fine)
			told_reject(g->told, at, "missing-value",
				"'%s' is needed and not said: fill it in", "level");
		return fine;
	}
	fine = label_levels(law, *level, &found);
	if (!fine)
		reject_level(g, laws, law, iso, at);
	else if (!(*level = arena_string(&g->row, text_str(&found))))
		*rc = fail_memory(err);
	text_free(&found);
	return fine;
}

static bool check_term(const registry *g, const label_law *law, spot at)
{
	const char *const *v = g->values;

	if (*v[LABEL_DECIDED] && !law->years && !v[LABEL_UNTIL]) {
		told_reject(g->told, at, "label-without-term",
			"how long a label '%s' holds is no matter of law: say valid_until",
			law->scheme);
		return false;
	}
	if (v[LABEL_BASIS] && !*law->takes_over) {
		told_reject(g->told, at, "label-basis",
			"basis is for destination_excellence, not for %s", law->scheme);
		return false;
	}
	return true;
}

static bool judge(
	registry *g, const label_laws *laws, spot at, relais_error *err, relais_status *rc)
{
	const label_law *law = label_scheme(laws, g->values[LABEL_SCHEME]);
	relais_day day = day_of_award(g->values);
	char iso[16];

	relais_day_print(day, iso);
	if (!law || !check_holder(g, law, at))
		return false;
	if (day > g->make->options->today) {
		told_reject(g->told, at, "future-date",
			"%s '%s' has not come yet: a label is told once it is decided or filed",
			*g->values[LABEL_DECIDED] ? "decided_on" : "filed_on", iso);
		return false;
	}
	law = label_law_of(laws, law->scheme, day, day_of(g->values[LABEL_COMPLETE]),
		g->values[LABEL_GRID]);
	if (!law) {
		reject_award(g, laws, day, iso, at);
		return false;
	}
	if (!g->values[LABEL_GRID] && *law->grid && *g->values[LABEL_DECIDED] &&
		!(g->values[LABEL_GRID] = arena_string(&g->row, law->grid)))
		*rc = fail_memory(err);
	return *rc == RELAIS_OK && check_level(g, laws, law, iso, at, err, rc) &&
	       check_term(g, law, at);
}

relais_status label_row(registry *g, spot at, bool *holds, relais_error *err)
{
	relais_status rc = RELAIS_OK;
	label_laws laws;

	*holds = true;
	if (strcmp(g->k->name, "labels") != 0)
		return RELAIS_OK;
	if (!label_laws_load(&laws))
		return fail_memory(err);
	*holds = judge(g, &laws, at, err, &rc);
	label_laws_free(&laws);
	return rc;
}
