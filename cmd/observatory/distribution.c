/* SPDX-License-Identifier: MIT
 * distribution: how the figures of offices spread, by order statistics or in classes.
 */
#include <string.h>

#include "observatory.h"

static struct {
	struct tool_list classes;
} want;

static const struct tool_option options[] = {
	{ 0, "classes", N_("BOUND,…"),
		N_("how many offices and how much in which class; auto: bounds of 1, 2, 5, 10 …"),
		OPT_LIST(&want.classes) },
	OPT_END,
};

static const struct tool_example examples[] = {
	{ "rt-observatory distribution --db relais.db -i produits_eur,etp_total -p 2024",
		N_("median and quartiles of budgets and staff") },
	{ "rt-observatory distribution --db relais.db -i contacts_guichet -p 2024-08 --by category",
		N_("how offices of a category differ in August") },
	{ "rt-observatory distribution --db relais.db -i etp_total -p 2024 --classes 0,2,5,10,20",
		N_("offices and staff by class of staff") },
	{ NULL, NULL },
};

static relais_status run(struct session *s)
{
	const char *const *bounds = (const char *const *)want.classes.items;
	bool is_auto = want.classes.count == 1 && strcmp(bounds[0], "auto") == 0;
	const relais_distribution how = { want.classes.count > 0, is_auto ? NULL : bounds };
	relais_rows *rows;
	relais_status rc =
		relais_ask_distribution(s->store, &s->question, &how, &rows, &s->err);

	return rc == RELAIS_OK ? tool_write(s, rows) : rc;
}

const struct verb verb_distribution = {
	.name = "distribution",
	.about = N_("how the figures of offices spread: quartiles, classes"),
	.examples = examples,
	.groups = TAKES_FIGURES | TAKES_BY | TAKES_GEOGRAPHY,
	.options = options,
	.needs = NEEDS_READ,
	.run = run,
};
