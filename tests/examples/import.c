/* SPDX-License-Identifier: MIT
 * import DAY STORE FILE... - read files into a store, which is made when it is not there, as received on
 * a day; say what is wrong with them and what came of them. Exits 1 when lines were refused.
 * This and its neighbours are C11 and C++ alike: structures are zeroed, and zero is what is usual.
 */
#include <inttypes.h>
#include <relais.h>
#include <string.h>

static void tell(void *self, const relais_diagnostic *said)
{
	(void)self;
	if (said->severity != RELAIS_NOTE)
		fprintf(stderr, "%s:%lu:%lu: %s [%s]\n", said->input, said->line, said->column,
			said->text, said->rule);
}

static int fail(const relais_error *err)
{
	fprintf(stderr, "%s%s%s\n", err->input, *err->input ? ": " : "", err->text);
	return 4;
}

int main(int argc, char **argv)
{
	relais_store *store = NULL;
	relais_import_options options;
	relais_error err;
	uint64_t rejected = 0;
	int code = 0;

	memset(&options, 0, sizeof options);
	memset(&err, 0, sizeof err);
	options.tell = tell;
	options.who = "jeanne";
	if (argc < 4 || relais_day_parse(argv[1], &options.today, &err) != RELAIS_OK ||
		relais_store_open(&store, argv[2], RELAIS_CREATE, NULL, &err) != RELAIS_OK)
		return fail(&err);
	for (int i = 3; i < argc; i++) {
		relais_summary did;

		if (relais_import(store, argv[i], &options, &did, &err) != RELAIS_OK) {
			code = fail(&err); /* the store is as it was before this file */
			continue;
		}
		printf("%s: %s: %" PRIu64 " read, %" PRIu64 " new, %" PRIu64 " rejected\n",
			argv[i], did.kind, did.read, did.created, did.rejected);
		rejected += did.rejected;
	}
	relais_store_close(store);
	return code ? code : rejected > 0;
}
