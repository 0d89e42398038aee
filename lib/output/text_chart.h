/* SPDX-License-Identifier: MIT
 * Drawings of a chart in plain text that are no bars.
 */
#ifndef OUTPUT_TEXT_CHART_H
#define OUTPUT_TEXT_CHART_H

#include "../base/text.h"
#include "../report/document.h"

/* A point of a CHART_BAND, `room` columns behind two blanks; and what its signs are, from `indent` on. */
void text_band(text *out, const chart *c, size_t point, int room);
void text_band_key(text *out, const chart *c, int indent, int width);

/* A CHART_HEAT, a line for each series. */
void text_heat(text *out, const chart *c, int width);
/* A CHART_SLOPE, likewise. */
void text_slope(text *out, const chart *c, int width);
/* A name in so many columns, cut or filled. */
void text_name(text *out, const char *name, int width);

#endif
