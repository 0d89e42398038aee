/* SPDX-License-Identifier: MIT
 * Profiles: finding one, and what it answers.
 */
#include "profile.h"

#include <errno.h>
#include <fnmatch.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "../../base/period.h"
#include "../../base/suggest.h"
#include "../../base/text.h"
#include "profile_inside.h"

enum { MOST_BYTES = 1 << 20 };

/* ---- finding ---------------------------------------------------------------------- */

static relais_status read_path(profile *p, const char *path, relais_error *err)
{
	FILE *in = fopen(path, "r");
	text content = { 0 };
	char block[4096];
	size_t n;
	relais_status rc;

	if (!in)
		return RELAIS_END;
	while ((n = fread(block, 1, sizeof block, in)) > 0 && content.length < MOST_BYTES)
		text_add_bytes(&content, block, n);
	fclose(in);
	rc = content.failed ? fail_memory(err) : profile_read(p, path, text_str(&content), err);
	text_free(&content);
	return rc;
}

/* The file itself, NAME.ini beside us, in the user's folder, built in. */
static relais_status find(profile *p, const relais_import_options *o, relais_error *err)
{
	const char *name = o->profile, *built_in;
	text path = { 0 };
	suggestions near;
	char candidates[256];
	relais_status rc = RELAIS_END;

	if (strchr(name, '/') || strchr(name, '.'))
		rc = read_path(p, name, err);
	text_addf(&path, "%s.ini", name);
	if (rc == RELAIS_END && !path.failed)
		rc = read_path(p, text_str(&path), err);
	text_clear(&path);
	text_addf(&path, "%s/%s.ini", o->profiles ? o->profiles : ".", name);
	if (rc == RELAIS_END && !path.failed)
		rc = read_path(p, text_str(&path), err);
	text_free(&path);
	if (rc != RELAIS_END)
		return rc;
	if ((built_in = profile_built_in(name)))
		return profile_read(p, name, built_in, err);
	suggest_start(&near, name);
	for (const char *const *known = profile_names(); *known; known++)
		suggest_offer(&near, *known, NULL);
	suggest_print(&near, err ? err->lang : RELAIS_EN, candidates, sizeof candidates);
	return fail(err, RELAIS_E_USAGE, "there is no profile '%s'%s", name, candidates);
}

relais_status profile_open(profile **out, const relais_import_options *o, relais_error *err)
{
	profile *p;
	relais_status rc;

	*out = NULL;
	if (!o->profile)
		return RELAIS_OK;
	if (!(p = calloc(1, sizeof *p)))
		return fail_memory(err);
	p->name = o->profile;
	if ((rc = find(p, o, err)) != RELAIS_OK ||
		(rc = profile_find_paths(p, err)) != RELAIS_OK ||
		(rc = profile_find_above(p, err)) != RELAIS_OK) {
		profile_close(p);
		return rc;
	}
	*out = p;
	return RELAIS_OK;
}

void profile_close(profile *p)
{
	if (!p)
		return;
	for (size_t i = 0; i < p->above_count; i++)
		text_free(&p->above[i].cell);
	arena_free(&p->memory);
	arena_free(&p->row);
	free(p);
}

void profile_complete(const profile *p, relais_import_options *o)
{
	if (!o->kind)
		o->kind = p->kind;
	if (!o->encoding)
		o->encoding = p->encoding;
	if (!o->delimiter)
		o->delimiter = p->delimiter;
}

const char *profile_fingerprint(const profile *p)
{
	return p ? p->sha256 : "";
}

/* ---- answers ----------------------------------------------------------------------- */

const char *profile_constant(const profile *p, const char *key)
{
	for (size_t i = 0; p && i < p->counts[PROFILE_CONSTANTS]; i++)
		if (!strcmp(p->lists[PROFILE_CONSTANTS][i].key, key))
			return p->lists[PROFILE_CONSTANTS][i].value;
	return NULL;
}

bool profile_uses_rest(const profile *p)
{
	for (size_t i = 0; p && i < p->counts[PROFILE_CONSTANTS]; i++)
		if (strstr(p->lists[PROFILE_CONSTANTS][i].value, "{*}"))
			return true;
	return false;
}

unsigned long profile_skip(const profile *p)
{
	return p && p->skip ? strtoul(p->skip, NULL, 10) : 0;
}

size_t profile_headings(const profile *p)
{
	return p && p->headings ? strtoul(p->headings, NULL, 10) : 0;
}

const char *const *profile_paths(const profile *p)
{
	return p ? p->paths : NULL;
}

const char *profile_code(const profile *p, profile_list list, const char *name)
{
	for (size_t i = 0; p && i < p->counts[list]; i++)
		if (text_same(p->lists[list][i].key, name))
			return p->lists[list][i].value;
	return name;
}

/* Is a cell one of a list a|b|c? Each may hold * and ?. */
bool profile_list_holds(const char *list, const char *cell)
{
	char word[PROFILE_FOLDED];

	for (;;) {
		size_t n = strcspn(list, "|");

		if (n < sizeof word) {
			memcpy(word, list, n);
			word[n] = '\0';
			if (fnmatch(word, cell, 0) == 0)
				return true;
		}
		if (!list[n])
			return false;
		list += n + 1;
	}
}

bool profile_is_missing(const profile *p, const char *cell)
{
	return p && p->missing && profile_list_holds(p->missing, cell);
}

bool profile_is_total(const profile *p, const char *name)
{
	return p && p->totals && profile_list_holds(p->totals, name);
}

char profile_decimal(const profile *p)
{
	return p ? p->decimal : 0;
}

static int take_digits(const char **cell, int most)
{
	int value = 0, n = 0;

	for (; n < most && **cell >= '0' && **cell <= '9'; n++, ++*cell)
		value = value * 10 + (**cell - '0');
	return n > 0 ? value : -1;
}

/* %Y %m %d %q, anything else as it stands. */
relais_period profile_period(const profile *p, const char *cell)
{
	int year = 0, month = 0, quarter = 0, day = 1;

	if (!p || !p->pattern)
		return 0;
	for (const char *at = p->pattern; *at; at++) {
		int *into = NULL;

		if (*at != '%' || !at[1]) {
			if (*cell++ != *at)
				return -1;
			continue;
		}
		at++;
		into = *at == 'Y' ? &year : *at == 'm' ? &month : *at == 'q' ? &quarter : &day;
		if ((*into = take_digits(&cell, *at == 'Y' ? 4 : 2)) < 0)
			return -1;
	}
	if (*cell || year < 1900 || month > 12 || quarter > 4 || day < 1 || day > 31)
		return -1;
	return period_make(year, quarter ? SLOT_QUARTER + quarter - 1 : month);
}
