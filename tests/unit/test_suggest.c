/* SPDX-License-Identifier: MIT
 * Suggestions: near words, best first, three at most, nothing when nothing is near.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <stdlib.h>

#include "../../lib/base/suggest.h"
#include "../../lib/base/text.h"

static const char *const verbs[] = { "totals", "values", "evolution", "series", "completeness",
	"indicators", "explain", NULL };
static const char *const codes[] = { "P10", "P1", "A6", "A5", "P2", "A4", "A1", NULL };

static void lists(void **state)
{
	static const struct {
		const char *word;
		const char *const *known;
		relais_lang lang;
		const char *text;
	} rows[] = {
		{ "evoluton", verbs, RELAIS_EN, " (did you mean 'evolution'?)" },
		{ "évolution", verbs, RELAIS_EN, " (did you mean 'evolution'?)" },
		{ "evoluton", verbs, RELAIS_FR,
			" (vouliez-vous dire «\u00A0evolution\u00A0»\u202F?)" },
		{ "total", verbs, RELAIS_EN, " (did you mean 'totals'?)" },
		{ "seires", verbs, RELAIS_EN, " (did you mean 'series'?)" },
		{ "frobnicate", verbs, RELAIS_EN, "" },
		{ "", verbs, RELAIS_EN, "" },
		{ "P3", codes, RELAIS_EN, " (did you mean 'P1', 'P2'?)" },
		{ "A7", codes, RELAIS_EN, " (did you mean 'A1', 'A4', 'A5'?)" },
		{ "ZZ", codes, RELAIS_EN, "" },
		{ "p10", codes, RELAIS_EN, " (did you mean 'P10', 'P1', 'A1'?)" },
		{ "Q", codes, RELAIS_EN, "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char out[256] = "untouched";

		relais_suggest(rows[i].word, rows[i].known, rows[i].lang, out, sizeof out);
		if (strcmp(out, rows[i].text) != 0)
			fail_msg("'%s': '%s', not '%s'", rows[i].word, out, rows[i].text);
	}
}

static void notes(void **state)
{
	suggestions s;
	char out[256];

	(void)state;
	suggest_start(&s, "saint brandan");
	suggest_offer(&s, "OT-22-005", "Plouha");
	suggest_offer(&s, "OT-22-004", "St-Brandan");
	suggest_offer(&s, "OT-22-004", "St-Brandan");
	suggest_offer(&s, "OT-22-006", NULL);
	suggest_print(&s, RELAIS_EN, out, sizeof out);
	assert_string_equal(out, " (did you mean 'OT-22-004' St-Brandan?)");
	suggest_start(&s, "OT-22-04");
	suggest_offer(&s, "OT-22-014", "Binic");
	suggest_offer(&s, "OT-22-004", "St-Brandan");
	suggest_print(&s, RELAIS_FR, out, sizeof out);
	assert_string_equal(out, " (vouliez-vous dire «\u00A0OT-22-004\u00A0» St-Brandan, "
				 "«\u00A0OT-22-014\u00A0» Binic\u202F?)");
}

/* The order in which words are offered does not show. */
static void order_does_not_matter(void **state)
{
	static const char *const known[] = { "A34", "A3", "A32", "B33", "A31", "A333" };
	char first[128] = "", out[128];

	(void)state;
	for (size_t start = 0; start < 6; start++) {
		for (size_t step = 1; step <= 5; step += 4) {
			suggestions s;

			suggest_start(&s, "A33");
			for (size_t i = 0; i < 6; i++)
				suggest_offer(&s, known[(start + i * step) % 6], NULL);
			suggest_print(&s, RELAIS_EN, out, sizeof out);
			if (!first[0])
				strcpy(first, out);
			assert_string_equal(out, first);
		}
	}
	assert_string_equal(first, " (did you mean 'A3', 'A31', 'A32'?)");
}

/* Too little room never cuts a character or runs over. */
static void fits(void **state)
{
	char note[200];
	suggestions s;

	(void)state;
	memset(note, 0, sizeof note);
	for (size_t i = 0; i + 2 < sizeof note; i += 2)
		memcpy(note + i, "é", 2);
	suggest_start(&s, "bonjour");
	suggest_offer(&s, "bonjouré", note);
	suggest_offer(&s, note, NULL);
	for (size_t size = 0; size < 160; size++) {
		char *out = malloc(size + 1);

		assert_non_null(out);
		suggest_print(&s, RELAIS_FR, out, size);
		if (size && (strlen(out) >= size ||
				    text_valid_utf8(out, strlen(out)) != strlen(out)))
			fail_msg("cut at %zu", size);
		free(out);
	}
	suggest_start(&s, note);
	suggest_offer(&s, note, NULL); /* near, but too long to be shown whole */
	assert_int_equal(s.count, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lists),
		cmocka_unit_test(notes),
		cmocka_unit_test(order_does_not_matter),
		cmocka_unit_test(fits),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
