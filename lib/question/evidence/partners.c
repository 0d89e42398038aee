/* SPDX-License-Identifier: MIT
 * Partners: when each was last met, by the journal, and what is due to them: open actions that name
 * them, agreements to review or that end. Nothing of it is stored twice.
 */
#include <string.h>

#include "../../base/date.h"
#include "../../base/error.h"
#include "../../base/rows.h"
#include "../../base/text.h"
#include "../../base/words.h"
#include "../sql.h"
#include "inside.h"

static const relais_column columns[] = { { "partner", N_("Partner"), RELAIS_CODE },
	{ "name", N_("Name"), RELAIS_TEXT }, { "type", N_("Type"), RELAIS_CODE },
	{ "role", N_("Role"), RELAIS_TEXT },
	{ "last_contact", N_("Last contact"), RELAIS_DATE },
	{ "age", N_("Age (days)"), RELAIS_COUNT },
	{ "contacts", N_("Contacts in 12 months"), RELAIS_COUNT },
	{ "agreements", N_("Agreements"), RELAIS_COUNT }, { "due", N_("Due"), RELAIS_COUNT },
	{ "next_due", N_("Next due"), RELAIS_DATE }, { "what", N_("What"), RELAIS_CODE },
	{ "flag", N_("Flag"), RELAIS_TEXT } };

/* What is kept of these on a narrow terminal. */
static const char in_short[] = "partner name:24 | last_contact age due contacts next_due type";

/* What is due to one partner. */
typedef struct commitments {
	int64_t count;
	relais_day next;
	const char *what;
} commitments;

static void add_due(commitments *c, relais_day day, const char *what)
{
	c->count++;
	if (day != RELAIS_NO_DAY && (c->next == RELAIS_NO_DAY || day < c->next)) {
		c->next = day;
		c->what = what;
	}
}

/* Partners of an action are written as people do: names or codes with commas between. */
static bool names(const char *list, const char *code, const char *name)
{
	char word[256];

	while (list && *list) {
		size_t n = strcspn(list, ",;"), length;
		const char *one = text_trim(list, n, &length);

		snprintf(word, sizeof word, "%.*s", (int)length, one);
		if (text_same(word, code) || text_same(word, name))
			return true;
		list += n + (list[n] != '\0');
	}
	return false;
}

static bool is_open(const action *a)
{
	return strcmp(a->state, "a_faire") == 0 || strcmp(a->state, "en_cours") == 0;
}

static commitments seek_commitments(const evidence *e, const char *code, const char *name)
{
	enum { REVIEW_MONTHS = 12 };
	commitments c = { .next = RELAIS_NO_DAY };

	for (size_t i = 0; i < e->status->action_count; i++) {
		const action *a = &e->status->actions[i];
		relais_day due = RELAIS_NO_DAY;

		if (a->due_on && !day_read(a->due_on, strlen(a->due_on), &due))
			due = RELAIS_NO_DAY;
		if (is_open(a) && names(a->partners, code, name))
			add_due(&c, due, a->code);
	}
	for (size_t i = 0; i < e->agreement_count; i++) {
		const agreement *a = &e->agreements[i];
		bool reviewed = a->reviewed != RELAIS_NO_DAY && a->reviewed <= e->day;
		relais_day from = reviewed ? a->reviewed : a->from, next;

		if (!a->partner || strcmp(a->partner, code) != 0 ||
			!agreement_holds(a, e->day) || from == RELAIS_NO_DAY)
			continue;
		next = months_before(from, -REVIEW_MONTHS);
		if (a->until != RELAIS_NO_DAY && a->until < next)
			next = a->until;
		add_due(&c, next, a->code);
	}
	return c;
}

static void add(rowlist *list, const evidence *e, const stmt *q)
{
	stretch year = evidence_window("12m", e->day);
	const char *code = stmt_text(q, 0), *name = stmt_text(q, 1);
	commitments c = seek_commitments(e, code, name);
	relais_day last = RELAIS_NO_DAY;
	int64_t contacts = 0, agreements = 0;

	for (size_t i = 0; i < e->activity_count; i++) {
		const activity *a = &e->activities[i];

		if (!a->partners || !list_has(a->partners, ' ', code))
			continue;
		last = a->day;
		contacts += a->day >= year.first;
	}
	for (size_t i = 0; i < e->agreement_count; i++)
		agreements += e->agreements[i].partner &&
			      !strcmp(e->agreements[i].partner, code) &&
			      agreement_holds(&e->agreements[i], e->day);
	for (int i = 0; i < 4; i++)
		rowlist_text(list, stmt_text(q, i));
	rowlist_day(list, last);
	if (last == RELAIS_NO_DAY)
		rowlist_null(list);
	else
		rowlist_count(list, e->day - last);
	rowlist_count(list, contacts);
	rowlist_count(list, agreements);
	rowlist_count(list, c.count);
	rowlist_day(list, c.next);
	rowlist_text(list, c.what);
	rowlist_text(list, c.next != RELAIS_NO_DAY && c.next < e->day ? "l" : "");
	rowlist_end_row(list);
}

relais_status relais_ask_partners(relais_store *store, const relais_question *question,
	relais_rows **out, relais_error *err)
{
	rowlist *list = rowlist_new(columns, sizeof columns / sizeof *columns);
	evidence e = { 0 };
	stmt *q = NULL;
	status s = { 0 };
	relais_status rc = list ? status_open(&s, store, question, err) : fail_memory(err);

	*out = NULL;
	if (rc == RELAIS_OK)
		rc = evidence_open(&e, &s, question, status_day_asked(&s, question), err);
	if (rc == RELAIS_OK)
		rc = stmt_prepare(&q, store, SQL(partners), err);
	if (rc == RELAIS_OK) {
		stmt_bind_int(q, ":known", s.known);
		while ((rc = stmt_step(q, err)) == RELAIS_OK)
			add(list, &e, q);
		rc = rc == RELAIS_END ? RELAIS_OK : rc;
	}
	stmt_free(q);
	if (e.store)
		evidence_close(&e);
	status_close(&s);
	if (rc == RELAIS_OK)
		return rows_with_main(out, in_short, rowlist_rows(list, out, err));
	rowlist_free(list);
	return rc;
}
