/* SPDX-License-Identifier: MIT
 * The shape of a file of figures: of office, indicator and period, which do the rows say, which
 * stand across, which are constant. Every column of figures stands across in the same way: the
 * way that most of them agree on.
 */
#include "layout_try.h"

#include <string.h>

#include "../../base/period.h"
#include "../../base/words.h"

enum { ALL_AXES = ACROSS_OFFICE | ACROSS_INDICATOR | ACROSS_PERIOD };

typedef struct axes {
	unsigned rows; /* said by the rows */
	unsigned constant; /* said by options or the title */
	bool has_slots; /* the rows' periods are parts of a year */
} axes;

static axes find_axes(const layout *l, const trial *how)
{
	const relais_import_options *o = how->options;
	axes a = { 0 };

	if (layout_has(l, OBS_OFFICE))
		a.rows |= ACROSS_OFFICE;
	if (layout_has(l, OBS_INDICATOR))
		a.rows |= ACROSS_INDICATOR;
	if (layout_has(l, OBS_PERIOD) || layout_has(l, OBS_YEAR))
		a.rows |= ACROSS_PERIOD;
	if (o->office || how->title.office || profile_constant(how->profile, "office"))
		a.constant |= ACROSS_OFFICE;
	if (o->indicator || how->title.indicator || profile_constant(how->profile, "indicator"))
		a.constant |= ACROSS_INDICATOR;
	if (o->period.from || how->title.period || profile_constant(how->profile, "period"))
		a.constant |= ACROSS_PERIOD;
	a.has_slots = l->has_row_slot;
	return a;
}

/* What a column says that its rows do not; 0 when it says nothing, or contradicts them. */
static unsigned across_of(const layout *l, size_t i, const meaning *m, axes a)
{
	unsigned mask = (m->office ? ACROSS_OFFICE : 0u) |
			(m->indicator ? ACROSS_INDICATOR : 0u) |
			(m->period ? ACROSS_PERIOD : 0u);

	if (l->columns[i].role == ROLE_COLUMN || m->is_total || m->is_change || m->is_ignored)
		return 0;
	if ((mask & ACROSS_PERIOD) && (a.rows & ACROSS_PERIOD) && a.has_slots &&
		m->period >= PERIOD_PER_YEAR && period_slot(m->period) == SLOT_YEAR)
		return mask & (a.rows & ~(unsigned)ACROSS_PERIOD) ? 0 : mask;
	/* a month's name stands across when the rows say the year */
	if ((mask & ACROSS_PERIOD) && m->period < PERIOD_PER_YEAR && !layout_has(l, OBS_PERIOD))
		return mask & (a.rows & ~(unsigned)ACROSS_PERIOD) ? 0 : mask;
	return mask & a.rows ? 0 : mask;
}

/* What the words nothing explains would be, if they may be made. */
static unsigned fresh_axis(
	const layout *l, size_t i, const meaning *m, axes a, const trial *how)
{
	unsigned lacking = ALL_AXES & ~a.rows;

	if (l->columns[i].role == ROLE_COLUMN || m->is_total || m->is_change || m->is_ignored ||
		!*m->rest || (!m->is_figure && layout_is_expected(l, i)))
		return 0;
	if ((lacking & ACROSS_INDICATOR) && !m->indicator && how->options->create_indicators &&
		!how->options->indicator)
		return ACROSS_INDICATOR;
	if ((lacking & ~a.constant & ACROSS_OFFICE) && !m->office &&
		how->options->create_offices)
		return ACROSS_OFFICE;
	return 0;
}

/* What fresh names stand across with: alone they need two columns that the kind knows. */
static bool may_be(const layout *l, unsigned set, size_t known, axes a)
{
	unsigned covered = set | a.rows | a.constant;

	if (covered != ALL_AXES)
		return false;
	if (known > 0 || (set & ACROSS_PERIOD))
		return true;
	return (a.rows & ACROSS_PERIOD || (a.constant & ACROSS_PERIOD)) &&
	       l->matched + (a.constant & ACROSS_OFFICE ? 1 : 0) > 1;
}

static unsigned choose(const layout *l, const meaning *said, axes a, const trial *how)
{
	size_t known[8] = { 0 }, fresh[8] = { 0 }, most = 0;
	unsigned best = 0;

	for (size_t i = 0; i < l->count; i++) {
		unsigned mask = across_of(l, i, &said[i], a);
		unsigned made = fresh_axis(l, i, &said[i], a, how);

		if (made && (mask || !(said[i].period || said[i].indicator || said[i].office)))
			fresh[mask | made]++;
		else if (mask)
			known[mask]++;
	}
	for (unsigned set = 1; set < 8; set++) {
		size_t score = known[set] * 1000 + fresh[set] * (set & ACROSS_PERIOD ? 900 : 1);

		if (score > most && may_be(l, set, known[set], a)) {
			most = score;
			best = set;
		}
	}
	return best;
}

static void mark_figure(layout *l, size_t i, const meaning *m, unsigned made)
{
	layout_column *c = &l->columns[i];

	c->role = ROLE_FIGURE;
	c->office = m->office;
	c->indicator = m->indicator;
	c->period = m->period;
	c->unit = m->unit;
	if (made == ACROSS_INDICATOR)
		c->new_indicator = m->rest;
	if (made == ACROSS_OFFICE)
		c->new_office = m->rest;
	l->matched += !made || m->period;
}

