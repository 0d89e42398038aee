/* SPDX-License-Identifier: MIT
 * The [columns] of a learned profile. A role that a profile can give is a line, under its heading
 * where that is one key and no other's; everything else is a comment, and is found again as it
 * was the first time.
 */
#include <stdio.h>
#include <string.h>

#include "../../base/text.h"
#include "../../base/words.h"
#include "learn.h"

enum { KEY_SIZE = 100, MOST_LINES = 150, FOLDED_SIZE = 256 };

/* inih cuts at these. */
static bool is_plain(const char *words)
{
	return *words && strlen(words) < KEY_SIZE && !strpbrk(words, "=:;[]#\"\n\r\t");
}

static bool is_only(const layout *l, size_t column)
{
	char folded[FOLDED_SIZE], other[FOLDED_SIZE];

	text_fold(l->columns[column].heading, folded, sizeof folded);
	if (!*folded)
		return false;
	for (size_t i = 0; i < l->count; i++) {
		text_fold(l->columns[i].heading, other, sizeof other);
		if (i != column && !strcmp(folded, other))
			return false;
	}
	return true;
}

static void add_key(const layout *l, size_t i, text *out)
{
	const char *heading = l->columns[i].heading;

	if (is_plain(heading) && is_only(l, i) && strncmp(heading, "column ", 7) != 0)
		text_add(out, heading);
	else
		text_addf(out, "column %zu", i + 1);
}

/* False: a profile cannot say it, and need not. */
static bool add_role(const disclosure *d, size_t i, text *out)
{
	const layout *l = d->layout;
	const layout_column *c = &l->columns[i];
	const char *indicator = c->new_indicator ? c->new_indicator
				: c->indicator
					? codes_spell(&d->known->indicators, c->indicator)
					: NULL;

	if (c->role == ROLE_COLUMN || c->role == ROLE_FLAG) {
		text_add(out, c->role == ROLE_FLAG ? "flag" : l->kind->columns[c->which].name);
		return true;
	}
	if (c->role != ROLE_FIGURE)
		return false;
	if (!l->across) {
		text_add(out, "value");
		return true;
	}
	if (!indicator || c->office || c->new_office || !is_plain(indicator))
		return false;
	text_addf(out, "figure %s", indicator);
	return true;
}

static void explain(const disclosure *d, size_t i, size_t end, text *out)
{
	const layout_column *c = &d->layout->columns[i];
	const char *last = d->layout->columns[end].heading;
	text described = { 0 };

	column_describe(d, i, &described);
	if (c->role == ROLE_UNUSED && *c->heading) {
		learn_comment(out, "%zu: %s: %s", i + 1, c->heading,
			words(d->lang,
				N_("not used; take the ; away and give a role, or ignore")));
		text_add(out, ";");
		add_key(d->layout, i, out);
		text_add(out, " = ignore\n");
	} else if (c->role != ROLE_UNUSED && end > i)
		learn_comment(out, "%zu-%zu: %s … %s: %s …", i + 1, end + 1, c->heading, last,
			text_str(&described));
	else if (c->role != ROLE_UNUSED)
		learn_comment(out, "%zu: %s: %s", i + 1, c->heading, text_str(&described));
	text_free(&described);
}

void learn_columns(const disclosure *d, text *out)
{
	const layout *l = d->layout;
	size_t lines = 0;

	text_add(out, "\n[columns]\n");
	for (size_t i = 0; i < l->count; i++) {
		size_t end = column_run_end(l, i);
		text said = { 0 };

		if (lines >= MOST_LINES || !add_role(d, i, &said)) {
			explain(d, i, end, out);
			i = end;
		} else {
			if (l->columns[i].why)
				learn_comment(out, "%s", words(d->lang, l->columns[i].why));
			add_key(l, i, out);
			text_addf(out, " = %s\n", text_str(&said));
			lines++;
		}
		text_free(&said);
	}
}
