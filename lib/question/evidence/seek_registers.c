/* SPDX-License-Identifier: MIT
 * Evidence from the registers: agreements, labels, who is a member, who is in which system, who
 * merged. What holds on the day holds; a register that says nothing at all is no zero.
 */
#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "../sql.h"
#include "inside.h"

bool agreement_holds(const agreement *a, relais_day day)
{
	return a->signed_on != RELAIS_NO_DAY && a->signed_on <= day &&
	       (a->from == RELAIS_NO_DAY || a->from <= day) &&
	       (a->until == RELAIS_NO_DAY || a->until >= day);
}

static bool is_meant(const yardstick *y, const agreement *a)
{
	size_t length = strcspn(y->filter, "+");

	return strlen(a->type) == length && strncmp(a->type, y->filter, length) == 0 &&
	       (strcmp(a->type, "objectifs") == 0 ||
		       strcmp(a->resolution, y->resolution) == 0 ||
		       strcmp(y->resolution, "R9") == 0);
}

/* Agreements in force; `reviewed`, those begun a year ago that were looked at since. */
relais_status seek_agreements(evidence *e, const yardstick *y, finding *out, relais_error *err)
{
	bool *marked = calloc(e->study->offices.count + 1, sizeof *marked);
	bool wants_services = strstr(y->filter, "+services") != NULL, any = false;
	stretch w = evidence_window(y->window, e->day);
	int64_t n = 0, reviewed = 0, to_review = 0;

	if (!marked)
		return fail_memory(err);
	for (size_t i = 0; i < e->agreement_count; i++) {
		const agreement *a = &e->agreements[i];
		ptrdiff_t at = a->office ? evidence_office(e, a->office) : -1;
		bool holds = agreement_holds(a, e->day);

		if (!is_meant(y, a) || a->signed_on == RELAIS_NO_DAY || a->signed_on > e->day)
			continue;
		any = true;
		seek_last(out, a->signed_on);
		if (a->reviewed != RELAIS_NO_DAY && a->reviewed <= e->day)
			seek_last(out, a->reviewed);
		n += holds;
		to_review += holds && (a->from == RELAIS_NO_DAY || a->from < w.first);
		reviewed += holds && (a->from == RELAIS_NO_DAY || a->from < w.first) &&
			    a->reviewed >= w.first && a->reviewed <= e->day;
		if (at >= 0 && holds && (!wants_services || a->services == 1))
			marked[at] = true;
	}
	if (any && strcmp(y->count, "offices") == 0)
		seek_share(e, marked, out);
	else if (any && strcmp(y->count, "reviewed") == 0)
		seek_ratio(reviewed, to_review, out);
	else if (any)
		seek_count(n, out);
	free(marked);
	return RELAIS_OK;
}

/* "classement:I" is of one level only. */
static bool is_label(const yardstick *y, const label *one)
{
	const char *only = strchr(y->filter, ':');
	char scheme[64];

	if (!only)
		return list_has(y->filter, '+', one->scheme);
	snprintf(scheme, sizeof scheme, "%.*s", (int)(only - y->filter), y->filter);
	return strcmp(one->scheme, scheme) == 0 && strcmp(one->level, only + 1) == 0;
}

relais_status seek_labels(evidence *e, const yardstick *y, finding *out, relais_error *err)
{
	bool *marked = calloc(e->study->offices.count + 1, sizeof *marked), any = false;

	if (!marked)
		return fail_memory(err);
	for (size_t i = 0; i < e->labels.count; i++) {
		const label *one = &e->labels.all[i];
		ptrdiff_t at;

		if (one->decided == RELAIS_NO_DAY || one->decided > e->day || !is_label(y, one))
			continue;
		any = true;
		if (!*one->office || !label_holds(one, e->day))
			continue;
		if ((at = evidence_office(e, *one->carrier ? one->carrier : one->office)) >= 0)
			marked[at] = true;
	}
	if (any)
		seek_share(e, marked, out);
	free(marked);
	return RELAIS_OK;
}

/* Members, of all the offices there are. */
relais_status seek_attribute(evidence *e, const yardstick *y, finding *out, relais_error *err)
{
	const roster *r = &e->study->offices;
	int64_t n = 0, of = 0;

	(void)y;
	(void)err;
	for (size_t i = 0; i < r->count; i++) {
		const office *o = &r->offices[i];

		if (!o->is_named || !o->is_inside || !office_is_active(o, e->day, e->day) ||
			office_is_bureau(o, e->day))
			continue;
		of++;
		n += o->is_member;
	}
	if (n > 0)
		seek_ratio(n, of, out);
	return RELAIS_OK;
}

relais_status seek_identifiers(evidence *e, const yardstick *y, finding *out, relais_error *err)
{
	bool *marked = calloc(e->study->offices.count + 1, sizeof *marked), any = false;
	char day[16];
	stmt *q = NULL;
	relais_status rc =
		marked ? stmt_prepare(&q, e->store, SQL(identified), err) : fail_memory(err);

	relais_day_print(e->day, day);
	if (rc == RELAIS_OK) {
		stmt_bind_int(q, ":known", e->known);
		stmt_bind_text(q, ":day", day);
		while ((rc = stmt_step(q, err)) == RELAIS_OK) {
			ptrdiff_t at = evidence_office(e, stmt_text(q, 0));

			if (!list_has(y->filter, '+', stmt_text(q, 1)))
				continue;
			any = true;
			if (at >= 0)
				marked[at] = true;
		}
	}
	stmt_free(q);
	if (any)
		seek_share(e, marked, out);
	free(marked);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

/* Offices that closed in the window and go on in another. */
relais_status seek_mergers(evidence *e, const yardstick *y, finding *out, relais_error *err)
{
	const roster *r = &e->study->offices;
	stretch w = evidence_window(y->window, e->day);
	int64_t n = 0;

	(void)err;
	for (size_t i = 0; i < r->count; i++) {
		const office *o = &r->offices[i];

		if (!o->merged_into || !o->is_named || !o->is_inside || o->closed > e->day)
			continue;
		seek_last(out, o->closed);
		n += o->closed >= w.first;
	}
	if (r->count > 0)
		seek_count(n, out);
	return RELAIS_OK;
}
