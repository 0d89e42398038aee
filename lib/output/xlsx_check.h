/* SPDX-License-Identifier: MIT
 * Is a workbook what was written into it? libxlsxwriter puts its parts together in temporary files, and
 * does not look whether the disk took them: on a full one it makes a workbook that lacks something, and
 * says nothing.
 */
#ifndef OUTPUT_XLSX_CHECK_H
#define OUTPUT_XLSX_CHECK_H

#include <relais.h>

#include "../base/attributes.h"

typedef struct xlsx_written {
	bool is_counted;
	uint64_t cells; /* when it is */
	uint64_t repeated; /* how often a text was written where one was */
} xlsx_written;

/* Unpacks every part of it: each is one element, whole; the cells are as many as were written, or those
 * with a text as many as the list of texts says, and that list is as long as it says. RELAIS_E_IO: it is
 * not so. */
relais_status xlsx_check(FILE *made, xlsx_written wrote, relais_error *err) MUST_CHECK;

#endif
