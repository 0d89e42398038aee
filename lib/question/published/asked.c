/* SPDX-License-Identifier: MIT
 * What an edition was asked, so that the same can be asked again: write_options() of record.c, read
 * back. What no report that is published takes cannot be asked again here, and that is said.
 */
#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "../../store/store.h"
#include "record.h"

static const char edition_sql[] =
	"SELECT report, from_period, to_period, diffusion, options, today FROM edition\n"
	" WHERE edition_id = ?1";

/* "a,b" as a list that ends with NULL; cuts `said`. */
static const char *const *split(char *said)
{
	size_t count = 1;
	const char **items;

	for (const char *c = said; *c; c++)
		count += *c == ',';
	if (!(items = calloc(count + 1, sizeof *items)))
		return NULL;
	for (size_t i = 0; i < count; i++) {
		items[i] = said;
		said += strcspn(said, ",");
		*said++ = '\0';
	}
	return items;
}

static relais_status take_option(relais_asked *a, char *option, relais_error *err)
{
	const struct {
		const char *name;
		const char *const **list;
	} lists[] = { { "indicators=", &a->question.indicators },
		{ "offices=", &a->question.offices },
		{ "territories=", &a->question.territories },
		{ "resolutions=", &a->question.resolutions } };
	char *is = strchr(option, '=');

	if (!strcmp(option, "lang=fr") || !strcmp(option, "lang=en")) {
		a->question.lang = option[5] == 'f' ? RELAIS_FR : RELAIS_EN;
		return RELAIS_OK;
	}
	if (!strncmp(option, "as_of=", 6))
		return relais_day_parse(option + 6, &a->question.as_of, err);
	if (!strcmp(option, "members")) {
		a->question.members_only = true;
		return RELAIS_OK;
	}
	for (size_t i = 0; is && i < sizeof lists / sizeof *lists; i++)
		if (!*lists[i].list && !strncmp(option, lists[i].name, strlen(lists[i].name))) {
			*lists[i].list = split(is + 1);
			return *lists[i].list ? RELAIS_OK : fail_memory(err);
		}
	return fail(err, RELAIS_E_USAGE,
		"an edition that was asked with '%s' cannot be asked again", option);
}

static relais_status take_options(relais_asked *a, const char *said, relais_error *err)
{
	relais_status rc = RELAIS_OK;
	char *next;

	if (!(a->options = strdup(said)))
		return fail_memory(err);
	for (char *option = a->options; rc == RELAIS_OK && option && *option; option = next) {
		if ((next = strchr(option, ' ')))
			*next++ = '\0';
		rc = take_option(a, option, err);
	}
	return rc;
}

static relais_diffusion diffusion_of(const char *name)
{
	if (!strcmp(name, "interne"))
		return RELAIS_INTERNE;
	return strcmp(name, "reseau") ? RELAIS_PUBLIC : RELAIS_RESEAU;
}

relais_status relais_edition_asked(
	relais_store *store, int64_t edition, relais_asked *out, relais_error *err)
{
	stmt *s;
	relais_status rc = edition_check_known(store, edition, err);

	*out = (relais_asked){ .question = { .as_of = RELAIS_NO_DAY } };
	if (rc != RELAIS_OK || (rc = stmt_prepare(&s, store, edition_sql, err)) != RELAIS_OK)
		return rc;
	stmt_bind_int_at(s, 1, edition);
	if ((rc = stmt_step(s, err)) == RELAIS_OK) {
		snprintf(out->report, sizeof out->report, "%s", stmt_text(s, 0));
		out->question.span.from = (relais_period)stmt_int(s, 1);
		out->question.span.to = (relais_period)stmt_int(s, 2);
		out->question.diffusion = diffusion_of(stmt_text(s, 3));
		rc = relais_day_parse(stmt_text(s, 5), &out->question.today, err);
		if (rc == RELAIS_OK)
			rc = take_options(out, stmt_text(s, 4), err);
	}
	stmt_free(s);
	return rc;
}

void relais_asked_free(relais_asked *a)
{
	free((void *)(uintptr_t)a->question.indicators);
	free((void *)(uintptr_t)a->question.offices);
	free((void *)(uintptr_t)a->question.territories);
	free((void *)(uintptr_t)a->question.resolutions);
	free(a->options);
	*a = (relais_asked){ .options = NULL };
}
