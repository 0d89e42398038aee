/* SPDX-License-Identifier: MIT
 * Size classes by staff, where the register gives none: those of the yearly panorama. A unit of
 * several offices has the staff of all of them.
 */
#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "inside.h"

/* Each class ends where it says, that end included. */
static const char *class_of(int64_t staff, int decimals)
{
	static const struct {
		int64_t most;
		const char *code;
	} classes[] = { { 2, "0-2" }, { 5, "2-5" }, { 10, "5-10" }, { 20, "10-20" } };

	for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
		if (staff <= classes[i].most * power_of_10(decimals))
			return classes[i].code;
	return "20+";
}

static const char *last_class(const frame *f, size_t unit)
{
	for (size_t step = f->steps; step-- > 0;) {
		const cell *c = frame_cell(f, step, unit);

		if (state_is_collected(c->state))
			return class_of(c->a, f->a_decimals);
	}
	return NULL;
}

relais_status study_sizes(study *s, const char *const **out, relais_error *err)
{
	item *staff = catalogue_item(&s->indicators, "etp_total", strlen("etp_total"));
	relais_status rc = RELAIS_OK;
	frame f = { 0 };
	reach r = { 0 };

	*out = s->sizes;
	if (s->sizes)
		return RELAIS_OK;
	if (!(s->sizes = calloc(s->current.units + 1, sizeof *s->sizes)))
		return fail_memory(err);
	*out = s->sizes;
	if (staff && staff->about.has_data)
		rc = catalogue_reach(&s->indicators, staff, &r, err);
	if (rc != RELAIS_OK || !r.span.from)
		return rc;
	rc = frame_read(&f, &s->feed, staff, (window){ r.span, false }, err);
	if (rc == RELAIS_OK)
		rc = frame_fold(&f, &s->offices, &s->current, NULL, err);
	for (size_t u = 0; rc == RELAIS_OK && u < s->current.units; u++)
		s->sizes[u] = last_class(&f, u);
	frame_free(&f);
	return rc;
}
