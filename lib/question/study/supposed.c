/* SPDX-License-Identifier: MIT
 * The register after a merger that is only thought of.
 */
#include "supposed.h"

#include <string.h>

#include "../../base/error.h"

/* How many offices are named; codes are the register's, so that each once is each once. */
static relais_status check(
	const roster *r, const supposed *what, size_t *count, relais_error *err)
{
	char day[16];

	relais_day_print(what->on, day);
	for (*count = 0; what->offices && what->offices[*count]; (*count)++) {
		const office *o = roster_office(r, what->offices[*count]);

		if (!o)
			return fail(err, RELAIS_E_USAGE, "unknown office '%s'",
				what->offices[*count]);
		for (size_t i = 0; i < *count; i++)
			if (!strcmp(what->offices[i], o->code))
				return fail(
					err, RELAIS_E_USAGE, "'%s' is named twice", o->code);
		if (o->bureau_of)
			return fail(err, RELAIS_E_USAGE,
				"'%s' is a bureau of '%s': name the office", o->code,
				o->bureau_of);
		if (!office_is_active(o, what->on - 1, what->on - 1))
			return fail(err, RELAIS_E_USAGE,
				"'%s' is not open the day before %s: it cannot merge", o->code,
				day);
	}
	if (*count < 2)
		return fail(err, RELAIS_E_USAGE,
			"a merger is of two offices or more: name them with commas between");
	return RELAIS_OK;
}

relais_status roster_suppose(roster *r, const supposed *what, relais_error *err)
{
	size_t count;
	relais_status rc = check(r, what, &count, err);

	for (size_t i = 1; rc == RELAIS_OK && i < count; i++) {
		office *o = &r->offices[roster_office(r, what->offices[i]) - r->offices];

		o->merged_into = roster_office(r, what->offices[0])->code;
		o->closed = what->on - 1;
	}
	return rc;
}
