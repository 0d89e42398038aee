/* SPDX-License-Identifier: MIT
 * What a figure is: its indicator as defined in the version that is known, since which batch, and
 * the formula that was applied.
 */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "../../base/error.h"
#include "../../base/text.h"
#include "../../base/words.h"
#include "account.h"
#include "../sql.h"

static void say(account *a, const char *name, const char *detail)
{
	if (detail && *detail)
		account_say(a, &(account_row){ .part = "definition",
				       .item = name,
				       .indicator = a->what->about.code,
				       .detail = detail });
}

/* Which version of the definition, and what brought it. */
static relais_status say_version(account *a, relais_error *err)
{
	stmt *q;
	relais_status rc = stmt_prepare(&q, a->study->store, SQL(definition), err);

	if (rc != RELAIS_OK)
		return rc;
	stmt_bind_int(q, ":indicator", a->what->about.id);
	stmt_bind_int(q, ":known", a->study->known);
	if ((rc = stmt_step(q, err)) == RELAIS_OK) {
		char detail[64];

		snprintf(detail, sizeof detail, words(a->study->lang, "batch %s, %s%s"),
			stmt_text(q, 1), stmt_text(q, 2), "");
		account_say(a, &(account_row){ .part = "definition",
				       .item = "version",
				       .indicator = a->what->about.code,
				       .value = stmt_text(q, 0),
				       .source = stmt_text(q, 3),
				       .detail = detail });
	}
	stmt_free(q);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

/* The formula over offices, x being what is collected of each. */
static void level_formula(const item *i, text *out)
{
	const indicator *d = &i->about;
	const char *x = d->derived && d->numerator ? d->numerator : d->code;

	switch (i->over_offices) {
	case RULE_SUM:
		text_addf(out, i->over_time == TIME_MEAN ? "sum(%s) / periods" : "sum(%s)", x);
		break;
	case RULE_MEAN:
		text_addf(out,
			i->over_time == TIME_SUM ? "periods * sum(%s) / n" : "sum(%s) / n", x);
		break;
	case RULE_SHARE: text_addf(out, "100 * sum(%s) / n", x); break;
	case RULE_WMEAN:
		text_addf(out, "sum(%s * %s) / sum(%s)", x, d->weight ? d->weight : "1",
			d->weight ? d->weight : "1");
		break;
	case RULE_RATIO:
		text_addf(out, "%" PRId64 " * sum(%s) / sum(%s)", d->factor, x,
			d->denominator ? d->denominator : "1");
		break;
	}
}

void account_say_formula(account *a, const char *name, const char *formula, const char *source)
{
	account_say(a, &(account_row){ .part = "formula",
			       .item = name,
			       .indicator = a->what->about.code,
			       .source = source,
			       .detail = formula });
}

relais_status account_definition(account *a, relais_error *err)
{
	const indicator *d = &a->what->about;
	relais_status rc = say_version(a, err);
	text formula = { 0 };

	say(a, "label", a->study->lang == RELAIS_FR ? d->label_fr : d->label_en);
	say(a, "unit", d->unit);
	say(a, "type", d->type);
	say(a, "periodicity", d->periodicity);
	say(a, "over_offices", d->over_offices);
	say(a, "over_time", d->over_time);
	say(a, "weight", d->weight);
	say(a, "numerator", d->numerator);
	say(a, "denominator", d->denominator);
	level_formula(a->what, &formula);
	account_say_formula(a, "value", text_str(&formula), NULL);
	if (account_is_evolution(a))
		account_say_formula(a, "evolution",
			item_is_in_points(a->what) ? "value - previous"
						   : "100 * (value - previous) / previous",
			NULL);
	if (a->figure == RELAIS_FIGURE_COVERAGE)
		account_say_formula(
			a, "coverage", "100 * weight_answered / weight_expected", NULL);
	if (account_is_spread(a))
		account_spread_formula(a);
	if (rc == RELAIS_OK && formula.failed)
		rc = fail_memory(err);
	text_free(&formula);
	return rc;
}
