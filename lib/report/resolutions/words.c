/* SPDX-License-Identifier: MIT
 * How domains, challenges and states are called. The manifesto names four domains and five challenges;
 * what it asks of all is the general one.
 */
#include <string.h>

#include "../../base/words.h"
#include "inside.h"

const char *const domain_codes[] = { "animation", "professionnalisation", "structuration",
	"representation", NULL };
const char *const challenge_codes[] = { "general", "numerique", "ressources", "qualite_dd",
	"mise_en_reseau", "culturel", NULL };

static const char *name_in(relais_document *d, const char *const *codes,
	const char *const *names, const char *code)
{
	for (size_t i = 0; code && codes[i]; i++)
		if (!strcmp(codes[i], code))
			return words(d->lang, names[i]);
	return code;
}

const char *domain_name(relais_document *d, const char *code)
{
	static const char *const names[] = { N_("Facilitation of the network"),
		N_("Professional development"), N_("Structuring of the network"),
		N_("Representation") };

	return name_in(d, domain_codes, names, code);
}

const char *challenge_name(relais_document *d, const char *code)
{
	static const char *const names[] = { N_("General"), N_("Digital"),
		N_("In-house resources"), N_("Quality and sustainability"), N_("Networking"),
		N_("Cultural") };

	return name_in(d, challenge_codes, names, code);
}

const char *state_name(relais_document *d, state_of s)
{
	static const char *const names[] = { N_("done"), N_("in progress"), N_("to do"),
		N_("put off"), N_("dropped"), N_("not declared") };

	return words(d->lang, names[s]);
}

const char *state_sign(state_of s)
{
	static const char *const signs[] = { "●", "◐", "○", "◌", "×", "–" };

	return signs[s];
}
