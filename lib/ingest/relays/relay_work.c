/* SPDX-License-Identifier: MIT
 * Opening and closing our end of a register or journal.
 */
#include "relay_work.h"

relais_status relay_work_open(work *w, relais_error *err)
{
	merging *m = w->m;
	relais_status rc;

	if ((rc = directories_load(&w->known, m->store, err)) != RELAIS_OK ||
		(rc = maker_open(&w->maker, m->store, m->batch, &w->known, &w->limits, &m->own,
			 &m->told, err)) != RELAIS_OK)
		return rc;
	return registry_open(
		&w->registry, w->kind, m->store, m->batch, &w->maker, &w->known, &m->told, err);
}

void relay_work_close(work *w)
{
	stmt_free(w->held);
	registry_close(w->registry);
	maker_close(&w->maker);
	limits_free(&w->limits);
	directories_free(&w->known);
	map_free(&w->changed);
}
