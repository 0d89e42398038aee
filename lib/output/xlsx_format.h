/* SPDX-License-Identifier: MIT
 * How a spreadsheet is told to show a number the way it was said.
 */
#ifndef OUTPUT_XLSX_FORMAT_H
#define OUTPUT_XLSX_FORMAT_H

#include <relais.h>

enum { XLSX_FORMAT_SIZE = 160 };

/* "+12,3 % (f)" in French: +#,##0.0" % (f)" and the same for negatives and zero. False when
 * there is no digit in `said`, or something a format cannot hold. */
bool xlsx_format(const char *said, relais_lang lang, char out[XLSX_FORMAT_SIZE]);

#endif
