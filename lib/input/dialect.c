/* SPDX-License-Identifier: MIT
 * Choosing the delimiter from the first 64 KiB: the one whose usual number of fields
 * covers most records. Quotes are respected, title lines above the header lose by their
 * number. Decimal commas look like delimiters: a record whose commas all stand between two digits
 * does not speak for the comma when another candidate explains the file as well.
 */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "../base/error.h"
#include "../base/words.h"
#include "dialect.h"

static const char candidates[] = { ';', '\t', ',', '|' }; /* in order of preference */

enum { SAMPLE = 64 * 1024, MOST_FIELDS = 1024 };

/* How the sample looks when cut by one candidate. */
typedef struct trial {
	char delimiter, quote;
	size_t records; /* not blank */
	size_t fields; /* the usual number of them, 0 when never more than one */
	size_t agree; /* records that have it */
	size_t decimals; /* of these, the ones whose commas may all be decimal marks */
	unsigned seen[MOST_FIELDS + 1], seen_decimal[MOST_FIELDS + 1];
} trial;

/* ---- Walking the sample ------------------------------------------------------ */

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static bool is_candidate(char c)
{
	return memchr(candidates, c, sizeof candidates) != NULL;
}

static bool is_newline(char c)
{
	return c == '\n' || c == '\r';
}

/* After the quote that closes the one at `at`; `end` when none does. */
static const char *after_quoted(const char *at, const char *end)
{
	char quote = *at;

	for (at++; at < end; at++) {
		if (*at != quote)
			continue;
		if (at + 1 == end || at[1] != quote)
			return at + 1;
		at++;
	}
	return end;
}

/* Of single quotes only one before a delimiter or a line's end closes: it's an apostrophe else. */
static const char *after_apostrophes(const char *at, const char *end)
{
	for (at++; at < end && !is_newline(*at); at++)
		if (*at == '\'' && (at + 1 == end || is_newline(at[1]) || is_candidate(at[1])))
			return at + 1;
	return at;
}

/* A quote opens a field after any candidate, not only the one on trial: commas inside the
 * quoted fields of a `;` file are text. */
static const char *after_field(const char *at, const char *end, char delimiter, char quote)
{
	bool may_open = true;

	while (at < end && *at != delimiter && !is_newline(*at)) {
		if (*at == quote && may_open)
			at = quote == '"' ? after_quoted(at, end) : after_apostrophes(at, end);
		else
			at++;
		may_open = is_candidate(at[-1]) || (may_open && is_blank(at[-1]));
	}
	return at;
}

static bool between_digits(const char *at, const char *start, const char *end)
{
	return at > start && at + 1 < end && isdigit((unsigned char)at[-1]) &&
	       isdigit((unsigned char)at[1]);
}

static void count_record(trial *t, size_t fields, bool decimal)
{
	size_t slot = fields < MOST_FIELDS ? fields : MOST_FIELDS;

	t->records++;
	t->seen[slot]++;
	t->seen_decimal[slot] += decimal;
}

/* One record from `at`; where the next begins. */
static const char *walk_record(trial *t, const char *at, const char *end, bool is_whole)
{
	const char *start = at;
	bool decimal = t->delimiter == ',';
	size_t fields = 1;

	while ((at = after_field(at, end, t->delimiter, t->quote)) < end &&
		*at == t->delimiter) {
		decimal = decimal && between_digits(at, start, end);
		fields++;
		at++;
	}
	if (at == end && !is_whole)
		return end;
	if (at > start)
		count_record(t, fields, decimal);
	return at < end ? at + 1 : end;
}

static void try_delimiter(
	trial *t, char delimiter, char quote, const text *sample, bool is_whole)
{
	const char *at = sample->data, *end = at + sample->length;

	memset(t, 0, sizeof *t);
	t->delimiter = delimiter;
	t->quote = quote;
	while (at < end)
		at = walk_record(t, at, end, is_whole);
	for (size_t n = 2; n <= MOST_FIELDS; n++) {
		if (t->seen[n] == 0 || t->seen[n] < t->agree)
			continue;
		t->fields = n;
		t->agree = t->seen[n];
		t->decimals = t->seen_decimal[n];
	}
}

/* ---- Choosing ------------------------------------------------------------------ */

static bool beats(const trial *a, const trial *b)
{
	return a->agree != b->agree ? a->agree > b->agree : a->fields > b->fields;
}

static void discount_decimals(trial *trials, size_t count)
{
	trial *comma = NULL;
	size_t other = 0;

	for (size_t i = 0; i < count; i++) {
		if (trials[i].delimiter == ',')
			comma = &trials[i];
		else if (trials[i].agree > other)
			other = trials[i].agree;
	}
	if (comma && other * 2 >= comma->agree)
		comma->agree -= comma->decimals;
}

