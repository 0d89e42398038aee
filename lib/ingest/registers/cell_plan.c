/* SPDX-License-Identifier: MIT
 * Cells of the plan.
 */
#include "cell_plan.h"

#include <string.h>

#include "../../base/date.h"
#include "../../model/moment.h"
#include "../../model/ties.h"

enum { HINT_SIZE = 256 };

bool cell_is_plan(cell_type type)
{
	return type >= CELL_MOMENT && type <= CELL_FUNDINGS;
}

/* Does what is anchored there belong to an office of the register? */
static bool is_of_office(const char *anchor)
{
	static const char *const others[] = { "", "commune_touristique", "station_classee",
		"meuble_tourisme", "calendar", "session" };

	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (!strcmp(anchor, others[i]))
			return false;
	return true;
}

static bool check_office(
	const kind_column *column, moment *m, const directories *known, told *t, spot at)
{
	const char *office = m->name;
	char near[HINT_SIZE];

	if (!is_of_office(m->anchor) || codes_find(&known->offices, office, strlen(office)) > 0)
		return true;
	codes_suggest(&known->offices, office, t->lang, near, sizeof near);
	told_reject(t, at, "unknown-code", "%s '%s:%s': unknown office '%s'%s", column->name,
		m->anchor, m->name, office, near);
	return false;
}

static bool read_moment(const kind_column *column, const char *cell, const directories *known,
	told *t, spot at, char *out, size_t size)
{
	char kept[MOMENT_SIZE], near[HINT_SIZE];
	relais_day day;
	moment m;

	if (day_read(cell, strlen(cell), &day)) {
		relais_day_print(day, out);
		return true;
	}
	switch (moment_read(cell, &m)) {
	case MOMENT_READ:
		moment_print(&m, kept);
		snprintf(out, size, "%s", kept);
		return check_office(column, &m, known, t, at);
	case MOMENT_UNKNOWN:
		relais_suggest(m.anchor, moment_anchors, t->lang, near, sizeof near);
		told_reject(t, at, "bad-date", "%s '%s': nothing is known as '%s'%s",
			column->name, cell, m.anchor, near);
		return false;
	default:
		told_reject(t, at, "bad-date",
			"%s '%s' is not a date: write 31/08/2024, 2024-08-31, or a distance to another day, as J-90 classement:OT-22-004 or J+30 A5-01",
			column->name, cell);
		return false;
	}
}

bool cell_read_plan(const kind_column *column, const char *cell, const directories *known,
	told *t, spot at, char *out, size_t size)
{
	char list[TIES_SIZE];

	switch (column->type) {
	case CELL_MOMENT: return read_moment(column, cell, known, t, at, out, size);
	case CELL_TIES:
		if (ties_read(cell, list))
			break;
		told_reject(t, at, "bad-after",
			"%s '%s' is no list of actions: write their codes with blanks between, A5-01 A5-02+30",
			column->name, cell);
		return false;
	case CELL_REPEAT:
		if (repeat_read(cell, list))
			break;
		told_reject(t, at, "bad-repeat",
			"%s '%s': write week, month, quarter, semester, year, or done+30 for 30 days after it was done",
			column->name, cell);
		return false;
	default:
		if (fundings_read(cell, list))
			break;
		told_reject(t, at, "bad-fundings",
			"%s '%s': write each funder once with its euros, as region:2000|relais:400; they are opco, cnfpt, region, departement, epci, commune, etat, europe, relais, office, prive, autre",
			column->name, cell);
		return false;
	}
	snprintf(out, size, "%s", list);
	return true;
}
