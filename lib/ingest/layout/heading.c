/* SPDX-License-Identifier: MIT
 * Words of a heading: a column of the kind, a period, an indicator, an office, a computed column;
 * or two of these together ("Guichet 2024"), or one with its unit ("CA (k€)").
 */
#include "heading.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "../../base/date.h"
#include "../../base/period.h"
#include "../../base/text.h"

enum { FOLDED_SIZE = 160 };

bool heading_starts(const char *folded, const char *word)
{
	size_t n = strlen(word);

	return !strncmp(folded, word, n) && (folded[n] == '\0' || folded[n] == ' ');
}

static bool starts_with_one(const char *cell, const char *const *list)
{
	char folded[FOLDED_SIZE];

	text_fold(cell, folded, sizeof folded);
	for (; *list; list++)
		if (heading_starts(folded, *list))
			return true;
	return false;
}

bool is_total(const char *cell)
{
	static const char *const computed[] = { "total", "totaux", "sous total", "ensemble",
		"moyenne", "cumul", "grand total", "somme", "sum", "subtotal", NULL };

	return starts_with_one(cell, computed);
}

static bool is_change(const char *cell)
{
	static const char *const computed[] = { "evol", "evolution", "variation", "var",
		"ecart", "difference", "diff", "progression", "change", "%", "delta", NULL };

	return starts_with_one(cell, computed) || !strncmp(cell, "Δ", 2);
}

int heading_year(const char *said, int so_far)
{
	for (const char *p = said; *p; p++) {
		bool alone = p == said || p[-1] < '0' || p[-1] > '9';
		size_t digits = strspn(p, "0123456789");

		if (alone && digits == 4 && (!strncmp(p, "19", 2) || !strncmp(p, "20", 2))) {
			int year = (p[0] - '0') * 1000 + (p[1] - '0') * 100 +
				   (p[2] - '0') * 10 + p[3] - '0';

			so_far = so_far == 0 || so_far == year ? year : -1;
		}
		p += digits > 0 ? digits - 1 : 0;
	}
	return so_far;
}

/* T1, 1er trimestre, S2: any year will do to see that they are one. */
static relais_period bare_part(const char *words, size_t n)
{
	char dated[64];
	relais_period p;
	int month = month_read(words, n);

	if (month > 0 || n == 0 || n > 24 || !strpbrk(words, "1234"))
		return month;
	snprintf(dated, sizeof dated, "%s 2000", words);
	if (period_read(dated, strlen(dated), &p) && period_slot(p) >= SLOT_QUARTER)
		return period_slot(p);
	return 0;
}

/* 2003a, 2003*, 2003 (p): the year, without what refers to a footnote. */
static relais_period marked_year(const char *words)
{
	const char *mark = words + 4;
	int year = heading_year(words, 0);

	if (year <= 0 || strspn(words, "0123456789") != 4)
		return 0;
	mark += strspn(mark, " ");
	if ((isalpha((unsigned char)mark[0]) && !mark[1]) ||
		(*mark && strspn(mark, "*") == strlen(mark)) ||
		(mark[0] == '(' && strlen(mark) <= 4 && mark[strlen(mark) - 1] == ')'))
		return period_make(year, SLOT_YEAR);
	return 0;
}

relais_period heading_period(const char *words)
{
	size_t n = strlen(words);
	relais_period p;

	if (period_read(words, n, &p))
		return p;
	if ((p = bare_part(words, n)) > 0)
		return p;
	return marked_year(words);
}

/* One thing alone; false: none. */
static bool read_whole(meaning *m, const directories *known, const char *words)
{
	size_t n = strlen(words);
	int64_t id;

	if ((m->period = heading_period(words)) > 0)
		return true;
	if ((id = codes_find(&known->indicators, words, n)) > 0)
		return (m->indicator = id) > 0;
	if ((id = codes_find(&known->offices, words, n)) > 0)
		return (m->office = id) > 0;
	return false;
}

