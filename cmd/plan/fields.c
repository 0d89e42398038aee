/* SPDX-License-Identifier: MIT
 * The fields of an action as options, and the row they make. Only what was given is sent:
 * the library keeps the rest. Done is 100 % and 100 % is done, so saying one says the other.
 */
#include <string.h>

#include "plan.h"

static struct {
	const char *resolution, *title, *owner, *partners, *start, *due, *state, *progress;
	const char *planned, *spent, *indicator, *target, *proof, *offices;
	const char *after, *repeat, *until, *done_on, *planned_days, *spent_days, *fundings;
	const char *blocked;
} want;

/* clang-format off */
const struct tool_option action_options[] = {
	{ 'r', "resolution", N_("CODE"), N_("the resolution it serves"), OPT_TEXT(&want.resolution) },
	{ 0, "title", N_("TEXT"), N_("what is to be done"), OPT_TEXT(&want.title) },
	{ 0, "owner", N_("TEXT"), N_("the role in charge"), OPT_TEXT(&want.owner) },
	{ 0, "partners", N_("TEXT"), N_("with whom"), OPT_TEXT(&want.partners) },
	{ 0, "start", N_("DATE"), N_("first day: a date, or a distance like 'J+30 A5-01'"), OPT_TEXT(&want.start) },
	{ 0, "due", N_("DATE"), N_("the day it must be done: a date, or a distance like 'J-90 classement:OT-22-004'"), OPT_TEXT(&want.due) },
	{ 0, "state", N_("STATE"), N_("a_faire, en_cours, fait, reporte or abandonne"), OPT_TEXT(&want.state) },
	{ 0, "progress", N_("PERCENT"), N_("how far it is; 100 when done"), OPT_TEXT(&want.progress) },
	{ 0, "planned", N_("EUROS"), N_("planned budget"), OPT_TEXT(&want.planned) },
	{ 0, "spent", N_("EUROS"), N_("spent so far"), OPT_TEXT(&want.spent) },
	{ 'i', "indicator", N_("CODE"), N_("what the target counts"), OPT_TEXT(&want.indicator) },
	{ 0, "target", N_("VALUE"), N_("the target"), OPT_TEXT(&want.target) },
	{ 0, "proof", N_("TEXT"), N_("the document or link that shows it"), OPT_TEXT(&want.proof) },
	{ 'O', "offices", N_("CODES"), N_("the offices concerned, blanks between"), OPT_TEXT(&want.offices) },
	{ 0, "after", N_("CODES"), N_("the actions to be done before, blanks between; A5-01+30: and 30 days more"), OPT_TEXT(&want.after) },
	{ 0, "repeat", N_("RHYTHM"), N_("it comes back: week, month, quarter, semester, year, or done+30"), OPT_TEXT(&want.repeat) },
	{ 0, "until", N_("DATE"), N_("the last day on which it comes back"), OPT_TEXT(&want.until) },
	{ 0, "done-on", N_("DATE"), N_("the day it was done; today unless said"), OPT_TEXT(&want.done_on) },
	{ 0, "planned-days", N_("DAYS"), N_("days of work it takes"), OPT_TEXT(&want.planned_days) },
	{ 0, "spent-days", N_("DAYS"), N_("days of work so far"), OPT_TEXT(&want.spent_days) },
	{ 0, "fundings", N_("LIST"), N_("who pays how much: region:2000|relais:400/150"), OPT_TEXT(&want.fundings) },
	{ 0, "blocked", N_("TEXT"), N_("what keeps it from going on; '' when nothing does any more"), OPT_TEXT(&want.blocked) },
	OPT_END,
};
/* clang-format on */

const char *action_resolution(void)
{
	return want.resolution;
}

/* What stops being done was not done on any day; what is done was done today, unless said. */
static void complete_day(const struct session *s)
{
	static char today[16];

	if (!want.state || want.done_on)
		return;
	relais_day_print(s->today, today);
	want.done_on = strcmp(want.state, "fait") == 0 ? today : "";
}

static void complete(const struct session *s)
{
	if (want.state && strcmp(want.state, "done") == 0)
		want.state = "fait";
	if (want.state && !want.progress && strcmp(want.state, "fait") == 0)
		want.progress = "100";
	else if (want.progress && !want.state && strcmp(want.progress, "100") == 0)
		want.state = "fait";
	complete_day(s);
}

relais_status action_record(struct session *s, const char *code, const char *resolution)
{
	complete(s);

	const struct {
		const char *column, *value;
	} fields[] = {
		{ "code", code },
		{ "resolution", resolution },
		{ "title", want.title },
		{ "owner", want.owner },
		{ "partners", want.partners },
		{ "start", want.start },
		{ "due", want.due },
		{ "state", want.state },
		{ "progress", want.progress },
		{ "planned_eur", want.planned },
		{ "spent_eur", want.spent },
		{ "indicator", want.indicator },
		{ "target", want.target },
		{ "proof", want.proof },
		{ "offices", want.offices },
		{ "after", want.after },
		{ "repeat", want.repeat },
		{ "until", want.until },
		{ "done_on", want.done_on },
		{ "planned_days", want.planned_days },
		{ "spent_days", want.spent_days },
		{ "fundings", want.fundings },
		{ "blocked", want.blocked },
	};
	const char *columns[sizeof fields / sizeof *fields];
	const char *values[sizeof fields / sizeof *fields];
	size_t count = 0;

	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
		if (!fields[i].value)
			continue;
		columns[count] = fields[i].column;
		values[count++] = fields[i].value;
	}
	return tool_record(s, "actions", code, count, columns, values);
}

relais_status action_record_as(
	struct session *s, const char *code, const char *resolution, const char *title)
{
	want.title = want.title ? want.title : title;
	return action_record(s, code, want.resolution ? want.resolution : resolution);
}
