/* SPDX-License-Identifier: MIT
 * The frame of an HTML page: one file on its own, no script, nothing fetched.
 */
#ifndef OUTPUT_PAGE_H
#define OUTPUT_PAGE_H

#include <relais.h>

#include "../base/text.h"

/* The accent of a relay, #rrggbb for light and for dark paper; NULL: ours. */
typedef struct page_look {
	const char *colour, *colour_dark;
} page_look;

void page_open(text *out, relais_lang lang, const char *title, const page_look *look);
void page_close(text *out);
/* The same style for what stands inside an element of class "relais". */
void page_fragment_style(text *out, const page_look *look);

#endif
