/* SPDX-License-Identifier: MIT
 * Staff of a year, office by office, as the indicators have it.
 */
#include "../../base/error.h"
#include "../../base/period.h"
#include "../../store/store.h"
#include "../sql.h"
#include "ask.h"

enum { HUNDREDTHS = 2 };

relais_status read_staff(const training *t, relais_store *store, const char *indicator,
	int year, int64_t *out, relais_error *err)
{
	size_t hint = 0;
	stmt *s;
	relais_status rc = stmt_prepare(&s, store, SQL(staff), err);

	for (size_t i = 0; i < t->roster.count; i++)
		out[i] = -1;
	if (rc != RELAIS_OK)
		return rc;
	stmt_bind_text(s, ":indicator", indicator);
	stmt_bind_int(s, ":period", period_make(year, SLOT_YEAR));
	stmt_bind_int(s, ":known", t->known);
	while ((rc = stmt_step(s, err)) == RELAIS_OK) {
		ptrdiff_t at = roster_at(&t->roster, stmt_int(s, 0), &hint);
		number n = { stmt_int(s, 1), (int)stmt_int(s, 2) };

		if (at >= 0 && number_rescale(n, HUNDREDTHS, &n, NULL) && n.units >= 0)
			out[at] = n.units;
	}
	stmt_free(s);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}
