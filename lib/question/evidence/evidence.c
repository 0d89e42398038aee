/* SPDX-License-Identifier: MIT
 * Evidence: opened once, every yardstick held against what is known.
 */
#include "evidence.h"

#include <stdlib.h>
#include <string.h>

#include "../../base/date.h"
#include "../../base/error.h"
#include "inside.h"

static const struct {
	const char *name;
	evidence_source *find;
	bool is_public; /* it tells facts that are public anyway (C3.8), or guards itself */
} sources[] = {
	{ "activities", seek_activities, false },
	{ "actions", seek_actions, true },
	{ "agreements", seek_agreements, false },
	{ "labels", seek_labels, true },
	{ "sessions", seek_sessions, false },
	{ "indicator", seek_figure, false },
	{ "collect", seek_response, false },
	{ "editions", seek_editions, true },
	{ "progress", seek_progress, false },
	{ "attribute", seek_attribute, true },
	{ "identifiers", seek_identifiers, true },
	{ "mergers", seek_mergers, true },
};

relais_day months_before(relais_day day, int months)
{
	relais_day out = day;
	int year, month, dom, at;

	day_split(day, &year, &month, &dom);
	at = year * 12 + month - 1 - months;
	year = at / 12;
	month = at % 12 + 1;
	if (dom > days_in_month(year, month))
		dom = days_in_month(year, month);
	return day_make(year, month, dom, &out) ? out : day;
}

stretch evidence_window(const char *length, relais_day day)
{
	int months = atoi(length), year, month, dom;
	stretch s = { INT32_MIN + 1, day };

	if (months > 0)
		s.first = months_before(day, months) + 1;
	if (strcmp(length, "year") == 0) {
		day_split(day, &year, &month, &dom);
		(void)day_make(year, 1, 1, &s.first);
	}
	return s;
}

bool list_has(const char *list, char between, const char *word)
{
	const char ends[] = { between, '\0' };
	size_t length = strlen(word);

	if (!*list)
		return true;
	for (; *list; list += strspn(list, ends)) {
		size_t n = strcspn(list, ends);

		if ((n == length && strncmp(list, word, n) == 0) || (n == 1 && *list == '*'))
			return true;
		list += n;
	}
	return false;
}

void seek_ratio(int64_t n, int64_t of, finding *out)
{
	out->has_share = true;
	out->n = n;
	out->of = of;
	out->has_value = number_ratio(n, of, 100, NUMBER_MAX_DECIMALS, &out->value);
}

void seek_share(const evidence *e, const bool *marked, finding *out)
{
	int64_t n = 0;

	for (size_t i = 0; i < e->study->offices.count; i++)
		n += marked[i] && e->counts[i];
	seek_ratio(n, e->offices, out);
}

void seek_count(int64_t n, finding *out)
{
	out->has_value = true;
	out->value = (number){ n, 0 };
}

/* One or two offices, whether they are those that have it or those that have not, are not told
 * outside (C3.1); nor a part of the network beside the whole, which would give the rest away. */
static bool tells_too_much(const evidence *e, const yardstick *y, const finding *f)
{
	int64_t least = e->study->gates.secrecy.least_count, rest = f->of - f->n;
	bool of_offices = y->tier == TIER_OFFICE || strcmp(y->count, "offices") == 0;

	if (!of_offices || f->is_guarded)
		return false;
	if (e->is_restricted)
		return true;
	return f->has_share &&
	       ((f->n > 0 && f->n < least) || (rest > 0 && rest < least) || f->of < least);
}

static void hold_against_target(evidence *e, const yardstick *y, finding *f)
{
	bool is_main = evidence_main(e, y->resolution, y->tier) == y - e->list;
	bool is_figure = strcmp(y->source, "indicator") == 0;
	bool is_up = y->is_up;
	int order;

	f->target = targets_find(&e->targets, y->resolution,
		y->tier == TIER_RELAY ? "relay" : "office", is_figure ? y->filter : NULL,
		is_main, e->day);
	if (f->target && f->target->sense)
		is_up = strcmp(f->target->sense, "down") != 0;
	if (!f->target || !f->has_value || f->is_secret)
		return;
	order = number_order(f->value, f->target->value);
	f->has_reached = is_up ? order >= 0 : order <= 0;
}

