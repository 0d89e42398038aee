/* SPDX-License-Identifier: MIT
 * Between the two halves of a frame: reading what was collected, and computing what is
 * derived from it, office by office.
 */
#ifndef QUESTION_FORMULA_H
#define QUESTION_FORMULA_H

#include "frame.h"

relais_status frame_make(
	frame *f, const source *s, relais_span span, relais_error *err) MUST_CHECK;
/* The figures of a collected indicator in `a`. */
relais_status frame_collected(frame *f, const source *s, const item *i, relais_span span,
	relais_error *err) MUST_CHECK;

#endif
