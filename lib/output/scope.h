/* SPDX-License-Identifier: MIT
 * A style sheet made to hold inside one element, for a fragment of a page that others frame.
 */
#ifndef OUTPUT_SCOPE_H
#define OUTPUT_SCOPE_H

#include "../base/text.h"

/* Every rule of `css` for what is inside the element that the selector `inside` names; :root and
 * body become that element, h1 and h2 are h2 and h3 there, html and @page fall out. */
void scope_style(text *out, const char *inside, const char *css);

#endif
