/* SPDX-License-Identifier: MIT
 * A profile from its text: what is unknown among its sections, keys and values is refused with its
 * line.
 */
#include <stdio.h>
#include <string.h>

#include "../../base/error.h"
#include "../../base/fingerprint.h"
#include "../../base/ini_text.h"
#include "../../base/suggest.h"
#include "../../base/text.h"
#include "../../model/kind.h"
#include "profile_inside.h"

typedef struct reading {
	profile *p;
	const char *input;
	unsigned long line;
	relais_error *err;
	relais_status status;
} reading;

static const char *const lists[PROFILE_LISTS + 1] = { "columns", "units", "constants", "split",
	"keep", "drop", "offices", "indicators", NULL };

static int unknown(reading *r, const char *what, const char *word, const char *const *known)
{
	suggestions near;
	char candidates[256];

	suggest_start(&near, word);
	for (; *known; known++)
		suggest_offer(&near, *known, NULL);
	suggest_print(&near, r->err ? r->err->lang : RELAIS_EN, candidates, sizeof candidates);
	r->status = fail_at(r->err, RELAIS_E_USAGE, (place){ r->input, r->line, 0, NULL },
		"a profile has no %s '%s'%s", what, word, candidates);
	return 0;
}

static char *keep(reading *r, const char *value)
{
	char *copy = arena_string(&r->p->memory, value);

	if (!copy)
		r->status = fail_memory(r->err);
	return copy;
}

static int take_delimiter(reading *r, const char *value)
{
	static const char *const names[] = { "semicolon", "comma", "tab", "pipe", NULL };

	for (size_t i = 0; names[i]; i++)
		if (!strcmp(value, names[i])) {
			r->p->delimiter = ";,\t|"[i];
			return 1;
		}
	return unknown(r, "delimiter", value, names);
}

static int take_decimal(reading *r, const char *value)
{
	static const char *const names[] = { "comma", "point", NULL };

	for (size_t i = 0; names[i]; i++)
		if (!strcmp(value, names[i])) {
			r->p->decimal = ",."[i];
			return 1;
		}
	return unknown(r, "decimal mark", value, names);
}

static int check_count(reading *r, const char *key, const char *value)
{
	if (*value && strlen(value) < 4 && strspn(value, "0123456789") == strlen(value))
		return 1;
	r->status = fail_at(r->err, RELAIS_E_USAGE, (place){ r->input, r->line, 0, NULL },
		"'%s' is a number of lines, not '%s'", key, value);
	return 0;
}

/* [file] */
static int take_key(reading *r, const char *key, const char *value)
{
	static const char *const known[] = { "kind", "encoding", "delimiter", "missing",
		"periods", "skip", "headings", "totals", "decimal", "about", NULL };
	profile *p = r->p;
	const char **places[] = { &p->kind, &p->encoding, NULL, &p->missing, &p->pattern,
		&p->skip, &p->headings, &p->totals, NULL, NULL };
	size_t at = 0;

	while (known[at] && strcmp(known[at], key) != 0)
		at++;
	if (!known[at])
		return unknown(r, "key", key, known);
	if (!strcmp(key, "delimiter"))
		return take_delimiter(r, value);
	if (!strcmp(key, "decimal"))
		return take_decimal(r, value);
	if (!places[at])
		return 1;
	if ((places[at] == &p->skip || places[at] == &p->headings) &&
		!check_count(r, key, value))
		return 0;
	*places[at] = keep(r, value);
	return r->status == RELAIS_OK;
}

static bool is_column(const char *name)
{
	for (size_t i = 0; kind_at(i); i++)
		if (kind_column_at(kind_at(i), name) != (size_t)-1)
			return true;
	return false;
}

static int check_constant(reading *r, const char *key)
{
	static const char *const usual[] = { "office", "indicator", "period", "code", "name",
		"type", "parent", NULL };

	return is_column(key) ? 1 : unknown(r, "key", key, usual);
}

/* figure CODE, ignore, or a column of some kind. */
static int check_role(reading *r, const char *value)
{
	static const char *const roles[] = { "office", "indicator", "period", "year", "value",
		"flag", "figure", "ignore", "code", "name", "commune", "postal_code", "insee",
		"departement", "region", NULL };

	if (!strcmp(value, "ignore") || !strcmp(value, "figure") ||
		!strncmp(value, "figure ", 7))
		return 1;
	return is_column(value) ? 1 : unknown(r, "role", value, roles);
}

/* `phone?` need not be there. `* = ignore` is no column. */
static int take_role(reading *r, pair *one)
{
	size_t n = strlen(one->value);
	char *role = arena_copy(&r->p->memory, one->value, n);

	if (!role) {
		r->status = fail_memory(r->err);
		return 0;
	}
	one->is_optional = n > 1 && role[n - 1] == '?';
	for (; n > 0 && strchr("? ", role[n - 1]); n--)
		role[n - 1] = '\0';
	one->value = role;
	if (!strcmp(one->key, "*") && !strcmp(role, "ignore")) {
		r->p->ignores_rest = true;
		r->p->counts[PROFILE_COLUMNS]--;
	}
	return check_role(r, role);
}

static int check_unit(reading *r, const char *value)
{
	static const char *const units[] = { "k€", "M€", "€", "milliers", "millions", "%",
		"fraction", "nombre", NULL };
	unit u;

	return unit_read(value, &u) || unknown(r, "unit", value, units);
}

static int take_pair(reading *r, size_t list, const char *key, const char *value)
{
	profile *p = r->p;
	pair *one = &p->lists[list][p->counts[list]];
	char folded[PROFILE_FOLDED];
	size_t n;

	if (p->counts[list] == PROFILE_PAIRS) {
		r->status =
			fail_at(r->err, RELAIS_E_USAGE, (place){ r->input, r->line, 0, NULL },
				"a section of a profile has at most %d lines", PROFILE_PAIRS);
		return 0;
	}
	*one = (pair){ keep(r, key), keep(r, value), NULL, false };
	if (r->status != RELAIS_OK)
		return 0;
	if (list == PROFILE_UNITS && !check_unit(r, value))
		return 0;
	text_fold(one->key, folded, sizeof folded);
	n = strlen(folded);
	if (n > 2 && !strcmp(folded + n - 2, "[]"))
		folded[n - 2] = '\0';
	one->folded = keep(r, folded);
	p->counts[list]++;
	if (list == PROFILE_CONSTANTS)
		return check_constant(r, one->key);
	return list == PROFILE_COLUMNS ? take_role(r, one) : r->status == RELAIS_OK;
}

static relais_status take(void *self, unsigned long line, const char *section, const char *key,
	const char *value, relais_error *err)
{
	static const char *const sections[] = { "file", "constants", "columns", "units",
		"split", "keep", "drop", "offices", "indicators", NULL };
	reading *r = self;

	(void)err; /* the reading has it */
	r->line = line;
	if (!*key && !*value)
		return RELAIS_OK; /* that it begins */
	for (size_t i = 0; lists[i]; i++)
		if (!strcmp(section, lists[i]))
			return take_pair(r, i, key, value) ? RELAIS_OK : r->status;
	if (!strcmp(section, "file"))
		return take_key(r, key, value) ? RELAIS_OK : r->status;
	unknown(r, "section", section, sections);
	return r->status;
}

relais_status profile_read(
	profile *p, const char *input, const char *content, relais_error *err)
{
	reading r = { .p = p, .input = input, .err = err };
	fingerprint print;

	fingerprint_start(&print);
	fingerprint_add(&print, content, strlen(content));
	fingerprint_end(&print, p->sha256);
	return ini_text_read(input, content, take, &r, err);
}
