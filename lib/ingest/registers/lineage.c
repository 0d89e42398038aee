/* SPDX-License-Identifier: MIT
 * Events into the register of offices. The register is somebody's word too: a day of closing or a
 * successor that it has already is never replaced, only told.
 */
#include "lineage.h"

#include <stdlib.h>
#include <string.h>

#include "../../base/date.h"
#include "../../base/error.h"
#include "../../base/number.h"
#include "../../base/words.h"
#include "../../model/kind_identity.h"
#include "registry.h"

enum { WHOLE = 100000000 /* 100 %, in millionths */, MOST_CHANGES = 2 };

struct lineage {
	const kind *offices;
	registry *registry;
	told *told;
	stmt *later, *shares;
};

static const char later[] = "SELECT happened_on FROM event\n"
			    " WHERE office = ?1 AND type = ?2 AND happened_on > ?3\n"
			    "   AND known_until = 2147483647\n"
			    " ORDER BY happened_on DESC LIMIT 1";
static const char shares[] = "SELECT share FROM event\n"
			     " WHERE office = ?1 AND happened_on = ?2 AND type = 'scission'\n"
			     "   AND share IS NOT NULL AND known_until = 2147483647";

relais_status lineage_open(lineage **out, relais_store *store, int64_t batch, maker *make,
	const directories *known, told *t, relais_error *err)
{
	lineage *l = calloc(1, sizeof *l);
	relais_status rc;

	*out = NULL;
	if (!l)
		return fail_memory(err);
	*l = (lineage){ .offices = kind_named("offices"), .told = t };
	if ((rc = registry_open(&l->registry, l->offices, store, batch, make, known, t, err)) !=
			RELAIS_OK ||
		(rc = stmt_prepare(&l->later, store, later, err)) != RELAIS_OK ||
		(rc = stmt_prepare(&l->shares, store, shares, err)) != RELAIS_OK) {
		lineage_close(l);
		return rc;
	}
	*out = l;
	return RELAIS_OK;
}

void lineage_close(lineage *l)
{
	if (!l)
		return;
	registry_close(l->registry);
	stmt_free(l->later);
	stmt_free(l->shares);
	free(l);
}

/* The shares of one split are parts of one office. */
static relais_status check_shares(
	lineage *l, const char *const *values, spot at, bool *holds, relais_error *err)
{
	number n;
	int64_t sum = 0;
	relais_status rc;

	if (!values[EVENT_SHARE])
		return RELAIS_OK;
	if (number_from_text(values[EVENT_SHARE], &n) &&
		number_rescale(n, NUMBER_MAX_DECIMALS, &n, NULL))
		sum = n.units;
	stmt_bind_text_at(l->shares, 1, values[EVENT_OFFICE]);
	stmt_bind_text_at(l->shares, 2, values[EVENT_DATE]);
	while ((rc = stmt_step(l->shares, err)) == RELAIS_OK)
		if (number_from_text(stmt_text(l->shares, 0), &n) &&
			number_rescale(n, NUMBER_MAX_DECIMALS, &n, NULL))
			sum += n.units;
	if (rc != RELAIS_END)
		return rc;
	if (sum > WHOLE) {
		char said[NUMBER_SIZE];

		*holds = false;
		number_print((number){ sum, NUMBER_MAX_DECIMALS }, said);
		told_reject(l->told, at, "bad-share",
			"the shares of the scission of %s on %s make %s percent, more than the whole",
			values[EVENT_OFFICE], values[EVENT_DATE], said);
	}
	return RELAIS_OK;
}

/* What an event says, unless the register says otherwise: told then, and left out. */
static relais_status propose(lineage *l, const char *const *values, const char *column,
	const char *value, spot at, revision *changes, size_t *count, relais_error *err)
{
	size_t i = kind_column_at(l->offices, column);
	const char *known;
	relais_status rc = registry_known(l->registry, values[EVENT_OFFICE], i, &known, err);

	if (rc != RELAIS_OK)
		return rc;
	if (known && value && strcmp(known, value) != 0)
		told_warn(l->told, at, "event-contradicts",
			"the %s of %s is known as '%s' and this %s makes it '%s': the register stays as it is",
			column, values[EVENT_OFFICE], known, values[EVENT_TYPE], value);
	else if (!known && value)
		changes[(*count)++] = (revision){ i, value };
	return RELAIS_OK;
}

