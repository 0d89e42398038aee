/* SPDX-License-Identifier: MIT
 * Which office a row of the register is about: by its code, its SIRET, what others call it; by
 * its name and place only as a proposal for somebody to confirm. So an office that changes its
 * status, and with it its numbers, is not taken for a new one.
 */
#ifndef INGEST_MATCH_H
#define INGEST_MATCH_H

#include "cell.h"

/* What a row says of an office, NULL where it does not. */
typedef struct sighting {
	const char *code, *siret, *name, *commune;
	const char *by; /* the cell that holds the identifier asked to match by */
	bool may_be_new;
	bool is_bureau; /* which may go by the SIRET and the name of its office */
} sighting;

/* The code the row is about, which may be its own; NULL: said and rejected, or none is given. */
const char *match_office(const codes *offices, const sighting *row, told *t, spot at);

#endif
