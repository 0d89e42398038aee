/* SPDX-License-Identifier: MIT
 * A sketch where nothing can be drawn: its signs as characters, as a table, as plain text, as JSON.
 */
#ifndef OUTPUT_SKETCH_H
#define OUTPUT_SKETCH_H

#include "../base/arena.h"
#include "../base/text.h"
#include "../report/document.h"

/* Nothing on it: then the description is said instead. */
bool sketch_is_drawable(const sketch *s);
/* One column wide on a terminal. */
const char *sketch_sign(sketch_mark mark);
/* "● done, ◐ in progress": which sign means what. */
void sketch_key(text *out, const sketch *s);
/* A grid as a table of its codes and signs, in `memory`; false: no memory. */
bool sketch_as_table(arena *memory, const block *b, block *table) MUST_CHECK;
/* ,"drawing":… and what is on it. */
void sketch_as_json(text *out, const sketch *s);

/* In plain text, `width` columns wide: with its title; what is no table, alone. */
void text_sketch(text *out, const block *b, int width);
void text_drawing(text *out, const sketch *s, int width);
void text_gantt(text *out, const sketch *s, int width);
void text_map(text *out, const sketch *s, int width);

#endif
