/* SPDX-License-Identifier: MIT
 * A profile from its text. libinih is known here and nowhere else; it hands over sections, keys
 * and values, and what is unknown among them is refused with its line.
 */
#include <stdio.h>
#include <string.h>

#include <ini.h>

#include "../base/error.h"
#include "../base/suggest.h"
#include "../base/text.h"
#include "../model/kind.h"
#include "profile_inside.h"

typedef struct reading {
	profile *p;
	const char *input, *rest; /* text still to read */
	unsigned long line;
	relais_error *err;
	relais_status status;
} reading;

static const char *const lists[PROFILE_LISTS + 1] = { "columns", "units", "split", "keep",
	"drop", "offices", "indicators", NULL };

/* inih's fgets: one line of the text. */
static char *next_line(char *out, int size, void *self)
{
	reading *r = self;
	size_t n = strcspn(r->rest, "\n");

	if (!*r->rest)
		return NULL;
	n += r->rest[n] == '\n';
	r->line++;
	if (n >= (size_t)size) {
		r->status =
			fail_at(r->err, RELAIS_E_USAGE, (place){ r->input, r->line, 0, NULL },
				"a line of a profile has at most %d bytes", size - 1);
		return NULL;
	}
	memcpy(out, r->rest, n);
	out[n] = '\0';
	r->rest += n;
	return out;
}

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

static int check_count(reading *r, const char *key, const char *value)
{
	if (*value && strlen(value) < 4 && strspn(value, "0123456789") == strlen(value))
		return 1;
	r->status = fail_at(r->err, RELAIS_E_USAGE, (place){ r->input, r->line, 0, NULL },
		"'%s' is a number of lines, not '%s'", key, value);
	return 0;
}

/* [file] and [constants]: keys that are known one by one. */
static int take_key(reading *r, const char *section, const char *key, const char *value)
{
	static const char *const in_file[] = { "kind", "encoding", "delimiter", "missing",
		"periods", "skip", "headings", "about", NULL };
	static const char *const constants[] = { "office", "indicator", "period", NULL };
	profile *p = r->p;
	bool is_file = !strcmp(section, "file");
	const char **places[] = { &p->kind, &p->encoding, NULL, &p->missing, &p->pattern,
		&p->skip, &p->headings, NULL };
	const char **constant_places[] = { &p->office, &p->indicator, &p->period };
	const char *const *known = is_file ? in_file : constants;
	size_t at = 0;

	while (known[at] && strcmp(known[at], key) != 0)
		at++;
	if (!known[at])
		return unknown(r, "key", key, known);
	if (is_file && !strcmp(key, "delimiter"))
		return take_delimiter(r, value);
	if (is_file && !places[at])
		return 1;
	if ((places[at] == &p->skip || places[at] == &p->headings) && is_file &&
		!check_count(r, key, value))
		return 0;
	*(is_file ? places[at] : constant_places[at]) = keep(r, value);
	return r->status == RELAIS_OK;
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
	for (size_t i = 0; kind_at(i); i++)
		if (kind_column_at(kind_at(i), value) != (size_t)-1)
			return 1;
	return unknown(r, "role", value, roles);
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

	if (p->counts[list] == PROFILE_PAIRS) {
		r->status =
			fail_at(r->err, RELAIS_E_USAGE, (place){ r->input, r->line, 0, NULL },
				"a section of a profile has at most %d lines", PROFILE_PAIRS);
		return 0;
	}
	if (list == PROFILE_COLUMNS && !check_role(r, value))
		return 0;
	if (list == PROFILE_UNITS && !check_unit(r, value))
		return 0;
	one->key = keep(r, key);
	one->value = keep(r, value);
	p->counts[list]++;
	return r->status == RELAIS_OK;
}

static int take(void *self, const char *section, const char *key, const char *value)
{
	static const char *const sections[] = { "file", "constants", "columns", "units",
		"split", "keep", "drop", "offices", "indicators", NULL };
	reading *r = self;

	if (r->status != RELAIS_OK)
		return 0;
	for (size_t i = 0; lists[i]; i++)
		if (!strcmp(section, lists[i]))
			return take_pair(r, i, key, value);
	if (!strcmp(section, "file") || !strcmp(section, "constants"))
		return take_key(r, section, key, value);
	return unknown(r, "section", section, sections);
}

relais_status profile_read(
	profile *p, const char *input, const char *content, relais_error *err)
{
	reading r = { .p = p, .input = input, .rest = content, .err = err };
	int bad = ini_parse_stream(next_line, &r, take, &r);

	if (r.status != RELAIS_OK)
		return r.status;
	if (bad > 0)
		return fail_at(err, RELAIS_E_USAGE,
			(place){ input, (unsigned long)bad, 0, NULL },
			"this line of the profile is neither [section] nor key = value");
	return bad < 0 ? fail_memory(err) : RELAIS_OK;
}
