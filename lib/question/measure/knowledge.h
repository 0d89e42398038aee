/* SPDX-License-Identifier: MIT
 * The figures of one indicator and period as known at one batch, in the groups of a study; two of
 * them tell what moved. Offices and definitions are those of the study in both.
 */
#ifndef QUESTION_KNOWLEDGE_H
#define QUESTION_KNOWLEDGE_H

#include "../study/inside.h"

typedef struct knowledge {
	feed feed;
	lens lens;
	tally *tallies;
	measure *measures; /* by group */
} knowledge;

/* What moved in one group: the units whose figure is another, and by the size of the change those whose
 * figures readers do not know. */
typedef struct movement {
	int64_t count;
	part top, bottom;
} movement;

relais_status knowledge_open(knowledge *k, const study *s, relais_error *err) MUST_CHECK;
void knowledge_close(knowledge *k);
relais_status knowledge_read(knowledge *k, study *s, const item *i, relais_period p,
	int64_t known, relais_error *err) MUST_CHECK;
/* out[groups], of the same indicator and period; false when it does not fit. */
bool knowledge_compare(const knowledge *then, const knowledge *now, const study *s,
	relais_period p, movement *out);

#endif
