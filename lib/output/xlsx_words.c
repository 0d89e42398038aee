/* SPDX-License-Identifier: MIT
 * See xlsx_words.h.
 */
#include "people.h"
#include "xlsx_words.h"

static bool make_safe(text *safe, const char *said)
{
	people_text(safe, said);
	return said && !safe->failed;
}

lxw_error xlsx_words(lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const char *said,
	lxw_format *how)
{
	text safe = { 0 };
	lxw_error rc = LXW_ERROR_MEMORY_MALLOC_FAILED;

	if (make_safe(&safe, said))
		rc = worksheet_write_string(sheet, row, column, text_str(&safe), how);
	text_free(&safe);
	return rc;
}

void xlsx_words_above(lxw_chart *drawing, const char *said)
{
	text safe = { 0 };

	if (make_safe(&safe, said))
		chart_title_set_name(drawing, text_str(&safe));
	text_free(&safe);
}

lxw_error xlsx_words_insert(lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
	lxw_chart *drawing, lxw_chart_options where, const char *description)
{
	text safe = { 0 };
	lxw_error rc;

	if (make_safe(&safe, description))
		where.description = safe.data;
	rc = worksheet_insert_chart_opt(sheet, row, column, drawing, &where);
	text_free(&safe);
	return rc;
}
