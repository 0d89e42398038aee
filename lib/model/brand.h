/* SPDX-License-Identifier: MIT
 * How a relay looks on its pages: what may be put on them. A logo must not run anything nor fetch
 * anything; a colour must be readable on the paper it is for (WCAG 2.2, 1.4.3: 4.5 to 1).
 */
#ifndef MODEL_BRAND_H
#define MODEL_BRAND_H

#include <stdbool.h>

/* #rrggbb that is readable on white, or on the pages' dark paper. */
bool colour_is_for_light(const char *value);
bool colour_is_for_dark(const char *value);
/* The ratio of WCAG of two colours, from 1 to 21; 0: one is no #rrggbb. */
double colour_contrast(const char *a, const char *b);

/* data:image/png, jpeg or svg+xml in base64, at most 100 KiB, that is what it says it is; an SVG without
 * scripts, events, foreign content, or anything from elsewhere. */
bool logo_is_safe(const char *value);

#endif
