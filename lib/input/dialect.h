/* SPDX-License-Identifier: MIT
 * How a delimited text is cut: the delimiter, chosen by which of ; , TAB | gives the
 * steadiest number of fields over the first lines, quotes respected. A first line `sep=;`
 * decides. Quotes are double, unless no field begins with one and several stand between single ones.
 */
#ifndef INPUT_DIALECT_H
#define INPUT_DIALECT_H

#include "source.h"

typedef struct dialect {
	char delimiter;
	char quote; /* " or, where fields stand between them, ' */
	bool given; /* by the caller or a sep= line, not guessed */
	bool has_sep_line; /* the first line is sep=…: no data */
	char reason[96]; /* why, for people: "sep= line", "7 fields on 40 of 41 lines" */
} dialect;

/* Looks at up to 64 KiB; `delimiter` 0: detected. */
relais_status dialect_detect(
	dialect *out, source *s, char delimiter, relais_error *err) MUST_CHECK;

#endif
