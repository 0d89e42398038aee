/* SPDX-License-Identifier: MIT
 * Settings were checked when they came in: see model/brand.h.
 */
#include "brand.h"

static const char *setting(
	relais_store *store, relais_day as_of, relais_document *d, const char *name)
{
	const char *value = relais_store_setting(store, name, as_of);

	return value && *value ? document_copy(d, value) : NULL;
}

void brand_add(relais_store *store, relais_day as_of, relais_document *d)
{
	const char *contact = setting(store, as_of, d, "network_contact");
	const char *licence = setting(store, as_of, d, "network_licence");

	d->logo = setting(store, as_of, d, "network_logo");
	d->colour = setting(store, as_of, d, "network_colour");
	d->colour_dark = setting(store, as_of, d, "network_colour_dark");
	d->network = setting(store, as_of, d, "network_name");
	d->contact = contact ? document_say(d, "Contact: %s", contact) : NULL;
	d->licence = licence ? document_say(d, "Licence: %s", licence) : NULL;
}
