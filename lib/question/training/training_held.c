/* SPDX-License-Identifier: MIT
 * What was held in a window, for whoever needs its sums.
 */
#include <stdlib.h>
#include <string.h>

#include "../../model/kind_training.h"
#include "training.h"

bool course_is_held(const course *c)
{
	return strcmp(c->state, "tenu") == 0;
}

bool course_serves(const course *c, const char *resolution)
{
	size_t length = strlen(resolution), n;

	for (const char *p = c->resolutions; p && *p; p += n + (p[n] == ' ')) {
		n = strcspn(p, " ");
		if (n == length && strncmp(p, resolution, n) == 0)
			return true;
	}
	return false;
}

bool course_is_within(const course *c, relais_day first, relais_day last)
{
	if (first == RELAIS_NO_DAY && last == RELAIS_NO_DAY)
		return true;
	return c->begins != RELAIS_NO_DAY && c->begins >= first && c->begins <= last;
}

static bool add_seating(tuition *out, const seating *e)
{
	int64_t hours = 0;

	if (e->came == 0)
		return true;
	out->hours.is_known = out->hours.is_known && e->hours.is_known;
	return number_add(&out->trainees, e->came) &&
	       (!e->hours.is_known ||
		       (!__builtin_mul_overflow(e->came, e->hours.units, &hours) &&
			       number_add(&out->hours.units, hours)));
}

bool training_held(const training *t, relais_day first, relais_day last, const char *resolution,
	const char *of, tuition *out)
{
	bool *seen = calloc(t->roster.count + 1, sizeof *seen);
	bool fits = seen != NULL;

	*out = (tuition){ .hours = { 0, true } };
	for (size_t i = 0; fits && i < t->course_count; i++) {
		const course *c = &t->courses[i];
		bool any = !of;

		if (!c->is_asked || !course_is_held(c) || !course_is_within(c, first, last) ||
			(resolution && !course_serves(c, resolution)))
			continue;
		for (size_t n = c->first; fits && n < c->first + c->count; n++) {
			const seating *e = &t->seatings[n];
			const char *code = t->roster.offices[e->office].code;

			if (!e->is_asked || e->came == 0 || (of && strcmp(code, of) != 0))
				continue;
			any = true;
			fits = add_seating(out, e);
			out->offices += !seen[e->office];
			seen[e->office] = true;
		}
		out->sessions += any;
	}
	free(seen);
	return fits;
}

bool trainee_days(amount hours, number *out)
{
	enum { MILLION = 1000000, PLACES = 2 };

	return hours.is_known &&
	       number_ratio(hours.units, (int64_t)HOURS_A_DAY * MILLION, 1, PLACES, out);
}
