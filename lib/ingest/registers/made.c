/* SPDX-License-Identifier: MIT
 * Units made on the way. A made office has its code and nothing else: the register says more
 * when it comes. A made indicator is a plain number, added up over offices and months.
 */
#include "made.h"
#include "../layout/insight.h"

#include <string.h>

#include "../../base/error.h"
#include "../../base/suggest.h"
#include "../../base/text.h"

/* A code whose first import was undone is still there, with its id. */
#define FOUND_AGAIN " ON CONFLICT (code) DO UPDATE SET code = code RETURNING "

static const char make_office[] =
	"INSERT INTO office (code) VALUES (?1)" FOUND_AGAIN "office_id;\n"
	"INSERT INTO office_version (office_id, known_from) VALUES (?1, ?2)";
static const char make_indicator[] =
	"INSERT INTO indicator (code, decimals) VALUES (?1, 0)" FOUND_AGAIN "indicator_id;\n"
	"INSERT INTO indicator_version (indicator_id, known_from, rank, label_fr, label_en, type,\n"
	"                               periodicity, over_offices, over_time)\n"
	"VALUES (?1, ?2, 1000, ?3, ?3, 'number', 'M', 'sum', 'sum')";
static const char make_territory[] =
	"INSERT INTO territory (code) VALUES (?1)" FOUND_AGAIN "territory_id;\n"
	"INSERT INTO territory_version (territory_id, known_from) VALUES (?1, ?2)";

relais_status maker_open(maker *m, relais_store *store, int64_t batch, directories *known,
	limits_table *table, const relais_import_options *options, told *t, relais_error *err)
{
	relais_status rc;

	*m = (maker){ .store = store,
		.batch = batch,
		.known = known,
		.limits = table,
		.options = options,
		.told = t,
		.err = err };
	if ((rc = stmt_prepare_all(m->office, 2, store, make_office, err)) != RELAIS_OK ||
		(rc = stmt_prepare_all(m->indicator, 2, store, make_indicator, err)) !=
			RELAIS_OK)
		return rc;
	return stmt_prepare_all(m->territory, 2, store, make_territory, err);
}

void maker_close(maker *m)
{
	stmt_free_all(m->office, 2);
	stmt_free_all(m->indicator, 2);
	stmt_free_all(m->territory, 2);
}

/* A name broken in two lines in its cell is one line. */
static void add_line(text *out, const char *name)
{
	while (*name) {
		size_t n = strcspn(name, "\r\n");

		text_add_bytes(out, name, n);
		while (out->length > 0 && out->data[out->length - 1] == ' ')
			out->data[--out->length] = '\0';
		name += n;
		n = strspn(name, "\r\n ");
		name += n;
		if (n > 0 && *name)
			text_add_char(out, ' ');
	}
}

/* Runs the two statements; the new id, or 0 with m->failed. */
static int64_t make_coded(maker *m, stmt *s[2], codes *directory, const char *code)
{
	int64_t id = 0;

	stmt_bind_text_at(s[0], 1, code);
	if ((m->failed = stmt_step(s[0], m->err)) != RELAIS_OK)
		return 0;
	id = stmt_int(s[0], 0);
	stmt_reset(s[0]);
	stmt_bind_int_at(s[1], 1, id);
	stmt_bind_int_at(s[1], 2, m->batch);
	if (stmt_has(s[1], "?3"))
		stmt_bind_text_at(s[1], 3, code);
	if ((m->failed = stmt_run(s[1], m->err)) != RELAIS_OK ||
		(m->failed = codes_add(directory, id, code, NULL, NULL, NULL, m->err)) !=
			RELAIS_OK)
		return 0;
	return id;
}

static int64_t make(maker *m, stmt *s[2], codes *directory, const char *code)
{
	text line = { 0 };
	int64_t id = 0;

	if (!strpbrk(code, "\r\n"))
		return make_coded(m, s, directory, code);
	add_line(&line, code);
	if (line.failed)
		m->failed = fail_memory(m->err);
	else
		id = make_coded(m, s, directory, text_str(&line));
	text_free(&line);
	return id;
}

enum { TO_BE_MADE = -2 };

static int64_t look_up(maker *m, const codes *directory, const char *spelled, bool may_make)
{
	int64_t id = m->failed ? CODES_NONE : codes_find(directory, spelled, strlen(spelled));

	m->near[0] = '\0';
	if (m->failed || id != CODES_NONE)
		return id;
	if (m->told->insight && directory != &m->known->territories && *spelled)
		insight_strange(m->told->insight,
			directory == &m->known->offices ? THING_OFFICE : THING_INDICATOR,
			spelled);
	if (may_make && *spelled)
		return TO_BE_MADE;
	codes_suggest(directory, spelled, m->options->lang, m->near, sizeof m->near);
	return CODES_NONE;
}

