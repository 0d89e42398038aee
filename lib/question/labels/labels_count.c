/* SPDX-License-Identifier: MIT
 * Which awards each register counts.
 */
#include "labels_count.h"

#include <string.h>

#include "inside.h"

struct label_register {
	const char *name;
	const char *schemes[2]; /* any of them; the second may be NULL */
	const char *level; /* NULL: any */
	bool is_ending; /* only those that end within `label_days` */
};

static const label_register registers[] = {
	{ "classes", { "classement", NULL }, NULL, false },
	{ "categorie_1", { "classement", NULL }, "I", false },
	{ "a_echeance", { "classement", NULL }, NULL, true },
	{ "qualite", { "qualite_tourisme", "destination_excellence" }, NULL, false },
	{ "tourisme_handicap", { "tourisme_handicap", NULL }, NULL, false },
	{ "accueil_velo", { "accueil_velo", NULL }, NULL, false },
};

const label_register *label_register_named(const char *name, size_t length)
{
	for (size_t i = 0; i < sizeof registers / sizeof *registers; i++)
		if (strlen(registers[i].name) == length &&
			!memcmp(registers[i].name, name, length))
			return &registers[i];
	return NULL;
}

static bool is_of(const label *one, const label_register *of)
{
	return *one->office && (label_is_of(one, of->schemes[0]) ||
				       (of->schemes[1] && label_is_of(one, of->schemes[1])));
}

bool label_register_is_kept(const labels *l, const label_register *of)
{
	for (size_t i = 0; i < l->count; i++)
		if (is_of(&l->all[i], of))
			return true;
	return false;
}

const char *label_register_counts(
	const labels *l, const label_register *of, const label *one, relais_day day)
{
	const office *heir;

	if (!is_of(one, of) || !label_holds(one, day) ||
		(of->level && strcmp(one->level, of->level) != 0) ||
		(of->is_ending && (int64_t)one->end - day > l->alert))
		return NULL;
	heir = labels_heir(l, one->office, day);
	if (!heir || heir->closed < day ||
		(!label_is_of(one, "classement") && strcmp(heir->code, one->office) != 0))
		return NULL;
	return heir->code;
}
