/* SPDX-License-Identifier: MIT
 * Legal forms as people call them: codes are for machines.
 */
#include <string.h>

#include "../base/words.h"
#include "note.h"

const char *legal_form_name(const relais_document *d, const char *code)
{
	static const struct {
		const char *code, *name;
	} names[] = { { "association", N_("association") }, { "epic", N_("EPIC") },
		{ "spl", N_("SPL") }, { "sem", N_("SEM") }, { "gip", N_("GIP") },
		{ "regie_autonomie_financiere", N_("public service with its own budget") },
		{ "regie_personnalisee", N_("public service as a legal person") },
		{ "service_collectivite", N_("department of the local authority") },
		{ "autre", N_("other legal form") } };

	for (size_t i = 0; code && i < sizeof names / sizeof *names; i++)
		if (!strcmp(names[i].code, code))
			return words(d->lang, names[i].name);
	return code;
}