/* A name or a form holds until the next: one told late does not undo a later one. */
static relais_status renew(lineage *l, const char *const *values, const char *column,
	revision *changes, size_t *count, relais_error *err)
{
	size_t i = kind_column_at(l->offices, column);
	const char *known;
	relais_status rc = registry_known(l->registry, values[EVENT_OFFICE], i, &known, err);

	if (rc != RELAIS_OK || (known && !strcmp(known, values[EVENT_INTO])))
		return rc;
	stmt_bind_text_at(l->later, 1, values[EVENT_OFFICE]);
	stmt_bind_text_at(l->later, 2, values[EVENT_TYPE]);
	stmt_bind_text_at(l->later, 3, values[EVENT_DATE]);
	rc = stmt_step(l->later, err);
	stmt_reset(l->later);
	if (rc == RELAIS_END)
		changes[(*count)++] =
			(revision){ kind_column_at(l->offices, column), values[EVENT_INTO] };
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

static bool is_end(const char *type)
{
	return !strcmp(type, "fusion") || !strcmp(type, "absorption") ||
	       !strcmp(type, "dissolution");
}

/* After its end nothing happens to an office. */
static relais_status check_end(
	lineage *l, const char *const *values, spot at, relais_error *err)
{
	const char *closed;
	relais_status rc = registry_known(l->registry, values[EVENT_OFFICE],
		kind_column_at(l->offices, "closed_on"), &closed, err);

	if (rc == RELAIS_OK && closed && !is_end(values[EVENT_TYPE]) &&
		strcmp(closed, values[EVENT_DATE]) < 0)
		told_warn(l->told, at, "event-contradicts",
			"%s closed on %s, before this %s on %s", values[EVENT_OFFICE], closed,
			values[EVENT_TYPE], values[EVENT_DATE]);
	return rc;
}

static relais_status list_changes(lineage *l, const char *const *values, const char *day_before,
	spot at, revision *changes, size_t *count, relais_error *err)
{
	const char *type = values[EVENT_TYPE];
	relais_status rc;

	if (is_end(type)) {
		rc = propose(l, values, "closed_on", day_before, at, changes, count, err);
		if (rc == RELAIS_OK)
			rc = propose(l, values, "merged_into", values[EVENT_INTO], at, changes,
				count, err);
		return rc;
	}
	if (!strcmp(type, "creation"))
		return propose(
			l, values, "opened_on", values[EVENT_DATE], at, changes, count, err);
	if (!strcmp(type, "transformation_en_bit"))
		return propose(
			l, values, "bureau_of", values[EVENT_INTO], at, changes, count, err);
	if (!strcmp(type, "changement_nom"))
		return renew(l, values, "name", changes, count, err);
	if (!strcmp(type, "changement_statut"))
		return renew(l, values, "legal_form", changes, count, err);
	return RELAIS_OK;
}

relais_status lineage_apply(lineage *l, const char *const *values, spot at,
	relais_summary *summary, bool *holds, relais_error *err)
{
	revision changes[MOST_CHANGES];
	size_t count = 0;
	char before[16];
	const char *why = NULL;
	relais_day day = 0;
	relais_status rc;

	*holds = true;
	if (day_read(values[EVENT_DATE], strlen(values[EVENT_DATE]), &day))
		relais_day_print(day - 1, before);
	if ((rc = check_shares(l, values, at, holds, err)) != RELAIS_OK || !*holds ||
		(rc = check_end(l, values, at, err)) != RELAIS_OK ||
		(rc = list_changes(l, values, before, at, changes, &count, err)) != RELAIS_OK ||
		count == 0)
		return rc;
	rc = registry_revise(l->registry, values[EVENT_OFFICE], changes, count, at, &why, err);
	if (rc != RELAIS_OK)
		return rc;
	*holds = !why || *why;
	if (why && *why)
		told_warn(l->told, at, "event-contradicts",
			"%s stays as it is in the register: %s", values[EVENT_OFFICE],
			words(l->told->lang, why));
	summary->consequences += !why;
	return RELAIS_OK;
}