static bool is_known(const codes *directory, const char *spelled)
{
	return codes_find(directory, spelled, strlen(spelled)) > 0;
}

int64_t maker_office(maker *m, const char *spelled, spot at)
{
	int64_t id = look_up(m, &m->known->offices, spelled, m->options->create_offices);

	if (id == TO_BE_MADE)
		return make(m, m->office, &m->known->offices,
			codes_meant(&m->known->offices, spelled));
	if (id > 0 || m->failed)
		return id;
	if (at.line && id == CODES_SEVERAL)
		told_reject(m->told, at, "ambiguous-name",
			"'%s' is the name of several offices: give the code", spelled);
	else if (at.line && !*spelled)
		told_reject(m->told, at, "no-office",
			"the line does not say its office: fill the cell in, or give -O");
	else if (at.line && m->known->offices.count == 0)
		told_reject(m->told, at, "unknown-office",
			"unknown office '%s': the store has no office yet, import the register first or add --create offices",
			spelled);
	else if (at.line && is_known(&m->known->indicators, spelled))
		told_reject(m->told, at, "unknown-office",
			"'%s' is an indicator and this is the column of the offices: are two columns swapped?",
			spelled);
	else if (at.line && !*m->near)
		told_reject(m->told, at, "unknown-office",
			"unknown office '%s': register it, or say its code in a file of aliases",
			spelled);
	else if (at.line)
		told_reject(m->told, at, "unknown-office", "unknown office '%s'%s", spelled,
			m->near);
	return 0;
}

/* visites_01 and visites_02 are two things. */
static bool differ_by_digits(const char *a, const char *b)
{
	static const char digits[] = "0123456789";

	for (;;) {
		a += strspn(a, digits);
		b += strspn(b, digits);
		if (*a != *b || !*a)
			return *a == *b;
		a++;
		b++;
	}
}

/* A new indicator whose name is nearly that of a known one is rather a slip of the pen. */
static void warn_near(maker *m, const char *spelled, spot at)
{
	const codes *known = &m->known->indicators;
	suggestions near;

	suggest_start(&near, spelled);
	for (size_t i = 0; i < known->count; i++)
		if (!differ_by_digits(known->codes[i], spelled) &&
			text_distance(known->codes[i], spelled, 2) <= 2)
			suggest_offer(&near, known->codes[i], known->names[i]);
	suggest_print(&near, m->options->lang, m->near, sizeof m->near);
	if (m->near[0])
		told_warn(m->told, at, "near-indicator", "'%s' becomes a new indicator%s",
			spelled, m->near);
}

int64_t maker_indicator(maker *m, const char *spelled, spot at)
{
	int64_t id = look_up(m, &m->known->indicators, spelled, m->options->create_indicators);

	if (id == TO_BE_MADE) {
		warn_near(m, spelled, at);
		id = make(m, m->indicator, &m->known->indicators,
			codes_meant(&m->known->indicators, spelled));
		if (id && (m->failed = limits_add(m->limits, id, m->err)) != RELAIS_OK)
			return 0;
		return id;
	}
	if (id > 0 || m->failed)
		return id;
	if (at.line && id == CODES_SEVERAL)
		told_reject(m->told, at, "ambiguous-name",
			"'%s' is the name of several indicators: give the code", spelled);
	else if (at.line && !*spelled)
		told_reject(m->told, at, "no-indicator",
			"the line does not say its indicator: fill the cell in, or give -i");
	else if (at.line && is_known(&m->known->offices, spelled))
		told_reject(m->told, at, "unknown-indicator",
			"'%s' is an office and this is the column of the indicators: are two columns swapped?",
			spelled);
	else if (at.line && !*m->near)
		told_reject(m->told, at, "unknown-indicator",
			"unknown indicator '%s': register it, or say its code in a file of aliases",
			spelled);
	else if (at.line)
		told_reject(m->told, at, "unknown-indicator", "unknown indicator '%s'%s",
			spelled, m->near);
	return 0;
}

bool maker_territory(maker *m, const char *code)
{
	if (m->failed || codes_find(&m->known->territories, code, strlen(code)) > 0)
		return !m->failed;
	return m->options->create_territories &&
	       make(m, m->territory, &m->known->territories, code) > 0;
}