static relais_status look_at(evidence *e, size_t at, relais_error *err)
{
	const yardstick *y = &e->list[at];
	finding *f = &e->found[at];
	relais_status rc = RELAIS_OK;

	*f = (finding){ .last = RELAIS_NO_DAY, .age = -1 };
	for (size_t i = 0; i < sizeof sources / sizeof *sources; i++) {
		if (strcmp(sources[i].name, y->source) != 0)
			continue;
		if ((rc = sources[i].find(e, y, f, err)) != RELAIS_OK)
			return rc;
		if (e->is_published && !sources[i].is_public)
			f->is_secret = f->is_secret || tells_too_much(e, y, f);
	}
	if (f->last != RELAIS_NO_DAY) {
		f->age = e->day - f->last;
		f->is_stale =
			y->stale_after > 0 && months_before(f->last, -y->stale_after) < e->day;
	}
	hold_against_target(e, y, f);
	return rc;
}

ptrdiff_t evidence_main(const evidence *e, const char *code, tier of)
{
	for (size_t i = 0; i < e->count; i++)
		if (e->list[i].tier == of && strcmp(e->list[i].resolution, code) == 0)
			return (ptrdiff_t)i;
	return -1;
}

proven evidence_proven(const evidence *e, const char *code)
{
	proven out = { .last = RELAIS_NO_DAY };
	bool any = false;

	for (size_t i = 0; i < e->count; i++) {
		const finding *f = &e->found[i];

		if (e->list[i].tier != TIER_RELAY || strcmp(e->list[i].resolution, code) != 0)
			continue;
		out.of++;
		any = any || f->has_value || f->last != RELAIS_NO_DAY;
		if (f->last == RELAIS_NO_DAY)
			continue;
		out.stale += f->is_stale;
		out.shown += !f->is_stale && f->has_value && f->value.units > 0;
		if (out.last == RELAIS_NO_DAY || f->last > out.last)
			out.last = f->last;
	}
	out.has_percent =
		any && number_ratio(out.shown, out.of, 100, NUMBER_MAX_DECIMALS, &out.percent);
	return out;
}

static relais_status open_rooms(evidence *e, const relais_question *question, relais_error *err)
{
	relais_question q = *question;
	relais_status rc;

	q.span = (relais_span){ 0, 0 };
	q.by = NULL;
	q.indicators = q.resolutions = NULL;
	q.today = e->day;
	if ((rc = study_open(&e->study, e->store, &q, err)) != RELAIS_OK ||
		(rc = labels_open(&e->labels, e->store, &q, err)) != RELAIS_OK ||
		(rc = training_open(&e->training, e->store, &q, err)) != RELAIS_OK ||
		(rc = evidence_list(e, err)) != RELAIS_OK)
		return rc;
	return evidence_load(e, err);
}

relais_status evidence_open(evidence *e, const status *s, const relais_question *question,
	relais_day day, relais_error *err)
{
	relais_status rc;

	*e = (evidence){ .store = s->store,
		.status = s,
		.day = day,
		.known = s->known,
		.lang = s->lang,
		.is_published = question->diffusion != RELAIS_INTERNE,
		.is_restricted = question->offices || question->territories };
	rc = open_rooms(e, question, err);
	for (size_t i = 0; i < e->count && rc == RELAIS_OK; i++)
		rc = look_at(e, i, err);
	if (rc != RELAIS_OK)
		evidence_close(e);
	return rc;
}

void evidence_close(evidence *e)
{
	study_close(e->study);
	labels_close(&e->labels);
	training_close(&e->training);
	targets_free(&e->targets);
	free(e->list);
	free(e->found);
	free(e->activities);
	free(e->agreements);
	free(e->counts);
	arena_free(&e->memory);
	*e = (evidence){ 0 };
}
