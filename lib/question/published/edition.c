/* SPDX-License-Identifier: MIT
 * See edition.h. Settings are read as known at the edition, so that a network that changes its
 * name keeps its old notes as they were.
 */
#include <stdio.h>
#include <string.h>

#include "../../base/date.h"
#include "../../store/store.h"
#include "edition.h"
#include "../study/inside.h"

/* The catalogue a store is born with is dated 1970: with nothing else, nothing is known. */
static relais_status read_day(edition *e, relais_store *store, relais_error *err)
{
	stmt *s = NULL;
	const char *day;
	relais_status rc = stmt_prepare(&s, store,
		"SELECT received_on FROM batch"
		" WHERE batch_id = :batch AND received_on > '1970-01-01'",
		err);

	if (rc != RELAIS_OK)
		return rc;
	stmt_bind_int(s, ":batch", e->batch);
	rc = stmt_step(s, err);
	day = rc == RELAIS_OK ? stmt_text(s, 0) : NULL;
	if (day)
		(void)day_read(day, strlen(day), &e->known_on);
	stmt_free(s);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

static relais_status read_network(edition *e, relais_store *store, relais_error *err)
{
	stmt *s = NULL;
	relais_status rc = stmt_prepare(&s, store,
		"SELECT v.value FROM setting AS s JOIN setting_version AS v USING (setting_id)"
		" WHERE s.code = 'network_name' AND v.known_from <= :batch AND v.known_until > :batch",
		err);

	if (rc != RELAIS_OK)
		return rc;
	stmt_bind_int(s, ":batch", e->batch);
	rc = stmt_step(s, err);
	if (rc == RELAIS_OK && stmt_text(s, 0))
		snprintf(e->network, sizeof e->network, "%s", stmt_text(s, 0));
	stmt_free(s);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

static relais_status read_gates(edition *e, relais_store *store, relais_error *err)
{
	gates g;
	relais_status rc = gates_load(&g, store, e->batch, err);

	if (rc != RELAIS_OK)
		return rc;
	e->fragile_below = g.ok;
	e->weak_below = g.fragile;
	e->least_offices = g.least_count;
	e->secrecy = g.secrecy;
	return RELAIS_OK;
}

relais_status edition_read(
	edition *out, relais_store *store, relais_day as_of, relais_error *err)
{
	relais_status rc;

	*out = (edition){ .known_on = RELAIS_NO_DAY };
	rc = store_batch_as_of(store, as_of, &out->batch, err);
	if (rc != RELAIS_OK)
		return rc;
	if ((rc = read_day(out, store, err)) != RELAIS_OK ||
		(rc = read_network(out, store, err)) != RELAIS_OK)
		return rc;
	return read_gates(out, store, err);
}
