/* SPDX-License-Identifier: MIT
 * Whose figures a total is made of, held against those of another.
 */
#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "../study/inside.h"

/* By unit: does it count in the total? */
static relais_status counted(
	study *s, const indicator *about, relais_span span, bool *counts, relais_error *err)
{
	const item *i = catalogue_item(&s->indicators, about->code, strlen(about->code));
	grouping g = study_grouping(s);
	tally *tallies = calloc(s->group_count + 1, sizeof *tallies);
	lens l;
	relais_status rc = tallies ? RELAIS_OK : fail_memory(err);

	if (rc == RELAIS_OK)
		rc = lens_open(&l, &s->feed, &s->indicators, i, span, &s->current, err);
	if (rc != RELAIS_OK) {
		free(tallies);
		return rc;
	}
	l.is_plain = true;
	if (!(l.witness = calloc(s->current.units + 1, sizeof *l.witness)))
		rc = fail_memory(err);
	if (rc == RELAIS_OK)
		rc = lens_tally(&l, &s->feed, &s->indicators, &g, span, false, tallies, err);
	for (size_t u = 0; rc == RELAIS_OK && u < s->current.units; u++)
		counts[u] = l.witness[u].counts;
	free(l.witness);
	lens_close(&l);
	free(tallies);
	return rc;
}

relais_status study_same_offices(study *s, const indicator *a, const indicator *b,
	relais_span span, bool *same, relais_error *err)
{
	bool *of_a = calloc(s->current.units + 1, sizeof *of_a);
	bool *of_b = calloc(s->current.units + 1, sizeof *of_b), any = false;
	relais_status rc = of_a && of_b ? RELAIS_OK : fail_memory(err);

	if (rc == RELAIS_OK)
		rc = counted(s, a, span, of_a, err);
	if (rc == RELAIS_OK)
		rc = counted(s, b, span, of_b, err);
	*same = rc == RELAIS_OK;
	for (size_t u = 0; *same && u < s->current.units; u++) {
		any = any || of_a[u];
		*same = of_a[u] == of_b[u];
	}
	*same = *same && any;
	free(of_a);
	free(of_b);
	return rc;
}
