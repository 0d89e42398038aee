/* SPDX-License-Identifier: MIT
 * One file, imported and listened to.
 */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "../../base/error.h"
#include "../../base/words.h"
#include "../import.h"
#include "../layout/disclose.h"
#include "../layout/layout_try.h"
#include "plan.h"

void sight_add(sight *seen, const char *sentence)
{
	if (seen->unclear.length)
		text_add(&seen->unclear, "; ");
	text_add(&seen->unclear, sentence);
}

void sight_clear(sight *seen)
{
	text_free(&seen->unclear);
	*seen = (sight){ .is_table = false };
}

static void add(sight *seen, relais_lang lang, const char *format, ...) PRINTF_LIKE(3, 4);

static void add(sight *seen, relais_lang lang, const char *format, ...)
{
	char sentence[512];
	va_list values;

	va_start(values, format);
	vsnprintf(sentence, sizeof sentence, words(lang, format), values);
	va_end(values);
	sight_add(seen, sentence);
}

static void see_unused(sight *seen, const disclosure *d)
{
	const layout *l = d->layout;
	text names = { 0 };

	for (size_t i = 0; i < l->count; i++)
		if (l->columns[i].role == ROLE_UNUSED && *l->columns[i].heading &&
			!layout_is_expected(l, i))
			text_addf(&names, "%s%s", names.length ? ", " : "",
				l->columns[i].heading);
	if (names.length)
		add(seen, d->lang, N_("columns that are not used: %.200s"), text_str(&names));
	text_free(&names);
}

static void see_strangers(sight *seen, const disclosure *d)
{
	const insight *s = d->seen;
	size_t offices = s->strange[THING_OFFICE].count;
	size_t indicators = s->strange[THING_INDICATOR].count;

	seen->has_strangers = offices + indicators > 0;
	if (offices && d->options->create_offices)
		add(seen, d->lang,
			N_("offices that this registers, since no register has come: %zu"),
			offices);
	else if (offices)
		add(seen, d->lang,
			N_("unknown offices: %s; register them, or say their codes in a profile"),
			text_str(&s->strangers[THING_OFFICE]));
	if (indicators && d->options->create_indicators)
		add(seen, d->lang, N_("indicators that this registers: %s"),
			text_str(&s->strangers[THING_INDICATOR]));
	else if (indicators)
		add(seen, d->lang,
			N_("unknown indicators: %s; say their codes in a profile, or add --create indicators"),
			text_str(&s->strangers[THING_INDICATOR]));
}

/* Everything at once, when the import has been through the file. */
static void see(void *self, const disclosure *d)
{
	sight *seen = self;

	if (!d->layout)
		return;
	seen->is_table = true;
	snprintf(seen->kind, sizeof seen->kind, "%s", d->layout->kind->name);
	seen->columns = d->layout->matched;
	seen->first = d->seen->first;
	seen->last = d->seen->last;
	seen->read = d->summary->read - d->summary->skipped;
	seen->rejected = d->summary->rejected;
	seen->brought = d->summary->created + d->summary->revised;
	see_strangers(seen, d);
	see_unused(seen, d);
	if (d->seen->other_line)
		add(seen, d->lang, N_("another table begins on line %lu, and is not read"),
			d->seen->other_line);
	if (d->source->other_sheets)
		add(seen, d->lang,
			N_("sheets that are not read: %s; --sheet '*' reads them all"),
			d->source->other_sheets);
	if (d->seen->differ)
		add(seen, d->lang,
			N_("computed cells that do not agree with the figures: %llu"),
			(unsigned long long)d->seen->differ);
}

static void keep_first(void *self, const relais_diagnostic *said)
{
	sight *seen = self;

	if (said->severity == RELAIS_REJECTED && !seen->fault[0])
		snprintf(seen->fault, sizeof seen->fault, "%s", said->text);
}

static void hear_nothing(void *self, const char *item, const char *value, const char *why)
{
	(void)self, (void)item, (void)value, (void)why;
}

relais_status plan_look(relais_store *store, const char *path, const way *how, bool keep,
	const relais_import_options *options, sight *seen, relais_error *err)
{
	const listener to = { hear_nothing, seen, see };
	relais_import_options own = *options;
	relais_error fault = { .lang = options->lang };
	relais_summary summary;
	relais_status rc;

	sight_clear(seen);
	own.profile = how->profile ? how->profile : own.profile;
	if (how->period)
		own.period = (relais_span){ how->period, how->period };
	if (how->office[0])
		own.office = how->office;
	own.create_offices = own.create_offices || how->creates;
	own.create_territories = own.create_territories || how->creates;
	own.create_indicators = own.create_indicators || how->names;
	own.tell = NULL;
	own.every = keep_first;
	own.every_self = seen;
	own.rejects = NULL;
	own.dry_run = !keep;
	own.disclose = true;
	rc = import_path(store, path, &own, &to, &summary, &fault);
	if (rc == RELAIS_E_DATA || rc == RELAIS_E_IO || rc == RELAIS_E_USAGE) {
		seen->is_table = false;
		seen->is_ambiguous = !strcmp(fault.rule, "ambiguous-kind");
		snprintf(seen->fault, sizeof seen->fault, "%s", fault.text);
		return RELAIS_OK;
	}
	if (rc != RELAIS_OK && err)
		*err = fault;
	return seen->unclear.failed ? fail_memory(err) : rc;
}
