/* SPDX-License-Identifier: MIT
 * What cannot stand without a label (C1.4): a commune touristique needs a classified office that
 * covers it, a station one of category I; and category I needs a quality mark.
 */
#include "inside.h"

#include "../../base/error.h"

/* Would `one` be there after `other` is gone? */
static bool outlives(const label *one, const label *other)
{
	return label_stands(one) && (!label_stands(other) || one->end > other->end);
}

/* "classement:I": the level asked for, "" for any. */
static bool needs(const label *one, const char *scheme, const char **level)
{
	size_t length = strlen(scheme);

	*level = "";
	if (!one->law || strncmp(one->law->needs, scheme, length) != 0)
		return false;
	if (one->law->needs[length] == ':')
		*level = one->law->needs + length + 1;
	return one->law->needs[length] == '\0' || one->law->needs[length] == ':';
}

static void name_it(const label *one, text *out)
{
	text_addf(out, *text_str(out) ? " %s:%s" : "%s:%s", one->scheme, label_holder(one));
}

static void dangers_of_classement(const labels *l, const label *one, text *out)
{
	for (size_t i = 0; i < l->count; i++) {
		const label *commune = &l->all[i];
		const char *level;

		if (label_is_current(commune) && needs(commune, one->scheme, &level) &&
			!strcmp(labels_cover(l, commune), one->carrier) &&
			label_stands(commune) &&
			(outlives(commune, one) || (*level && strcmp(level, one->level) != 0)))
			name_it(commune, out);
	}
}

/* Another mark of quality that stays when this one is gone is enough. */
static void dangers_of_mark(const labels *l, const label *one, text *out)
{
	const label *classement = NULL;

	for (size_t i = 0; i < l->count; i++) {
		const label *other = &l->all[i];

		if (other == one || !label_is_current(other) ||
			strcmp(other->office, one->office) != 0)
			continue;
		if (label_is_quality(other) && outlives(other, one))
			return;
		if (label_is_of(other, "classement") && !strcmp(other->level, "I") &&
			outlives(other, one))
			classement = other;
	}
	if (classement)
		name_it(classement, out);
}

relais_status labels_find_dangers(labels *l, relais_error *err)
{
	text list = { 0 };
	bool fits = true;

	for (size_t i = 0; fits && i < l->count; i++) {
		label *one = &l->all[i];

		text_clear(&list);
		if (!label_is_current(one) || !*one->office)
			continue;
		if (label_is_of(one, "classement"))
			dangers_of_classement(l, one, &list);
		else if (label_is_quality(one))
			dangers_of_mark(l, one, &list);
		if (*text_str(&list))
			fits = (one->endangers = arena_string(&l->memory, list.data)) != NULL;
	}
	fits = fits && !list.failed;
	text_free(&list);
	return fits ? RELAIS_OK : fail_memory(err);
}
