/* SPDX-License-Identifier: MIT
 * The example network (share/example) in a store: what headings are looked up in.
 */
#include <relais.h>

#include "fuzz.h"

static const char *const registers[] = { "share/example/territoires.csv",
	"share/example/offices.csv", "share/example/identifiants.csv", NULL };

void fuzz_import(relais_store *store, const char *path)
{
	relais_import_options how = { 0 };
	relais_summary said;
	relais_error err = { 0 };

	if (relais_day_parse("2026-11-24", &how.today, &err) != RELAIS_OK ||
		relais_import(store, path, &how, &said, &err) != RELAIS_OK) {
		fprintf(stderr, "fuzz: %s: %s\n", path, err.text);
		exit(2);
	}
}

relais_store *fuzz_network(void)
{
	static relais_store *store;
	relais_error err = { 0 };

	if (store)
		return store;
	if (relais_store_open(&store, NULL, RELAIS_PRIVATE, NULL, &err) != RELAIS_OK) {
		fprintf(stderr, "fuzz: %s\n", err.text);
		exit(2);
	}
	for (const char *const *path = registers; *path; path++)
		fuzz_import(store, *path);
	return store;
}
