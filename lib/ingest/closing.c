/* SPDX-License-Identifier: MIT
 * When figures are final. A period is provisional at first, then every network closes its
 * accounts of a year on one day of the next: 31 March unless the setting final_month_day says
 * otherwise.
 */
#include "figures/conflict.h"

#include "../base/error.h"
#include "../base/period.h"
#include "../model/rule.h"

/* The batch this import is of has its day already: there is always one. */
static relais_status load_first(closing *c, relais_store *store, relais_error *err)
{
	char day[16];
	relais_status rc;
	stmt *s;

	if ((rc = stmt_prepare(&s, store,
		     "SELECT min(batch_id) FROM batch WHERE received_on >= ?1", err)) !=
		RELAIS_OK)
		return rc;
	relais_day_print(c->today, day);
	stmt_bind_text_at(s, 1, day);
	if ((rc = stmt_step(s, err)) == RELAIS_OK)
		c->first_today = stmt_int(s, 0);
	stmt_free(s);
	return rc;
}

relais_status closing_load(closing *c, relais_store *store, relais_day today, relais_error *err)
{
	const char *said = relais_store_setting(store, "final_month_day", RELAIS_NO_DAY);

	*c = (closing){
		.today = today, .rule = closing_usual, .applies = !store_is_private(store)
	};
	if (said && !month_day_read(said, &c->rule.month, &c->rule.day))
		return fail(err, RELAIS_E_DATA,
			"the setting final_month_day is '%s' and must be a month and a day like 03-31",
			said);
	return load_first(c, store, err);
}

bool closing_is_final(const closing *c, relais_period p)
{
	return c->applies && c->today > closing_rule_day(c->rule, p);
}
