/* SPDX-License-Identifier: MIT
 * Bounds and steps of figures (domain.md: hard bounds refuse, soft ones warn).
 */
#include "limits.h"

#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "../../base/words.h"

static const char query[] =
	"SELECT i.indicator_id, i.decimals, v.type, v.derived, v.minimum, v.maximum,\n"
	"       v.soft_maximum, v.step\n"
	"  FROM indicator AS i\n"
	"  JOIN indicator_version AS v\n"
	"    ON v.indicator_id = i.indicator_id AND v.known_until = 2147483647\n"
	" ORDER BY i.indicator_id";

static relais_status make_room(limits_table *t, int64_t id, relais_error *err)
{
	size_t size = t->size ? t->size : 128;
	limits *grown;

	while (size <= (size_t)id)
		size *= 2;
	if (size == t->size)
		return RELAIS_OK;
	if (!(grown = realloc(t->by_id, size * sizeof *grown)))
		return fail_memory(err);
	memset(grown + t->size, 0, (size - t->size) * sizeof *grown);
	t->by_id = grown;
	t->size = size;
	return RELAIS_OK;
}

static bool read_bound(const stmt *s, int column, number *out)
{
	return !stmt_is_null(s, column) && number_from_text(stmt_text(s, column), out);
}

relais_status limits_load(limits_table *t, relais_store *store, relais_error *err)
{
	relais_status rc;
	stmt *s;

	*t = (limits_table){ 0 };
	if ((rc = stmt_prepare(&s, store, query, err)) != RELAIS_OK)
		return rc;
	while ((rc = stmt_step(s, err)) == RELAIS_OK) {
		const char *type = stmt_text(s, 2);
		limits l = { .id = stmt_int(s, 0), .decimals = (int)stmt_int(s, 1) };

		l.is_count = !strcmp(type, "count") || !strcmp(type, "flag");
		l.is_duration = !strcmp(type, "duration");
		l.is_percent = !strcmp(type, "percent");
		l.may_percent =
			l.is_percent || !strcmp(type, "ratio") || !strcmp(type, "number");
		l.may_euro = !strcmp(type, "eur") || !strcmp(type, "number");
		l.is_derived = stmt_int(s, 3) == 1;
		l.has_minimum = read_bound(s, 4, &l.minimum);
		l.has_maximum = read_bound(s, 5, &l.maximum);
		l.has_soft = read_bound(s, 6, &l.soft);
		l.has_step = read_bound(s, 7, &l.step);
		if ((rc = make_room(t, l.id, err)) != RELAIS_OK)
			break;
		t->by_id[l.id] = l;
	}
	stmt_free(s);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

relais_status limits_add(limits_table *t, int64_t id, relais_error *err)
{
	relais_status rc = make_room(t, id, err);

	if (rc == RELAIS_OK)
		t->by_id[id] = (limits){ .id = id, .is_new = true };
	return rc;
}

void limits_free(limits_table *t)
{
	free(t->by_id);
	*t = (limits_table){ 0 };
}

static bool is_on_step(number value, number step)
{
	number fine_value, fine_step;

	return number_rescale(value, NUMBER_MAX_DECIMALS, &fine_value, NULL) &&
	       number_rescale(step, NUMBER_MAX_DECIMALS, &fine_step, NULL) &&
	       (fine_step.units == 0 || fine_value.units % fine_step.units == 0);
}

/* Who skips the rule is not told how to. */
static bool reaches_minimum(
	const limits *l, number value, const char *spelled, const char *code, told *t, spot at)
{
	char bound[NUMBER_SIZE];

	if (!l->has_minimum || number_order(value, l->minimum) >= 0)
		return true;
	number_print(l->minimum, bound);
	return told_refuse(t, at, "below-minimum",
		told_skips(t, "below-minimum")
			? N_("'%s' is below what %s can be (at least %s): let in, as asked")
			: N_("'%s' is below what %s can be (at least %s): correct it; if it is right, --skip-rule below-minimum lets it in"),
		spelled, code, bound);
}

static bool keeps_maximum(
	const limits *l, number value, const char *spelled, const char *code, told *t, spot at)
{
	char bound[NUMBER_SIZE];

	if (!l->has_maximum || number_order(value, l->maximum) <= 0)
		return true;
	number_print(l->maximum, bound);
	return told_refuse(t, at, "above-maximum",
		told_skips(t, "above-maximum")
			? N_("'%s' is above what %s can be (at most %s): let in, as asked")
			: N_("'%s' is above what %s can be (at most %s): correct it; if it is right, --skip-rule above-maximum lets it in"),
		spelled, code, bound);
}

static bool within(
	const limits *l, number value, const char *spelled, const char *code, told *t, spot at)
{
	char bound[NUMBER_SIZE];

	if (!reaches_minimum(l, value, spelled, code, t, at) ||
		!keeps_maximum(l, value, spelled, code, t, at))
		return false;
	if (l->has_step && !is_on_step(value, l->step)) {
		number_print(l->step, bound);
		if (!told_refuse(t, at, "off-step",
			    "'%s' is not a whole number of %s: %s counts by %s", spelled, bound,
			    code, bound))
			return false;
	}
	if (l->has_soft && number_order(value, l->soft) > 0) {
		number_print(l->soft, bound);
		if (!told_doubt(t, at, "unusually-high",
			    "'%s' is unusually high for %s (over %s): check it", spelled, code,
			    bound))
			return false;
	}
	return true;
}

static bool has_wrong_unit(const limits *l, const char *spelled)
{
	return (!l->may_percent && strchr(spelled, '%')) ||
	       (!l->may_euro && (strstr(spelled, "€") || strstr(spelled, "EUR") ||
					strstr(spelled, "euros")));
}

bool limits_check(
	limits *l, number *value, const char *spelled, const char *code, told *t, spot at)
{
	number scaled;
	bool lossy = false;

	if (l->is_derived) {
		told_reject(t, at, "derived-indicator",
			"%s is computed from other figures and is never imported: leave it out",
			code);
		return false;
	}
	if (!l->is_new && has_wrong_unit(l, spelled)) {
		told_reject(t, at, "unexpected-unit",
			"'%s' does not have the unit of %s: is it in the right column?",
			spelled, code);
		return false;
	}
	if (l->is_new) {
		if (value->decimals > l->decimals)
			l->decimals = value->decimals;
		return true;
	}
	if (!number_rescale(*value, l->decimals, &scaled, &lossy)) {
		told_reject(t, at, "number-too-big",
			"'%s' is too big: did two numbers run together?", spelled);
		return false;
	}
	if (lossy && l->is_count) {
		told_reject(t, at, "not-whole",
			"'%s' is not a whole number: %s is counted in units", spelled, code);
		return false;
	}
	if (!within(l, *value, spelled, code, t, at))
		return false;
	if (lossy && !told_doubt(t, at, "rounded", "'%s' is kept with %d decimals, as %s is",
			     spelled, l->decimals, code))
		return false;
	*value = scaled;
	return true;
}
