/* SPDX-License-Identifier: MIT
 * Numbers that identify: SIRET and SIREN with their check digits, INSEE codes of communes,
 * départements and regions, postal codes. All are text: a leading zero counts, and code 75 of
 * a région is not code 75 of a département. Spreadsheets eat zeros and digits; what can
 * be put back for certain is, and told.
 */
#ifndef MODEL_IDENTIFIER_H
#define MODEL_IDENTIFIER_H

#include <stdbool.h>
#include <stddef.h>

enum { IDENTIFIER_SIZE = 64 };

typedef enum identifier_reading {
	IDENTIFIER_GOOD,
	IDENTIFIER_ZERO, /* a leading zero was put back */
	IDENTIFIER_RENAMED, /* the code it has now */
	IDENTIFIER_PART, /* an arrondissement of Paris, Lyon, Marseille: the code of the city */
	IDENTIFIER_TRIMMED, /* words beside it (CEDEX) are left out */
	IDENTIFIER_UNLISTED, /* well formed and on no list we know: kept as it is */
	IDENTIFIER_DESTROYED, /* 1,23457E+13: its last digits are gone */
	IDENTIFIER_LENGTH, /* too many or too few digits; `out`: with the zero lost, or "" */
	IDENTIFIER_KEY, /* the check digit does not agree */
	IDENTIFIER_WRONG /* not of this form */
} identifier_reading;

/* Plain digits, 9 and 14 of them. */
bool siren_is_valid(const char *digits);
bool siret_is_valid(const char *digits); /* La Poste counts otherwise */

/* `out` is the code to keep up to IDENTIFIER_UNLISTED; blanks and dots are taken out. */
identifier_reading siret_read(const char *cell, char out[IDENTIFIER_SIZE]);
identifier_reading siren_read(const char *cell, char out[IDENTIFIER_SIZE]);
/* Of an association, in the national register: W and nine digits (W2A… in Corsica). */
identifier_reading rna_read(const char *cell, char out[IDENTIFIER_SIZE]);
/* An EPCI is named by its SIREN; a code that is not all digits is somebody's own. */
identifier_reading epci_read(const char *cell, char out[IDENTIFIER_SIZE]);
identifier_reading commune_read(const char *cell, char out[IDENTIFIER_SIZE]);
identifier_reading departement_read(const char *cell, char out[IDENTIFIER_SIZE]);
identifier_reading region_read(const char *cell, char out[IDENTIFIER_SIZE]);
identifier_reading postal_read(const char *cell, char out[IDENTIFIER_SIZE]);

#endif