/* "Guichet 2024", "2024_guichet", "Guichet - août 2024": cut where a period begins or ends. */
static bool read_halves(meaning *m, const directories *known, const char *words)
{
	static const char blanks[] = " _-–/";
	char part[FOLDED_SIZE];
	size_t n = strlen(words);

	if (n >= sizeof part || heading_year(words, 0) <= 0)
		return false;
	for (size_t i = 1; i + 1 < n; i++) {
		relais_period p;
		size_t left = i, right = i + 1;

		if (!strchr(" _-", words[i]))
			continue;
		right += strspn(words + right, blanks);
		while (left > 0 && strchr(" _-", words[left - 1]))
			left--;
		memcpy(part, words, left);
		part[left] = '\0';
		if ((p = heading_period(words + right)) >= PERIOD_PER_YEAR) {
			if (!read_whole(m, known, part))
				memcpy(m->rest, part, left + 1);
			m->period = p;
			return true;
		}
		if ((p = heading_period(part)) >= PERIOD_PER_YEAR &&
			heading_year(words + right, 0) == 0 && !heading_period(words + right)) {
			if (!read_whole(m, known, words + right))
				snprintf(m->rest, sizeof m->rest, "%s", words + right);
			m->period = p;
			return true;
		}
	}
	return false;
}

static bool is_same(const meaning *a, const meaning *b)
{
	return a->period == b->period && a->indicator == b->indicator && a->office == b->office;
}

/* The kind's column, or one thing alone, by all the words. Their unit is only one when the name
 * is as well known without it: "CA (k€)" may be what an indicator is called. */
static bool read_named(
	meaning *m, const kind *k, const directories *known, const char *cell, const char *bare)
{
	char folded[FOLDED_SIZE];
	meaning other = { .column = (size_t)-1 };

	text_fold(cell, folded, sizeof folded);
	if ((m->column = kind_column_for(k, folded)) != (size_t)-1) {
		text_fold(bare, folded, sizeof folded);
		if (kind_column_for(k, folded) != m->column)
			m->unit = (unit){ UNIT_NONE, 0 };
		return true;
	}
	if (!read_whole(m, known, cell))
		return false;
	if (m->unit.what && (!read_whole(&other, known, bare) || !is_same(m, &other)))
		m->unit = (unit){ UNIT_NONE, 0 };
	return true;
}

meaning heading_read(const kind *k, const directories *known, const char *cell)
{
	meaning m = { .column = (size_t)-1 };
	char folded[FOLDED_SIZE], words[FOLDED_SIZE];

	if (!*cell)
		return m;
	snprintf(words, sizeof words, "%.*s", (int)text_cut(cell, sizeof words - 1), cell);
	if (words[0] == '(' && unit_alone(words, &m.unit))
		return m; /* on a line of its own, below the names */
	unit_take(words, &m.unit);
	if (read_named(&m, k, known, cell, words))
		return m;
	text_fold(words, folded, sizeof folded);
	if (k->way == KIND_FIGURES && m.unit.what &&
		(m.column = kind_column_for(k, folded)) != (size_t)-1)
		return m;
	if (read_whole(&m, known, words))
		return m;
	m.is_total = is_total(words);
	m.is_change = !m.is_total && is_change(words);
	if (m.is_total || m.is_change || !read_halves(&m, known, words))
		snprintf(m.rest, sizeof m.rest, "%s", words);
	return m;
}

static bool is_part(relais_period p)
{
	return p > 0 && p < PERIOD_PER_YEAR;
}

static bool is_year(relais_period p)
{
	return p >= PERIOD_PER_YEAR && period_slot(p) == SLOT_YEAR;
}

/* year * 20 + slot: a year and a part of one add up to the part of that year. */
bool heading_join(meaning *upper, const meaning *lower)
{
	bool clash = upper->period && lower->period &&
		     !(is_year(upper->period) && is_part(lower->period)) &&
		     !(is_part(upper->period) && is_year(lower->period));

	if (clash || (upper->indicator && lower->indicator) ||
		(upper->office && lower->office) || (*upper->rest && *lower->rest) ||
		(upper->unit.what && lower->unit.what))
		return false;
	upper->period += lower->period;
	upper->indicator += lower->indicator;
	upper->office += lower->office;
	if (lower->column != (size_t)-1)
		upper->column = lower->column;
	upper->is_total = upper->is_total || lower->is_total;
	upper->is_change = upper->is_change || lower->is_change;
	if (lower->unit.what)
		upper->unit = lower->unit;
	if (*lower->rest)
		memcpy(upper->rest, lower->rest, sizeof upper->rest);
	return true;
}
