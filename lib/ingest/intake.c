/* SPDX-License-Identifier: MIT
 * One import under way. An import that changes nothing leaves no trace: no batch, the same
 * bytes in the store.
 */
#include "intake.h"

#include <stdio.h>

#include "../base/error.h"
#include "registers/aliases.h"
#include "registers/around.h"
#include "registers/chain.h"
#include "registers/eligibility.h"
#include "registers/gone.h"
#include "registers/identities.h"

relais_status intake_check(const relais_import_options *o, relais_error *err)
{
	char asked[16], today[16];

	if (o->reopen && (!o->why || !*o->why))
		return fail(
			err, RELAIS_E_USAGE, "to reopen final periods, say why: --why REASON");
	if (!o->received_at || o->received_at <= o->today)
		return RELAIS_OK;
	relais_day_print(o->received_at, asked);
	relais_day_print(o->today, today);
	return fail(err, RELAIS_E_USAGE, "nothing can have been received on %s: today is %s",
		asked, today);
}

relais_status intake_begin(intake *n, relais_store *store, const relais_import_options *options,
	relais_summary *summary, relais_error *err)
{
	relais_status rc;

	*n = (intake){ .store = store, .own = *options, .summary = summary };
	n->options = &n->own;
	if (options->received_at)
		n->own.today = options->received_at;
	*summary = (relais_summary){ 0 };
	if ((rc = intake_check(options, err)) != RELAIS_OK ||
		(rc = store_begin(store, err)) != RELAIS_OK ||
		(rc = directories_load(&n->known, store, err)) != RELAIS_OK ||
		(rc = aliases_recall(&n->known, store, err)) != RELAIS_OK)
		return rc;
	if (options->aliases && (rc = aliases_read(&n->known, options, err)) != RELAIS_OK)
		return rc;
	if ((rc = identities_load(&n->known.offices, store, &n->own, err)) != RELAIS_OK)
		return rc;
	return told_open(&n->told, store, options, err);
}

relais_status intake_open(
	intake *n, const kind *k, const layout *l, const origin *from, relais_error *err)
{
	relais_status rc;

	n->kind = k;
	snprintf(n->summary->kind, sizeof n->summary->kind, "%s", k->name);
	if ((rc = gone_check(k, n->options, err)) != RELAIS_OK)
		return rc;
	if ((rc = journal_begin(n->store, from, &n->summary->batch, err)) != RELAIS_OK)
		return rc;
	if (k->way == KIND_FIGURES)
		return figures_open(&n->figures, n->store, n->summary->batch, l, &n->known,
			n->options, &n->told, err);
	if ((rc = maker_open(&n->maker, n->store, n->summary->batch, &n->known, &n->limits,
		     n->options, &n->told, err)) != RELAIS_OK)
		return rc;
	return registry_open(&n->registry, k, n->store, n->summary->batch, &n->maker, &n->known,
		&n->told, err);
}

relais_status intake_settle(intake *n, relais_error *err)
{
	relais_status rc = RELAIS_OK;

	if (n->figures)
		rc = figures_finish(n->figures, n->summary, err);
	else if (n->registry &&
		 (rc = chain_settle(n->registry, n->store, n->summary->batch, &n->told,
			  n->summary, err)) == RELAIS_OK &&
		 (rc = around_settle(n->registry, n->summary, err)) == RELAIS_OK &&
		 (rc = gone_settle(n->registry, n->kind, n->store, n->options, &n->told,
			  n->summary, err)) == RELAIS_OK)
		rc = eligibility_settle(n->registry, n->kind, n->summary, err);
	n->summary->rejected = n->told.rejected;
	if (rc != RELAIS_OK)
		return rc;
	return journal_count(n->store, n->summary, err);
}

relais_status intake_end(intake *n, relais_status rc, relais_error *err)
{
	bool changed = n->summary->created + n->summary->revised + n->summary->consequences > 0;

	figures_close(n->figures);
	registry_close(n->registry);
	maker_close(&n->maker);
	limits_free(&n->limits);
	told_close(&n->told);
	directories_free(&n->known);
	if (rc == RELAIS_OK && changed && !n->options->dry_run)
		rc = store_commit(n->store, err);
	else
		n->summary->batch = 0;
	store_rollback(n->store);
	return rc;
}