/* A name to be made stands over numbers, or it is no figure. */
static void mark_figures(layout *l, const meaning *said, axes a, const trial *how, size_t below)
{
	for (size_t i = 0; i < l->count; i++) {
		unsigned mask = across_of(l, i, &said[i], a);
		unsigned made = fresh_axis(l, i, &said[i], a, how);

		if (made && (mask || !(said[i].period || said[i].indicator || said[i].office)))
			mask |= made;
		else
			made = 0;
		if (mask == l->across &&
			(!made || said[i].is_figure || layout_is_numeric(how, below, i)))
			mark_figure(l, i, &said[i], made);
	}
}

/* The two figures before a computed change, a year apart and otherwise alike. */
static bool find_change(layout *l, size_t i)
{
	for (size_t b = i; b-- > 0;)
		for (size_t a = l->count; a-- > 0 && l->columns[b].role == ROLE_FIGURE;) {
			const layout_column *from = &l->columns[a], *to = &l->columns[b];

			if (from->role != ROLE_FIGURE || from->indicator != to->indicator ||
				from->office != to->office || to->period < PERIOD_PER_YEAR ||
				from->period != period_year_before(to->period))
				continue;
			l->columns[i].which = b;
			l->columns[i].from = a;
			return true;
		}
	return false;
}

static void mark_computed(layout *l, const meaning *said)
{
	for (size_t i = 0; i < l->count; i++) {
		layout_column *c = &l->columns[i];
		bool after = i > 0 && l->columns[i - 1].role == ROLE_FIGURE;

		if (after && said[i].column == OBS_FLAG && l->across) {
			c->role = ROLE_FLAG;
			c->which = i - 1;
			l->columns[i - 1].flag = i;
			if (l->at[OBS_FLAG] == i)
				l->at[OBS_FLAG] = LAYOUT_NONE;
		}
		if (c->role != ROLE_UNUSED)
			continue;
		if (said[i].is_total && l->across) {
			c->role = ROLE_TOTAL;
			c->unit = said[i].unit;
		} else if (said[i].is_change && find_change(l, i))
			c->role = ROLE_CHANGE;
	}
}

/* The value of a long file: its column, or the only one left that holds numbers. */
static bool mark_value(layout *l, const meaning *said, axes a, const trial *how, size_t below)
{
	size_t field = l->at[OBS_VALUE];

	if (field == LAYOUT_NONE && (a.rows | a.constant) == ALL_AXES &&
		(field = layout_numbers(l, said, how, below)) != LAYOUT_NONE) {
		l->at[OBS_VALUE] = field;
		l->columns[field].why = N_("the only column left that holds numbers");
		l->matched++;
	}
	if (field == LAYOUT_NONE)
		return false;
	l->columns[field].role = ROLE_FIGURE;
	l->columns[field].which = OBS_VALUE;
	l->columns[field].flag = l->at[OBS_FLAG];
	l->columns[field].unit = said[field].unit;
	return true;
}

/* How many columns would be figures if one more of the three were said somewhere. */
static size_t if_said(
	const layout *l, const meaning *said, axes a, const trial *how, unsigned axis)
{
	unsigned set;
	size_t count = 0;

	a.constant |= axis;
	set = choose(l, said, a, how);
	for (size_t i = 0; set && i < l->count; i++)
		count += across_of(l, i, &said[i], a) == set;
	return count;
}

/* The one thing that keeps columns from being figures, and these count as understood: nothing else
 * is the matter with the headings. */
static unsigned lacking_alone(layout *l, const meaning *said, axes a, const trial *how)
{
	unsigned best = 0;
	size_t most = 0;

	for (unsigned axis = 1; axis < ALL_AXES; axis <<= 1) {
		size_t count =
			(a.rows | a.constant) & axis ? 0 : if_said(l, said, a, how, axis);

		if (count > most) {
			most = count;
			best = axis;
		}
	}
	l->matched += most;
	return best;
}

const char *layout_shape(layout *l, meaning *said, const trial *how, size_t below)
{
	axes a;
	bool has_value;
	unsigned lacking;

	layout_infer(l, said, how, below);
	a = find_axes(l, how);
	l->across = layout_has(l, OBS_VALUE) ? 0 : choose(l, said, a, how);
	if (l->across)
		mark_figures(l, said, a, how, below);
	if (!(l->across & ACROSS_PERIOD) || !layout_has(l, OBS_PERIOD))
		l->has_row_slot = false;
	has_value = l->across || mark_value(l, said, a, how, below);
	mark_computed(l, said);
	if (!has_value && (lacking = lacking_alone(l, said, a, how)))
		a.constant |= ALL_AXES & ~lacking;
	a.constant |= l->across;
	if (!((a.rows | a.constant) & ACROSS_OFFICE))
		return "office";
	if (!((a.rows | a.constant) & ACROSS_INDICATOR))
		return "indicator";
	if (!((a.rows | a.constant) & ACROSS_PERIOD))
		return "period";
	return has_value ? NULL : "value";
}
