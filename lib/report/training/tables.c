/* SPDX-License-Identifier: MIT
 * Key figures, the year in sentences, and the table that sessions and their groups share.
 */
#include <string.h>

#include "../../base/period.h"
#include "inside.h"

enum { COLUMNS = 10 };

const char *label_of_group(note *n, const taught *r)
{
	const char *name = taught_cell(r, "name");

	if (!*r->group)
		return document_say(n->document, "not said");
	return name ? document_copy(n->document, name) : document_copy(n->document, r->group);
}

/* Of sessions one by one, a line counts none. */
static bool counts_sessions(const answered *groups)
{
	return taught_cell(groups->total, "sessions") != NULL;
}

static void add_row(note *n, block *table, const char *label, const taught *r, bool is_total)
{
	const char *cells[COLUMNS] = { label };
	size_t at = 1;

	if (taught_cell(r, "sessions"))
		cells[at++] = tell_taught(n, r, "sessions", AS_COUNT);
	cells[at++] = tell_taught(n, r, "days", AS_DAYS);
	cells[at++] = tell_taught(n, r, "offices", AS_COUNT);
	cells[at++] = tell_taught(n, r, "trainees", AS_COUNT);
	cells[at++] = tell_taught(n, r, "trainee_days", AS_DAYS);
	cells[at++] = tell_taught(n, r, "cost_eur", AS_EUROS);
	cells[at++] = tell_taught(n, r, "remaining_eur", AS_EUROS);
	cells[at++] = tell_taught(n, r, "fill_rate", AS_PERCENT);
	cells[at] = tell_taught(n, r, "satisfaction", AS_MARK);
	table_add(n->document, table, cells, is_total);
}

void sessions_table(note *n, section *s, const char *title, const char *first,
	const answered *groups, const char *(*label)(note *n, const taught *r))
{
	relais_document *d = n->document;
	const table_column columns[COLUMNS] = {
		{ first, false },
		{ document_say(d, "Sessions"), true },
		{ document_say(d, "Days"), true },
		{ document_say(d, "Offices"), true },
		{ document_say(d, "Trainees"), true },
		{ document_say(d, "Trainee-days"), true },
		{ document_say(d, "Cost"), true },
		{ document_say(d, "Remaining"), true },
		{ document_say(d, "Fill rate"), true },
		{ document_say(d, "Satisfaction"), true },
	};
	table_column shorter[COLUMNS - 1] = { columns[0] };
	block *table;

	memcpy(shorter + 1, columns + 2, sizeof columns - 2 * sizeof *columns);
	table = counts_sessions(groups) ? section_table(d, s, title, COLUMNS, columns)
					: section_table(d, s, title, COLUMNS - 1, shorter);
	for (const taught *r = groups->first; r; r = r->next)
		add_row(n, table, label(n, r), r, false);
	add_row(n, table, document_say(d, "Total"), groups->total, true);
}

/* "2023: 5", when there was something the year before. */
static const char *year_before(note *n, const taught *before, const char *column, told_as as)
{
	char year[16], name[64];
	number exact;

	if (!before || !taught_number(before, column, &exact))
		return NULL;
	relais_period_print(period_year_before(n->month), year);
	snprintf(name, sizeof name, "%s_before", column);
	return document_say(
		n->document, "%s: %s", year, tell_reckoned(n, "total", name, exact, as));
}

void key_figures_of_training(note *n, section *s, const taught *now, const taught *before)
{
	relais_document *d = n->document;
	const struct {
		const char *label, *column;
		told_as as;
	} asked[] = {
		{ document_say(d, "Sessions held"), "sessions", AS_COUNT },
		{ document_say(d, "Trainees"), "trainees", AS_COUNT },
		{ document_say(d, "Trainee-days"), "trainee_days", AS_DAYS },
		{ document_say(d, "Offices with trainees"), "offices", AS_COUNT },
		{ document_say(d, "Cost of training"), "cost_eur", AS_EUROS },
		{ document_say(d, "Satisfaction out of 10"), "satisfaction", AS_MARK },
	};
	key_figure figures[sizeof asked / sizeof *asked];

	for (size_t i = 0; i < sizeof asked / sizeof *asked; i++)
		figures[i] = (key_figure){ asked[i].label,
			tell_taught(n, now, asked[i].column, asked[i].as),
			year_before(n, before, asked[i].column, asked[i].as), NULL };
	section_figures(d, s, sizeof figures / sizeof *figures, figures);
}

/* The one with most trainees among those that are told; NULL: none, or several. */
static const taught *most_attended(const answered *themes)
{
	const taught *best = NULL;
	bool is_shared = false;
	number most = { 0, 0 }, one;

	for (const taught *r = themes->first; r; r = r->next) {
		if (!taught_number(r, "trainees", &one))
			return NULL; /* the one not told may be it */
		is_shared = best && number_order(one, most) == 0 ? true : is_shared;
		if (number_order(one, most) > 0) {
			best = r;
			most = one;
			is_shared = false;
		}
	}
	return is_shared || themes->count < 2 ? NULL : best;
}

static const char *said(note *n, const taught *r, const char *column, told_as as)
{
	char text[NUMBER_SIZE * 2];
	number exact;

	if (!taught_number(r, column, &exact))
		return NULL;
	if (as == AS_PERCENT)
		return say_coverage(n->document, exact);
	number_format(exact, as == AS_DAYS || as == AS_MARK, n->document->lang, false, text);
	return as == AS_EUROS ? document_say(n->document, "€%s", text)
			      : document_copy(n->document, text);
}

/* What the key figures say, in words; a figure that is not told has no sentence. */
void say_year_of_training(note *n, section *s, const answered *themes, const taught *before)
{
	relais_document *d = n->document;
	const taught *total = themes->total, *best = most_attended(themes);
	const char *trainees = said(n, total, "trainees", AS_COUNT);
	const char *days = said(n, total, "trainee_days", AS_DAYS);
	number now, then;

	if (taught_has_flag(total, 'm'))
		section_callout(d, s,
			document_say(d,
				"Some sessions do not say their cost, their seats, their length or who came: they are in no sum of these."));
	if (taught_has_flag(total, 'i') && !n->teller.published)
		section_callout(d, s,
			document_say(d,
				"The OPCO or the CNFPT pays for a session in which nobody sits whom its money is for."));
	if (trainees && days)
		section_paragraph(d, s,
			document_say(d,
				"Sessions held: %s. Trainees: %s, which makes %s trainee-days of 7 hours. Offices they came from: %s, which is %s of the network.",
				said(n, total, "sessions", AS_COUNT), trainees, days,
				said(n, total, "offices", AS_COUNT),
				said(n, total, "coverage", AS_PERCENT)));
	if (before && taught_number(total, "trainee_days", &now) &&
		taught_number(before, "trainee_days", &then))
		section_paragraph(d, s,
			number_order(now, then) > 0
				? document_say(d, "That is more training than the year before.")
			: number_order(now, then) < 0
				? document_say(d, "That is less training than the year before.")
				: document_say(
					  d, "That is as much training as the year before."));
	if (best)
		section_paragraph(d, s,
			document_say(d, "The theme most attended is %s: %s trainees.",
				label_of_group(n, best), said(n, best, "trainees", AS_COUNT)));
	if (said(n, total, "satisfaction", AS_MARK))
		section_paragraph(d, s,
			document_say(d,
				"The trainees who answered (%s) give %s out of 10 on average.",
				said(n, total, "answers", AS_COUNT),
				said(n, total, "satisfaction", AS_MARK)));
}
