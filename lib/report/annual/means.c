/* SPDX-License-Identifier: MIT
 * What the offices have to work with: staff, accounts, what they live on, and how it goes with their size.
 */
#include "../../base/error.h"
#include "inside.h"

static const char *const staff[] = { "etp_total", "etp_saisonniers", "etp_numerique",
	"salaries_nb", "direction_pourvue", "langues_accueil_nb", "bit_nb",
	"bit_saisonniers_nb", "jours_ouverture", "heures_ouverture", NULL };

section *means_section(note *n, section **s)
{
	if (!*s)
		*s = note_section(
			n, "means", document_say(n->document, "Means of the offices"));
	return *s;
}

static relais_status write_staff(note *n, section **s, relais_error *err)
{
	relais_document *d = n->document;
	const figures_of about = { "means", document_say(d, "Means of the offices"),
		document_say(d, "Staff and reception"), document_say(d, "Figure"), staff };

	return write_figures_of(n, s, &about, err);
}

relais_status write_means(note *n, relais_error *err)
{
	section *s = NULL;
	relais_status rc = write_staff(n, &s, err);

	if (rc == RELAIS_OK)
		rc = write_accounts(n, &s, err);
	if (rc == RELAIS_OK)
		rc = write_resources(n, &s, err);
	if (rc == RELAIS_OK)
		rc = write_rates(n, &s, err);
	return rc == RELAIS_OK ? write_sizes(n, &s, err) : rc;
}
