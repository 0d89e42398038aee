/* SPDX-License-Identifier: MIT
 * Offices held against their bureaux.
 */
#include "bureaux.h"

#include "../../base/error.h"
#include "../../base/number.h"

extern const unsigned char relais_sql_bureaux[];

enum { OFFICE, INDICATOR, PERIOD, OWN, DECIMALS, SUM, LINE, IS_COMPLETE };

relais_status bureaux_exist(relais_store *store, bool *out, relais_error *err)
{
	relais_status rc;
	stmt *s;

	*out = false;
	if ((rc = stmt_prepare(&s, store,
		     "SELECT 1 FROM office_version\n"
		     " WHERE bureau_of IS NOT NULL AND known_until = 2147483647 LIMIT 1",
		     err)) != RELAIS_OK)
		return rc;
	rc = stmt_step(s, err);
	*out = rc == RELAIS_OK;
	stmt_free(s);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

static void compare(const stmt *s, told *t)
{
	int decimals = (int)stmt_int(s, DECIMALS);
	int64_t own = stmt_is_null(s, OWN) ? 0 : stmt_int(s, OWN), sum = stmt_int(s, SUM);
	char period[16], mine[NUMBER_SIZE], theirs[NUMBER_SIZE];

	if (sum == own || (!stmt_int(s, IS_COMPLETE) && sum < own))
		return;
	relais_period_print((relais_period)stmt_int(s, PERIOD), period);
	number_print((number){ own, decimals }, mine);
	number_print((number){ sum, decimals }, theirs);
	told_warn(t, (spot){ (unsigned long)stmt_int(s, LINE), 0 }, "bureaux-mismatch",
		"%s, %s: its own %s is %s and its bureaux make %s: its own counts",
		stmt_text(s, OFFICE), period, stmt_text(s, INDICATOR), mine, theirs);
}

relais_status bureaux_check(relais_store *store, int64_t batch, told *t, relais_error *err)
{
	relais_status rc;
	stmt *s;

	if ((rc = stmt_prepare(&s, store, (const char *)relais_sql_bureaux, err)) != RELAIS_OK)
		return rc;
	stmt_bind_int(s, ":batch", batch);
	while ((rc = stmt_step(s, err)) == RELAIS_OK)
		compare(s, t);
	stmt_free(s);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}