static void choose(dialect *out, const text *sample, bool is_whole, relais_lang lang)
{
	trial trials[sizeof candidates], *best = trials;

	for (size_t i = 0; i < sizeof candidates; i++)
		try_delimiter(&trials[i], candidates[i], out->quote, sample, is_whole);
	discount_decimals(trials, sizeof candidates);
	for (size_t i = 1; i < sizeof candidates; i++)
		if (beats(&trials[i], best))
			best = &trials[i];
	out->delimiter = best->agree > 0 ? best->delimiter : ';';
	if (best->agree == 0)
		snprintf(out->reason, sizeof out->reason, "%s", words(lang, "one column"));
	else
		snprintf(out->reason, sizeof out->reason,
			words(lang, "%zu fields on %zu of %zu lines"), best->fields,
			best->agree, best->records);
}

/* ---- Quotes --------------------------------------------------------------------- */

/* Excel's '0123 begins with one as well, but does not end with it. */
static char find_quote(const text *sample)
{
	const char *at = text_str(sample), *end = at + sample->length;
	size_t closed = 0, left_open = 0;
	bool starts = true;

	while (at < end) {
		const char *after = at + 1;

		if (starts && *at == '"')
			return '"';
		if (starts && *at == '\'') {
			after = after_apostrophes(at, end);
			closed += after[-1] == '\'' && after > at + 1;
			left_open += after[-1] != '\'' || after == at + 1;
		}
		at = after;
		starts = is_newline(at[-1]) || is_candidate(at[-1]);
	}
	return closed > 1 && closed >= left_open * 3 ? '\'' : '"';
}

/* ---- sep=; ------------------------------------------------------------------------ */

/* The separator a first line `sep=;` or `"sep=;"` names, 0 when it is not one. What follows
 * it may only be more of the same, as a spreadsheet that saved the file again leaves. */
static char sep_line(const text *sample)
{
	const char *at = text_str(sample);
	bool quoted = *at == '"';
	char named;

	at += quoted;
	if (strncasecmp(at, "sep=", 4) != 0)
		return 0;
	named = at[4];
	if (named != '\t' && named != ' ' && (!ispunct((unsigned char)named) || named == '"'))
		return 0;
	at += 5;
	if (quoted && *at++ != '"')
		return 0;
	while (*at == named || is_blank(*at))
		at++;
	return *at == '\0' || is_newline(*at) ? named : 0;
}

static relais_status take_sample(text *sample, source *s, bool *is_whole, relais_error *err)
{
	size_t length;
	const char *block;
	relais_status rc = source_rewind(s, false, err);

	*is_whole = false;
	while (rc == RELAIS_OK && sample->length < SAMPLE &&
		(rc = source_read(s, &block, &length, NULL, err)) == RELAIS_OK) {
		size_t room = SAMPLE - sample->length;

		text_add_bytes(sample, block, length < room ? length : room);
		if (sample->failed)
			return fail_memory(err);
	}
	*is_whole = rc == RELAIS_END;
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

static bool can_delimit(char c)
{
	return c != '"' && !is_newline(c) && (unsigned char)c < 0x80;
}

relais_status dialect_detect(dialect *out, source *s, char delimiter, relais_error *err)
{
	relais_lang lang = err ? err->lang : RELAIS_EN;
	text sample = { 0 };
	relais_status rc;
	bool is_whole;
	char named;

	if (!can_delimit(delimiter))
		return fail(err, RELAIS_E_USAGE,
			"a quote, a line end or a letter with an accent cannot delimit fields: "
			"use ';' ',' '|' or a tab");
	if (source_about(s)->delimiter) {
		*out = (dialect){
			.delimiter = source_about(s)->delimiter, .quote = '"', .given = true
		};
		snprintf(out->reason, sizeof out->reason, "%s", words(lang, "made from cells"));
		return RELAIS_OK;
	}
	*out = (dialect){ .delimiter = delimiter, .quote = '"', .given = true };
	rc = take_sample(&sample, s, &is_whole, err);
	if (rc == RELAIS_OK) {
		named = sep_line(&sample);
		out->quote = find_quote(&sample);
		out->has_sep_line = named != 0;
		if (delimiter) {
			snprintf(
				out->reason, sizeof out->reason, "%s", words(lang, "as asked"));
		} else if (named) {
			out->delimiter = named;
			snprintf(out->reason, sizeof out->reason, "%s",
				words(lang, "sep= line"));
		} else {
			out->given = false;
			choose(out, &sample, is_whole, lang);
		}
	}
	text_free(&sample);
	return rc;
}
