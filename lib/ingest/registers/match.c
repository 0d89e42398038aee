/* SPDX-License-Identifier: MIT
 * Rows of the register matched with its offices.
 */
#include "match.h"

#include <string.h>

static const char *refuse_several(const codes *offices, const char *value, told *t, spot at)
{
	told_reject(t, at, "ambiguous-name",
		"%s '%s' is that of several offices: see which, and say when it ends (valid_until)",
		offices->match ? offices->match : "siret", value);
	return NULL;
}

/* By the scheme that was asked for. */
static const char *match_by(const codes *offices, const sighting *row, told *t, spot at)
{
	const char *value = row->by ? row->by : row->code;
	int64_t id = codes_find_by(offices, offices->match, value);

	if (id > 0)
		return codes_spell(offices, id);
	if (id == CODES_SEVERAL)
		return refuse_several(offices, value, t, at);
	if (row->code && (row->by || row->may_be_new || codes_has(offices, row->code)))
		return row->code;
	told_reject(t, at, "unmatched-office",
		"no office has the %s '%s': add it to the identifiers of one, or give the new office a code",
		offices->match, value);
	return NULL;
}

static const char *say_found(
	const codes *offices, int64_t id, const sighting *row, told *t, spot at)
{
	const char *code = codes_spell(offices, id);

	if (!row->code)
		return code;
	return told_doubt(t, at, "matched-office",
		       "'%s' is no known code, and siret '%s' is that of %s: taken for it",
		       row->code, row->siret, code)
		       ? code
		       : NULL;
}

const char *match_office(const codes *offices, const sighting *row, told *t, spot at)
{
	const char *meant = row->code ? codes_meant(offices, row->code) : NULL;
	int64_t id = CODES_NONE;

	if (offices->match && (row->by || row->code))
		return match_by(offices, row, t, at);
	if (meant && codes_has(offices, meant))
		return meant;
	if (row->siret && !row->is_bureau &&
		(id = codes_find_by(offices, "siret", row->siret)) > 0)
		return say_found(offices, id, row, t, at);
	if (id == CODES_SEVERAL)
		return refuse_several(offices, row->siret, t, at);
	if (!row->code)
		return NULL;
	if ((id = codes_find_by(offices, "", row->code)) > 0)
		return told_doubt(t, at, "matched-office",
			       "'%s' is no known code, and an identifier of %s: taken for it",
			       row->code, codes_spell(offices, id))
			       ? codes_spell(offices, id)
			       : NULL;
	if (row->is_bureau || (id = codes_find_place(offices, row->name, row->commune)) <= 0)
		return row->code;
	return told_refuse(t, at, "same-name",
		       "'%s' is new and has the name and place of %s: if it is that office, remember it with the line 'office,%s,%s' in a file of aliases",
		       row->code, codes_spell(offices, id), row->code, codes_spell(offices, id))
		       ? row->code
		       : NULL;
}
