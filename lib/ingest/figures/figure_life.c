/* SPDX-License-Identifier: MIT
 * Figures of an office after its end or before its creation: an office that merged often goes on
 * sending, and its successor's figures then count the same visitors.
 */
#include <stdlib.h>
#include <string.h>

#include "../../base/date.h"
#include "../../base/error.h"
#include "../../base/period.h"
#include "figures_inside.h"

static const char dated[] = "SELECT office_id, opened_on, closed_on\n"
			    "  FROM office_version\n"
			    " WHERE known_until = 2147483647\n"
			    "   AND (opened_on IS NOT NULL OR closed_on IS NOT NULL)";

static relais_day day_of(const stmt *s, int column, relais_day otherwise)
{
	relais_day day;
	const char *said = stmt_is_null(s, column) ? "" : stmt_text(s, column);

	return day_read(said, strlen(said), &day) ? day : otherwise;
}

static relais_status take(figures *f, const stmt *s, relais_error *err)
{
	size_t n = f->lives.count;
	int64_t id = stmt_int(s, 0);
	life *more;

	if ((n & (n - 1)) == 0) {
		if (!(more = realloc(f->life, (n ? 2 * n : 1) * sizeof *more)))
			return fail_memory(err);
		f->life = more;
	}
	f->life[n] = (life){ day_of(s, 1, INT32_MIN), day_of(s, 2, INT32_MAX) };
	return map_put(&f->lives, (const char *)&id, sizeof id, (int64_t)n) ? RELAIS_OK
									    : fail_memory(err);
}

relais_status lives_load(figures *f, relais_error *err)
{
	relais_status rc;
	stmt *s;

	if ((rc = stmt_prepare(&s, f->store, dated, err)) != RELAIS_OK)
		return rc;
	while ((rc = stmt_step(s, err)) == RELAIS_OK)
		if ((rc = take(f, s, err)) != RELAIS_OK)
			break;
	stmt_free(s);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

bool check_life(figures *f, int64_t office, relais_period p, spot at)
{
	char day[16], period[16];
	const life *known;
	int64_t n;

	if (!f->lives.count || !map_get(&f->lives, (const char *)&office, sizeof office, &n))
		return true;
	known = &f->life[n];
	if (period_last_day(p) >= known->opened && period_first_day(p) <= known->closed)
		return true;
	relais_period_print(p, period);
	if (period_last_day(p) < known->opened) {
		relais_day_print(known->opened, day);
		return told_doubt(f->told, at, "before-opening",
			"%s opened on %s and this figure is of %s: see whether it is of one before it",
			codes_spell(&f->known->offices, office), day, period);
	}
	relais_day_print(known->closed, day);
	return told_doubt(f->told, at, "after-closing",
		"%s closed on %s and this figure is of %s: see whether it is of the one that goes on",
		codes_spell(&f->known->offices, office), day, period);
}
