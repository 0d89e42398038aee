/* SPDX-License-Identifier: MIT
 * Primary secrecy, then further cells until what is hidden is safe as a whole: the reader can
 * always subtract what is shown from the total, so the hidden cells taken together must
 * satisfy the rule themselves (the union test). That covers the line with a single hidden
 * cell too, whose union is that cell.
 */
#include "secrecy.h"

#include <stdlib.h>

const secrecy_rule secrecy_usual = { 3, { 85, 0 }, { 0, 0 } };

bool part_is_secret(const secrecy_rule *rule, const part *p)
{
	contributors of = { p->count, p->magnitude, p->largest, SECOND_UNKNOWN };

	return rule_judge(rule, &of) != CELL_VISIBLE;
}

static part hidden_together(const part *line, size_t count)
{
	part together = { 0 };

	for (size_t i = 0; i < count; i++) {
		if (!line[i].is_secret)
			continue;
		together.count += line[i].count;
		together.magnitude += line[i].magnitude;
		if (line[i].largest > together.largest)
			together.largest = line[i].largest;
	}
	return together;
}

/* The smallest cell that is not zero; zeros only when nothing else is left. */
static part *cheapest(part *line, size_t count)
{
	part *best = NULL;

	for (size_t i = 0; i < count; i++) {
		part *p = &line[i];

		if (p->is_secret || !p->count)
			continue;
		if (!best || (best->magnitude == 0 && p->magnitude) ||
			(p->magnitude && p->magnitude < best->magnitude))
			best = p;
	}
	return best;
}

void parts_protect(const secrecy_rule *rule, part *line, size_t count)
{
	part *more;

	for (size_t i = 0; i < count; i++)
		line[i].is_secret = line[i].is_secret || part_is_secret(rule, &line[i]);
	for (;;) {
		part together = hidden_together(line, count);

		if (!part_is_secret(rule, &together) || !(more = cheapest(line, count)))
			return;
		more->is_secret = true;
	}
}

void study_protect(measure *groups, size_t count)
{
	part *line = calloc(count + 1, sizeof *line);
	const secrecy_rule *rule = &secrecy_usual;

	for (size_t i = 0; i < count; i++) {
		measure *m = &groups[i];

		if (m->rule)
			rule = m->rule;
		if (!line)
			m->is_secret = true; /* no memory: better nothing than too much */
		else if (m->is_additive)
			line[i] = (part){ m->offices - m->known, m->magnitude, m->largest,
				m->is_secret };
	}
	if (line)
		parts_protect(rule, line, count);
	for (size_t i = 0; line && i < count; i++)
		groups[i].is_secret = groups[i].is_secret || line[i].is_secret;
	free(line);
}
