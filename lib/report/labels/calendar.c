/* SPDX-License-Identifier: MIT
 * Reading the labels, and the parts of the calendar in order.
 */
#include "calendar.h"

#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "../../base/text.h"
#include "../resolutions/inside.h"
#include "inside.h"

/* By their last day, none last; then by who has them. */
static int in_order(const void *a, const void *b)
{
	const label *x = *(const label *const *)a, *y = *(const label *const *)b;
	int order = 0;

	if (x->end != y->end)
		return x->end == RELAIS_NO_DAY   ? 1
		       : y->end == RELAIS_NO_DAY ? -1
		       : x->end < y->end         ? -1
						 : 1;
	order = text_compare_natural(x->carrier, y->carrier);
	if (!order)
		order = text_compare_natural(x->holder, y->holder);
	return order ? order : strcmp(x->scheme, y->scheme);
}

static relais_status choose(label_calendar *c, relais_error *err)
{
	const labels *l = &c->labels;

	if (!(c->due = calloc(l->count + 1, sizeof *c->due)))
		return fail_memory(err);
	for (size_t i = 0; i < l->count; i++)
		if (label_is_current(&l->all[i]) && label_is_asked(l, &l->all[i]))
			c->due[c->count++] = &l->all[i];
	if (c->count)
		qsort(c->due, c->count, sizeof *c->due, in_order);
	return RELAIS_OK;
}

static void write_all(label_calendar *c, programme *p)
{
	programme_heading(
		p, document_say(c->n->document, "Calendar of classements and labels on %s",
			   label_day(c->n->document, c->labels.day)));
	write_label_summary(c);
	if (!c->count)
		return;
	write_label_ended(c);
	write_label_months(c);
	write_label_none(c);
	write_label_law(c);
}

relais_status report_labels(relais_store *store, const relais_question *question,
	relais_document *document, relais_error *err)
{
	note n = { .store = store, .question = *question, .document = document };
	label_calendar c = { .n = &n };
	programme p = { 0 };
	relais_status rc = programme_open(&p, &n, err);

	if (rc == RELAIS_OK)
		rc = labels_open(&c.labels, store, question, err);
	if (rc == RELAIS_OK && (rc = choose(&c, err)) == RELAIS_OK)
		write_all(&c, &p);
	free(c.due);
	labels_close(&c.labels);
	note_close(&n);
	return rc;
}
