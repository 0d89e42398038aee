/* SPDX-License-Identifier: MIT
 * Between the two halves of a frame: reading what was collected, and computing what is
 * derived from it, office by office.
 */
#ifndef QUESTION_FORMULA_H
#define QUESTION_FORMULA_H

#include "frame.h"

/* Cells that nothing was said about. */
relais_status frame_make(frame *f, const feed *s, window w, relais_error *err) MUST_CHECK;

#endif
