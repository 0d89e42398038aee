/* SPDX-License-Identifier: MIT
 * A document as the list of its figures: what is printed, for machines to check.
 */
#include "csv_cell.h"
#include "render.h"

void document_as_csv(text *out, const relais_document *d, const relais_style *style)
{
	(void)style;
	text_add(out, "section,figure,indicator,group,period,value,flag\n");
	for (const figure *f = d->first_figure; f; f = f->next) {
		const char *const cells[] = { f->section, f->figure, f->indicator, f->group,
			f->period, f->value, f->flag };

		for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
			if (i)
				text_add_char(out, ',');
			i == 5 ? csv_cell(out, cells[i]) : csv_text_cell(out, cells[i]);
		}
		text_add_char(out, '\n');
	}
}
