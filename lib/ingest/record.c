/* SPDX-License-Identifier: MIT
 * relais_record: one row given by a program, through the checks and the journal of files.
 */
#include <string.h>

#include "../base/error.h"
#include "intake.h"

typedef struct kept_rejection {
	const relais_import_options *options;
	char rule[32], text[512];
	bool any;
} kept_rejection;

/* The first rejection is the call's error; a doubt is told, of no line of any file. */
static void keep_first(void *self, const relais_diagnostic *said)
{
	kept_rejection *kept = self;
	relais_diagnostic doubt = *said;

	if (said->severity != RELAIS_REJECTED && kept->options->tell) {
		doubt.input = NULL;
		doubt.line = doubt.column = 0;
		kept->options->tell(kept->options->tell_self, &doubt);
	}
	if (said->severity != RELAIS_REJECTED || kept->any)
		return;
	kept->any = true;
	snprintf(kept->rule, sizeof kept->rule, "%s", said->rule);
	snprintf(kept->text, sizeof kept->text, "%s", said->text);
}

static relais_status place_values(const kind *k, size_t count, const char *const *columns,
	const char *const *values, const char **said, relais_error *err)
{
	for (size_t i = 0; i < count; i++) {
		size_t at = kind_column_at(k, columns[i]);

		if (at == (size_t)-1)
			return fail(err, RELAIS_E_USAGE, "the kind %s has no column '%s'",
				k->name, columns[i]);
		said[at] = values[i];
	}
	return RELAIS_OK;
}

static relais_status put(intake *n, const kind *k, const char *const *said, relais_error *err)
{
	kept_rejection kept = { .options = n->options };
	relais_import_options quiet = *n->options;
	origin from = origin_of(n->options, "-", NULL, k->name);
	relais_status rc;

	quiet.tell = keep_first;
	quiet.tell_self = &kept;
	quiet.every = NULL;
	if ((rc = intake_open(n, k, NULL, &from, err)) != RELAIS_OK ||
		(rc = registry_put(n->registry, said, NULL, (spot){ 1, 0 }, n->summary, err)) !=
			RELAIS_OK ||
		(rc = intake_settle(n, err)) != RELAIS_OK ||
		(rc = told_tell(&n->told, "", &quiet, err)) != RELAIS_OK)
		return rc;
	if (kept.any)
		return fail_at(
			err, RELAIS_E_DATA, (place){ NULL, 0, 0, kept.rule }, "%s", kept.text);
	return RELAIS_OK;
}

relais_status relais_record(relais_store *store, const char *kind_name, size_t count,
	const char *const *columns, const char *const *values,
	const relais_import_options *options, relais_summary *summary, relais_error *err)
{
	const kind *k;
	const char *said[64] = { NULL };
	relais_status rc;
	intake n;

	if ((rc = kind_find(&k, kind_name, err)) != RELAIS_OK)
		return rc;
	if (k->way == KIND_FIGURES)
		return fail(err, RELAIS_E_USAGE, "figures are imported from a file");
	if ((rc = place_values(k, count, columns, values, said, err)) != RELAIS_OK)
		return rc;
	if ((rc = intake_begin(&n, store, options, summary, err)) == RELAIS_OK)
		rc = put(&n, k, said, err);
	return intake_end(&n, rc, err);
}
