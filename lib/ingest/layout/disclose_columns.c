/* SPDX-License-Identifier: MIT
 * Each column and its role. Columns of figures that stand side by side and differ in their period
 * alone are said once: a wide file has hundreds.
 */
#include <stdio.h>
#include <string.h>

#include "../../base/period.h"
#include "../../base/text.h"
#include "../../base/words.h"
#include "disclose.h"

static const char *office_of(const disclosure *d, const layout_column *c)
{
	return c->new_office ? c->new_office
	       : c->office   ? codes_spell(&d->known->offices, c->office)
			     : NULL;
}

static const char *indicator_of(const disclosure *d, const layout_column *c)
{
	return c->new_indicator ? c->new_indicator
	       : c->indicator   ? codes_spell(&d->known->indicators, c->indicator)
				: NULL;
}

static void print_period(relais_period p, char out[16])
{
	char whole[16];

	if (p >= PERIOD_PER_YEAR) {
		relais_period_print(p, out);
		return;
	}
	relais_period_print(period_make(2000, p), whole);
	snprintf(out, 16, "%s", whole + 5); /* 08, T3 */
}

static void describe_figure(const disclosure *d, const layout_column *c, text *out)
{
	const char *office = office_of(d, c), *indicator = indicator_of(d, c);
	char period[16];

	text_add(out, office || indicator || c->period ? "figure" : "value");
	if (office)
		text_addf(out, " office=%s", office);
	if (indicator)
		text_addf(out, " indicator=%s", indicator);
	if (c->period) {
		print_period(c->period, period);
		text_addf(out, " period=%s", period);
	}
	if (*unit_name(c->unit))
		text_addf(out, " unit=%s", unit_name(c->unit));
}

void column_describe(const disclosure *d, size_t i, text *out)
{
	const layout *l = d->layout;
	const layout_column *c = &l->columns[i];

	switch (c->role) {
	case ROLE_COLUMN: text_add(out, l->kind->columns[c->which].name); break;
	case ROLE_FIGURE: describe_figure(d, c, out); break;
	case ROLE_FLAG: text_addf(out, "flag column=%zu", c->which + 1); break;
	case ROLE_TOTAL: text_add(out, "total"); break;
	case ROLE_CHANGE:
		text_addf(out, "change columns=%zu,%zu", c->from + 1, c->which + 1);
		break;
	default: text_add(out, "unused");
	}
}

/* The last of the columns from `i` on that differ in their period alone. */
size_t column_run_end(const layout *l, size_t i)
{
	const layout_column *a = &l->columns[i];

	if (a->role != ROLE_FIGURE || !a->period || a->new_office || a->new_indicator)
		return i;
	while (i + 1 < l->count) {
		const layout_column *b = &l->columns[i + 1];

		if (b->role != ROLE_FIGURE || !b->period || b->office != a->office ||
			b->indicator != a->indicator || b->unit.what != a->unit.what ||
			b->unit.scale != a->unit.scale || b->new_office || b->new_indicator ||
			b->flag != LAYOUT_NONE)
			break;
		i++;
	}
	return i;
}

static const char *why_of(const disclosure *d, size_t i, char *out, size_t size)
{
	const layout_column *c = &d->layout->columns[i];

	if (c->why)
		snprintf(out, size, "%s: %s", c->heading, words(d->lang, c->why));
	else
		snprintf(out, size, "%s", c->heading);
	return out;
}

void disclose_columns(const disclosure *d)
{
	const layout *l = d->layout;
	char item[48], why[512], last[16];

	for (size_t i = 0; i < l->count; i++) {
		size_t end = column_run_end(l, i);
		text described = { 0 };

		column_describe(d, i, &described);
		snprintf(item, sizeof item, "%s %zu", N_("column"), i + 1);
		if (end > i + 1) {
			print_period(l->columns[end].period, last);
			text_addf(&described, "..%s", last);
			snprintf(
				item, sizeof item, "%s %zu-%zu", N_("columns"), i + 1, end + 1);
			snprintf(why, sizeof why, "%s … %s", l->columns[i].heading,
				l->columns[end].heading);
			i = end;
		} else {
			why_of(d, i, why, sizeof why);
		}
		if (l->columns[i].role != ROLE_UNUSED || *l->columns[i].heading)
			d->say(d->self, item, text_str(&described), why);
		text_free(&described);
	}
}
