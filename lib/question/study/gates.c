/* SPDX-License-Identifier: MIT
 * Thresholds a relay may set for itself, dated like everything else.
 */
#include <string.h>

#include "../../base/error.h"
#include "../../model/rule.h"
#include "inside.h"
#include "../sql.h"

static relais_status take(gates *g, const char *name, const char *value, relais_error *err)
{
	const struct {
		const char *name;
		number *decimal;
		int64_t *count;
	} known[] = { { "gate_ok", &g->ok, NULL }, { "gate_fragile", &g->fragile, NULL },
		{ "gate_n", NULL, &g->least_count },
		{ "seuil_n", NULL, &g->secrecy.least_count },
		{ "seuil_dominance", &g->secrecy.dominance, NULL },
		{ "seuil_revision", &g->revision, NULL }, { "seuil_p", &g->secrecy.p, NULL },
		{ "seuil_ecart", &g->nearest, NULL }, { "seuil_estime", &g->estimated, NULL },
		{ "collect_days", NULL, &g->collect_days },
		{ "publish_days", NULL, &g->publish_days } };

	if (strcmp(name, "publish_keys") == 0) {
		g->published = (group_keys){ .count = 0 };
		return group_keys_read(&g->published, value, err ? err->lang : RELAIS_EN, err);
	}
	if (strcmp(name, "final_month_day") == 0)
		(void)month_day_read(value, &g->closing.month, &g->closing.day);
	for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
		number n;

		if (strcmp(name, known[i].name) != 0)
			continue;
		if (!number_from_text(value, &n) || n.units < 0 ||
			(known[i].count && n.decimals > 0))
			return fail(err, RELAIS_E_DATA,
				"the setting '%s' is '%s': a number is needed, import a settings file that corrects it",
				name, value);
		if (known[i].count)
			*known[i].count = n.units;
		else
			*known[i].decimal = n;
	}
	return RELAIS_OK;
}

relais_status gates_load(gates *g, relais_store *store, int64_t known, relais_error *err)
{
	stmt *s;
	relais_status rc = stmt_prepare(&s, store, SQL(settings), err);

	*g = (gates){ .ok = { 80, 0 },
		.fragile = { 60, 0 },
		.least_count = 3,
		.secrecy = secrecy_usual,
		.revision = { 5, 1 },
		.closing = closing_usual,
		.collect_days = 10,
		.publish_days = -1,
		.published = { { KEY_TERRITORY, KEY_CATEGORY }, 2 },
		.estimated = { 40, 0 } };
	if (rc != RELAIS_OK)
		return rc;
	stmt_bind_int(s, ":known", known);
	while ((rc = stmt_step(s, err)) == RELAIS_OK)
		if ((rc = take(g, stmt_text(s, 0), stmt_text(s, 1), err)) != RELAIS_OK)
			break;
	stmt_free(s);
	if (g->publish_days < 0)
		g->publish_days = g->collect_days;
	return rc == RELAIS_END ? RELAIS_OK : rc;
}
