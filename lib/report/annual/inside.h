/* SPDX-License-Identifier: MIT
 * What the parts of the annual review share: order statistics of the offices, as rt-observatory
 * distribution tells them to the same readers.
 */
#ifndef REPORT_ANNUAL_INSIDE_H
#define REPORT_ANNUAL_INSIDE_H

#include "../../base/words.h"
#include "annual.h"

typedef enum quartile { QUARTILE_LOW, QUARTILE_MEDIAN, QUARTILE_HIGH } quartile;

/* Of one indicator and one group; NULL: not told. */
typedef struct office_spread {
	struct office_spread *next;
	const char *code, *group, *quartiles[3];
	bool is_any; /* offices are behind it */
} office_spread;

typedef struct spreads {
	office_spread *first;
} spreads;

/* Of the note's year, by a key or together ("total"); in the note's memory. */
relais_status spreads_ask(note *n, const char *const *codes, const char *by, spreads *out,
	relais_error *err) MUST_CHECK;
const office_spread *spread_named(const spreads *all, const char *code, const char *group);
/* NULL: there is nothing to tell. */
const char *tell_quartile(note *n, topic at, const office_spread *s, quartile which);

/* The one section of the means, begun by the first part that has something to say. */
section *means_section(note *n, section **s);
typedef relais_status means_part(note *n, section **s, relais_error *err);
means_part write_accounts, write_resources, write_rates, write_sizes;

#endif
