/* SPDX-License-Identifier: MIT
 * A first plan: two actions for each resolution that has none (share/seed.csv), and a task for each
 * day the law names in the year. It is a proposal, as rows of the kind actions.
 */
#include "seed.h"

#include <stdlib.h>
#include <string.h>

#include "../../base/date.h"
#include "../../base/error.h"
#include "../../base/words.h"
#include "legal.h"

extern const unsigned char relais_share_seed[];

static const relais_column columns[] = { { "code", N_("Action"), RELAIS_CODE },
	{ "resolution", N_("Resolution"), RELAIS_CODE }, { "title", N_("Title"), RELAIS_TEXT },
	{ "owner", N_("Owner"), RELAIS_TEXT }, { "start", N_("Start"), RELAIS_TEXT },
	{ "due", N_("Due"), RELAIS_TEXT }, { "state", N_("State"), RELAIS_CODE },
	{ "planned_eur", N_("Planned (€)"), RELAIS_NUMBER },
	{ "planned_days", N_("Days of work"), RELAIS_NUMBER },
	{ "indicator", N_("Indicator"), RELAIS_CODE }, { "target", N_("Target"), RELAIS_TEXT },
	{ "offices", N_("Offices"), RELAIS_TEXT }, { "after", N_("After"), RELAIS_TEXT },
	{ "repeat", N_("Repeats"), RELAIS_CODE } };

/* What is kept of these on a narrow terminal. */
static const char in_short[] = "code title:24 | due owner start";

/* Columns of share/seed.csv. */
enum {
	RESOLUTION,
	NTH,
	TITLE_FR,
	TITLE_EN,
	OWNER_FR,
	OWNER_EN,
	START,
	DUE,
	PLANNED,
	DAYS,
	INDICATOR,
	TARGET,
	REPEAT,
	AFTER,
	CELLS
};

bool seed_has_actions(const status *s, const char *code)
{
	for (size_t i = 0; i < s->action_count; i++)
		if (!strcmp(s->actions[i].resolution, code) &&
			strcmp(s->actions[i].state, "abandonne") != 0)
			return true;
	return false;
}

/* The highest number among the codes of a resolution: 3 of A5-03. */
static int highest(const status *s, const char *of)
{
	size_t length = strlen(of);
	int most = 0;

	for (size_t i = 0; i < s->action_count; i++) {
		const char *code = s->actions[i].code;
		int nth;

		if (strncmp(code, of, length) != 0 || code[length] != '-')
			continue;
		nth = atoi(code + length + 1);
		most = nth > most ? nth : most;
	}
	return most;
}

void seed_code(seed *s, const char *code, int nth, char out[SEED_CODE])
{
	for (size_t i = 0; i < s->agenda.p.s.count; i++)
		if (!strcmp(s->agenda.p.s.resolutions[i].code, code)) {
			if (!s->given[i])
				s->given[i] = highest(&s->agenda.p.s, code) + 1;
			snprintf(out, SEED_CODE, "%s-%02d", code, s->given[i] + nth);
			return;
		}
	snprintf(out, SEED_CODE, "%s-%02d", code, nth + 1);
}

void seed_taken(seed *s, const char *code, int count)
{
	for (size_t i = 0; i < s->agenda.p.s.count; i++)
		if (!strcmp(s->agenda.p.s.resolutions[i].code, code))
			s->given[i] += count;
}

void seed_write(seed *s, const seed_row *r)
{
	const char *const said[] = { r->code, r->resolution, r->title, r->owner, r->start,
		r->due, "a_faire", r->planned_eur, r->planned_days, r->indicator, r->target,
		r->offices, r->after, r->repeat };

	for (size_t i = 0; i < sizeof said / sizeof *said; i++)
		rowlist_text(s->list, said[i] && *said[i] ? said[i] : NULL);
	rowlist_end_row(s->list);
}

/* MM-DD of the year, +1-MM-DD of the next. */
static const char *day_of(const seed *s, const char *said, char out[16])
{
	int year = s->year + (*said == '+' ? atoi(said + 1) : 0);

	if (*said == '+')
		said += 1 + strcspn(said + 1, "-") + 1;
	snprintf(out, 16, "%04d-%s", year, said);
	return *said ? out : NULL;
}

static void propose(seed *s, const char *const *cells)
{
	bool in_french = s->agenda.p.s.lang == RELAIS_FR;
	char code[SEED_CODE], before[SEED_CODE] = "", start[16], due[16];

	seed_code(s, cells[RESOLUTION], atoi(cells[NTH]) - 1, code);
	if (*cells[AFTER])
		seed_code(s, cells[RESOLUTION], atoi(cells[AFTER]) - 1, before);
	seed_write(s, &(seed_row){ .code = code,
			      .resolution = cells[RESOLUTION],
			      .title = cells[in_french ? TITLE_FR : TITLE_EN],
			      .owner = cells[in_french ? OWNER_FR : OWNER_EN],
			      .start = day_of(s, cells[START], start),
			      .due = day_of(s, cells[DUE], due),
			      .planned_eur = cells[PLANNED],
			      .planned_days = cells[DAYS],
			      .indicator = cells[INDICATOR],
			      .target = cells[TARGET],
			      .after = before,
			      .repeat = cells[REPEAT] });
}

/* No cell of the table has a comma or a quote (a test sees to it). */
static char *cut(char *line, const char **cells)
{
	char *end = strchr(line, '\n');

	if (end)
		*end = '\0';
	for (size_t i = 0; i < CELLS; i++) {
		char *comma = strchr(line, ',');

		cells[i] = line;
		if (comma)
			*comma = '\0';
		line = comma ? comma + 1 : line + strlen(line);
	}
	return end ? end + 1 : NULL;
}

static relais_status propose_all(seed *s, relais_error *err)
{
	const char *cells[CELLS];
	char *line = arena_string(&s->agenda.memory, (const char *)relais_share_seed);

	if (!line)
		return fail_memory(err);
	line = strchr(line, '\n'); /* after the headings */
	for (line = line ? line + 1 : NULL; line && *line;) {
		const resolution *r;

		line = cut(line, cells);
		r = status_resolution(&s->agenda.p.s, cells[RESOLUTION]);
		if (r && r->is_asked && !seed_has_actions(&s->agenda.p.s, r->code)) {
			propose(s, cells);
			if (!strcmp(cells[NTH], "2"))
				seed_taken(s, r->code, 2);
		}
	}
	return RELAIS_OK;
}

relais_status relais_ask_seed(relais_store *store, const relais_question *question, int year,
	relais_rows **out, relais_error *err)
{
	seed s = { .year = year, .agenda = { .question = question } };
	relais_status rc = plan_open(&s.agenda.p, store, question, err);

	*out = NULL;
	if (rc != RELAIS_OK)
		return rc;
	s.given = calloc(s.agenda.p.s.count + 1, sizeof *s.given);
	s.list = rowlist_new(columns, sizeof columns / sizeof *columns);
	rc = s.given && s.list ? propose_all(&s, err) : fail_memory(err);
	if (rc == RELAIS_OK)
		rc = seed_law(&s, err);
	if (rc == RELAIS_OK && s.agenda.failed)
		rc = fail_memory(err);
	free(s.given);
	arena_free(&s.agenda.memory);
	plan_close(&s.agenda.p);
	if (rc == RELAIS_OK)
		return rows_with_main(out, in_short, rowlist_rows(s.list, out, err));
	if (s.list)
		rowlist_free(s.list);
	return rc;
}
