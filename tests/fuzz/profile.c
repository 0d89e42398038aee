/* SPDX-License-Identifier: MIT
 * A profile is refused with its line, or read; then it is asked whatever an import asks, about a file of two lines
 * that follow it in the bytes.
 */
#include "fuzz.h"

#include "../../lib/base/period.h"
#include "../../lib/ingest/profile/profile_inside.h"
#include "../../lib/input/fields.h"

/* One line, cut at the semicolons. */
static record cut(const char *line, fields *f)
{
	if (!fields_cut(f, line, strcspn(line, "\n"), ';'))
		abort();
	return (record){ f->count, f->starts, f->lengths, 1, 1 };
}

static void ask_columns(const profile *p, const record *headings)
{
	profile_given *given = calloc(headings->count, sizeof *given);
	const char *missing = NULL;
	unit u;

	if (!given)
		abort();
	if (profile_match(p, headings->fields, headings->count, given, &missing))
		for (size_t i = 0; i < headings->count; i++)
			require(!given[i].role || *given[i].role, "a role without a name");
	else
		require(!missing || *missing, "what is missing has no name");
	for (size_t i = 0; i < headings->count; i++)
		if (profile_unit(p, headings->fields[i], i, &u))
			require(u.what != UNIT_NONE, "of '%s'", headings->fields[i]);
	free(given);
}

static void ask_row(profile *p, const record *headings, record row)
{
	relais_error err = { 0 };
	relais_status rc = profile_split(p, &row, &err);

	fuzz_check_end(rc, &err);
	if (rc != RELAIS_OK)
		return;
	for (size_t i = 0; i < row.count; i++) {
		require(strlen(row.fields[i]) == row.lengths[i], "'%s' is %zu long",
			row.fields[i], row.lengths[i]);
		(void)profile_is_missing(p, row.fields[i]);
		(void)profile_is_total(p, row.fields[i]);
		require(profile_code(p, PROFILE_OFFICES, row.fields[i]), "no code");
		require(profile_period(p, row.fields[i]) >= -1, "a period %d",
			profile_period(p, row.fields[i]));
		require(profile_above(p, row.fields[i]), "nothing above");
	}
	if (!profile_remember(p, headings->fields, headings->count, &row))
		abort();
	(void)profile_keeps(p, headings->fields, headings->count, &row);
}

static void ask(profile *p, const char *lines)
{
	fields above = { 0 }, below = { 0 };
	record headings = cut(lines, &above);

	lines += strcspn(lines, "\n");
	ask_columns(p, &headings);
	ask_row(p, &headings, cut(*lines ? lines + 1 : lines, &below));
	(void)profile_uses_rest(p);
	(void)profile_skip(p);
	(void)profile_headings(p);
	fields_free(&above);
	fields_free(&below);
}

static void one(const char *bytes, size_t length)
{
	profile *p = calloc(1, sizeof *p);
	const char *lines = bytes + strlen(bytes);
	relais_error err = { 0 };
	relais_status rc;

	if (!p)
		return;
	p->name = "fuzz";
	if ((rc = profile_read(p, "fuzz.ini", bytes, &err)) == RELAIS_OK &&
		(rc = profile_find_paths(p, &err)) == RELAIS_OK &&
		(rc = profile_find_above(p, &err)) == RELAIS_OK &&
		text_valid_utf8(bytes, length) == length)
		ask(p, lines < bytes + length ? lines + 1 : lines);
	fuzz_check_end(rc, &err);
	profile_close(p);
}

const fuzz_target fuzz_profile = { NULL, one };
