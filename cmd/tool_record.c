/* SPDX-License-Identifier: MIT
 * One row written by hand (rt-status set, rt-plan add and set): recorded like a line of a
 * file, same checks, same journal; then said in one line on stderr.
 */
#include "tool.h"

static const char *outcome(const relais_summary *summary)
{
	if (summary->created)
		return N_("new");
	return summary->revised ? N_("changed") : N_("unchanged");
}

/* A rejected row is the call's own error: telling it besides would say it twice. */
static void tell_unless_rejected(void *session, const relais_diagnostic *said)
{
	if (said->severity != RELAIS_REJECTED)
		tool_tell(session, said);
}

relais_status tool_record(struct session *s, const char *kind, const char *code, size_t count,
	const char *const *columns, const char *const *values)
{
	relais_import_options options;
	relais_summary summary = { .batch = 0 };
	relais_status rc;

	tool_import_options(s, &options);
	options.tell = tell_unless_rejected;
	rc = relais_record(s->store, kind, count, columns, values, &options, &summary, &s->err);
	if (rc == RELAIS_E_DATA) /* what is not acceptable was typed, not read */
		return s->err.status = RELAIS_E_USAGE;
	if (rc != RELAIS_OK || tool_want->quiet)
		return rc;
	tool_say(s, "%s: %s%s", code, relais_words(s->lang, outcome(&summary)),
		tool_want->dry_run ? relais_words(s->lang, " (dry run: nothing was written)")
				   : "");
	return rc;
}
