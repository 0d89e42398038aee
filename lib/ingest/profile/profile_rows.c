/* SPDX-License-Identifier: MIT
 * What a profile does to rows: cells that hold several are cut, and some rows are not wanted.
 *
 * A line of [split] names a column by its number, then heading and rows are cut alike; or by its
 * heading, then the heading becomes the names given and every cell as many pieces.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "../../base/text.h"
#include "profile_inside.h"

typedef struct cutting {
	profile *p;
	const char **fields;
	size_t *lengths;
	size_t count, most;
	bool failed;
} cutting;

static void put(cutting *c, const char *bytes, size_t length)
{
	if (c->count == c->most)
		return;
	c->fields[c->count] = arena_copy(&c->p->row, bytes, length);
	c->failed = c->failed || !c->fields[c->count];
	c->lengths[c->count++] = length;
}

enum { MOST_MARKS = 8 };

static char mark_of(const char *word, size_t length)
{
	static const struct {
		const char *word;
		char mark;
	} words[] = { { "comma", ',' }, { "pipe", '|' }, { "semicolon", ';' }, { "hash", '#' },
		{ "tab", '\t' }, { "slash", '/' }, { "blank", ' ' } };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strlen(words[i].word) == length && !strncmp(word, words[i].word, length))
			return words[i].mark;
	return word[0];
}

/* "hash|pipe town": what cuts, before the names. */
static void read_marks(const char *said, char marks[MOST_MARKS])
{
	size_t n = 0;

	while (*said && *said != ' ' && n + 1 < MOST_MARKS) {
		size_t length = strcspn(said, "| ");

		length += length == 0; /* the bar itself */
		marks[n++] = mark_of(said, length);
		said += length;
		said += *said == '|';
	}
	marks[n] = '\0';
}

/* The names after the mark: where the first begins, "" when there are none. */
static const char *names_in(const char *said)
{
	said += strcspn(said, " ");
	return said + strspn(said, " ");
}

static size_t count_names(const char *names)
{
	size_t n = 0;

	for (; *names; names = names_in(names))
		n++;
	return n;
}

static void put_names(cutting *c, const char *names)
{
	for (; *names; names = names_in(names))
		put(c, names, strcspn(names, " "));
}

/* `exactly` pieces, empty ones behind; 0: as many as there are. */
static void put_pieces(cutting *c, const char *cell, const char *cut, size_t exactly)
{
	size_t n = 0;

	for (const char *at = cell; at && (!exactly || n < exactly); n++) {
		size_t length = strcspn(at, cut), trimmed;
		const char *from = exactly ? text_trim(at, length, &trimmed) : at;

		put(c, from, exactly ? trimmed : length);
		at = at[length] ? at + length + 1 : NULL;
	}
	for (; n < exactly; n++)
		put(c, "", 0);
}

/* The line of [split] for a field, NULL: none. Meeting a heading says where its column is. */
static const pair *split_of(profile *p, const char *cell, size_t column, bool *is_heading)
{
	char folded[PROFILE_FOLDED] = "";

	*is_heading = false;
	for (size_t i = 0; i < p->counts[PROFILE_SPLIT]; i++) {
		const pair *one = &p->lists[PROFILE_SPLIT][i];

		if (!*names_in(one->value)) {
			if (pair_names(one, "", column))
				return one;
			continue;
		}
		text_fold(cell, folded, sizeof folded);
		if (*cell && !strcmp(one->folded, folded)) {
			p->cuts[i] = column + 1;
			*is_heading = true;
		}
		if (p->cuts[i] == column + 1)
			return one;
	}
	return NULL;
}

static void cut_field(cutting *c, const record *r, size_t i)
{
	bool is_heading;
	const pair *one = split_of(c->p, r->fields[i], i, &is_heading);
	const char *names = one ? names_in(one->value) : "";
	char marks[MOST_MARKS];

	if (one)
		read_marks(one->value, marks);
	if (!one)
		put(c, r->fields[i], r->lengths[i]);
	else if (is_heading)
		put_names(c, names);
	else
		put_pieces(c, r->fields[i], marks, count_names(names));
}

