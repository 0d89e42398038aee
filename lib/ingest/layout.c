/* SPDX-License-Identifier: MIT
 * Finding the headings. Each of the first lines is tried as the headings of each kind; the
 * first line that some kind understands completely is it, the kind that understands most of
 * it wins, and two that understand as much are asked about (--as).
 */
#include "layout.h"

#include <string.h>

#include "../base/error.h"
#include "../base/period.h"
#include "../base/text.h"
#include "../base/words.h"
#include "layout_try.h"

enum { HEADING_LIMIT = 60 };

/* The only year in a text: 0 when there is none, -1 when there are several. */
int layout_year(const char *said, int so_far)
{
	for (const char *p = said; *p; p++) {
		bool alone = p == said || p[-1] < '0' || p[-1] > '9';
		size_t digits = strspn(p, "0123456789");

		if (alone && digits == 4 && (!strncmp(p, "19", 2) || !strncmp(p, "20", 2))) {
			int year = (p[0] - '0') * 1000 + (p[1] - '0') * 100 +
				   (p[2] - '0') * 10 + p[3] - '0';

			so_far = so_far == 0 || so_far == year ? year : -1;
		}
		p += digits > 0 ? digits - 1 : 0;
	}
	return so_far;
}

static const char *base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

/* Best complete reading of one record; `*tied` when another kind reads as much. */
static relais_status best_reading(layout *best, const record *r, const trial *how,
	const kind **tied, layout_lack *lack, relais_error *err)
{
	*best = (layout){ 0 };
	*tied = NULL;
	for (size_t i = 0; kind_at(i); i++) {
		layout one;
		relais_status rc;
		bool complete;

		if (how->options->kind && strcmp(how->options->kind, kind_at(i)->name) != 0)
			continue;
		rc = layout_try(&one, kind_at(i), r, how, &complete, lack, err);
		if (rc != RELAIS_OK) {
			layout_free(best);
			return rc;
		}
		if (complete && (!best->kind || one.matched > best->matched)) {
			layout_free(best);
			*best = one;
			*tied = NULL;
			continue;
		}
		if (complete && one.matched == best->matched)
			*tied = one.kind;
		layout_free(&one);
	}
	return RELAIS_OK;
}

static relais_status not_found(const layout_lack *lack, const source *src,
	const relais_import_options *options, relais_error *err)
{
	const char *name = source_about(src)->name;

	if (lack->matched > 1)
		return fail_at(err, RELAIS_E_DATA,
			(place){ name, lack->line, 0, "missing-column" },
			"these headings look like the kind %s, but there is no column for '%s'",
			lack->kind->name, lack->missing);
	if (options->kind)
		return fail_at(err, RELAIS_E_DATA, (place){ name, 0, 0, "no-headings" },
			"no line of headings for the kind %s in the first %d lines; 'rt-import --kinds' lists its columns",
			options->kind, HEADING_LIMIT);
	return fail_at(err, RELAIS_E_DATA, (place){ name, 0, 0, "no-headings" },
		"no line of headings was recognised in the first %d lines; figures need office, indicator, period, value: 'rt-import --kinds' lists every kind",
		HEADING_LIMIT);
}

static void say_unused(const layout *l, told *t)
{
	for (size_t i = 0; i < l->count; i++)
		if (l->columns[i].role == ROLE_UNUSED && *l->columns[i].heading &&
			!layout_is_expected(l, i))
			told_warn(t, (spot){ l->line, i + 1 }, "unknown-column",
				"the column '%s' is not used", l->columns[i].heading);
}

static relais_status search(
	layout *out, reader *rd, const trial *how, source *src, relais_error *err)
{
	layout_lack lack = { 0 };
	const kind *tied;
	int year = 0;
	record r;

	for (int i = 0; i < HEADING_LIMIT; i++) {
		relais_status rc = reader_next(rd, &r, err);

		if (rc == RELAIS_END)
			break;
		if (rc == RELAIS_OK)
			rc = best_reading(out, &r, how, &tied, &lack, err);
		if (rc != RELAIS_OK)
			return rc;
		if (out->kind && tied)
			return fail_at(err, RELAIS_E_DATA,
				(place){ source_about(src)->name, r.line, 0, "ambiguous-kind" },
				"these headings could be the kind %s or %s: say --as",
				out->kind->name, tied->name);
		if (out->kind) {
			out->year =
				year > 0 ? year
					 : layout_year(base_name(source_about(src)->name), 0);
			return layout_sample(out, rd, err);
		}
		for (size_t f = 0; f < r.count; f++)
			year = layout_year(r.fields[f], year);
	}
	return not_found(&lack, src, how->options, err);
}

relais_status layout_find(layout *out, source *src, const dialect *d,
	const relais_import_options *options, const directories *known, told *t,
	relais_error *err)
{
	trial how = { options, known, t, d->delimiter };
	const kind *given;
	relais_status rc;
	reader *rd;

	*out = (layout){ 0 };
	if (options->kind && (rc = kind_find(&given, options->kind, err)) != RELAIS_OK)
		return rc;
	if ((rc = reader_open(&rd, src, d, err)) != RELAIS_OK)
		return rc;
	rc = search(out, rd, &how, src, err);
	reader_close(rd);
	if (rc == RELAIS_OK)
		say_unused(out, t);
	else
		layout_free(out);
	return rc;
}

void layout_free(layout *l)
{
	arena_free(&l->memory);
	*l = (layout){ 0 };
}