relais_status profile_split(profile *p, record *r, relais_error *err)
{
	cutting c = { .p = p, .most = r->count + PROFILE_FIELDS };

	if (!p || p->counts[PROFILE_SPLIT] == 0)
		return RELAIS_OK;
	arena_free(&p->row);
	c.fields = arena_alloc(&p->row, c.most * sizeof *c.fields);
	c.lengths = arena_alloc(&p->row, c.most * sizeof *c.lengths);
	if (!c.fields || !c.lengths)
		return fail_memory(err);
	for (size_t i = 0; i < r->count; i++)
		cut_field(&c, r, i);
	if (c.failed)
		return fail_memory(err);
	r->fields = c.fields;
	r->lengths = c.lengths;
	r->count = c.count;
	return RELAIS_OK;
}

/* ---- the cell above ------------------------------------------------------------------- */

static above *above_of(profile *p, const char *folded)
{
	for (size_t i = 0; i < p->above_count; i++)
		if (!strcmp(p->above[i].folded, folded))
			return &p->above[i];
	return NULL;
}

relais_status profile_find_above(profile *p, relais_error *err)
{
	char word[PROFILE_FOLDED], folded[PROFILE_FOLDED];

	for (size_t i = 0; i < p->counts[PROFILE_CONSTANTS]; i++)
		for (const char *at = p->lists[PROFILE_CONSTANTS][i].value;
			(at = strstr(at, "{^")); at++) {
			snprintf(word, sizeof word, "%.*s", (int)strcspn(at + 2, "}"), at + 2);
			text_fold(word, folded, sizeof folded);
			if (above_of(p, folded))
				continue;
			if (p->above_count == PROFILE_ABOVE)
				return fail(err, RELAIS_E_USAGE,
					"a profile looks above in at most %d columns",
					PROFILE_ABOVE);
			if (!(p->above[p->above_count].folded =
					    arena_string(&p->memory, folded)))
				return fail_memory(err);
			p->above_count++;
		}
	return RELAIS_OK;
}

bool profile_remember(profile *p, const char *const *headings, size_t count, const record *r)
{
	char folded[PROFILE_FOLDED];
	bool whole = true;

	for (size_t i = 0; p && p->above_count > 0 && i < count && i < r->count; i++) {
		above *kept;

		text_fold(headings[i], folded, sizeof folded);
		if (!r->lengths[i] || !(kept = above_of(p, folded)))
			continue;
		text_clear(&kept->cell);
		text_add_bytes(&kept->cell, r->fields[i], r->lengths[i]);
		whole = whole && !kept->cell.failed;
	}
	return whole;
}

const char *profile_above(const profile *p, const char *heading)
{
	char folded[PROFILE_FOLDED];

	text_fold(heading, folded, sizeof folded);
	for (size_t i = 0; p && i < p->above_count; i++)
		if (!strcmp(p->above[i].folded, folded))
			return text_str(&p->above[i].cell);
	return "";
}

/* ---- keep, drop ------------------------------------------------------------------------ */

typedef enum verdict { NO_SUCH_COLUMN, MATCHES, DIFFERS } verdict;

static verdict judge(
	const pair *rule, const char *const *headings, size_t count, const record *r)
{
	char folded[PROFILE_FOLDED];

	for (size_t i = 0; i < count; i++) {
		text_fold(headings[i], folded, sizeof folded);
		if (pair_names(rule, folded, i))
			return profile_list_holds(rule->value, i < r->count ? r->fields[i] : "")
				       ? MATCHES
				       : DIFFERS;
	}
	return NO_SUCH_COLUMN;
}

bool profile_keeps(const profile *p, const char *const *headings, size_t count, const record *r)
{
	for (size_t i = 0; i < p->counts[PROFILE_KEEP]; i++)
		if (judge(&p->lists[PROFILE_KEEP][i], headings, count, r) == DIFFERS)
			return false;
	for (size_t i = 0; i < p->counts[PROFILE_DROP]; i++)
		if (judge(&p->lists[PROFILE_DROP][i], headings, count, r) == MATCHES)
			return false;
	return true;
}
