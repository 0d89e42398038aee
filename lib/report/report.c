/* SPDX-License-Identifier: MIT
 * The reports there are, by name.
 */
#include <string.h>

#include "../base/error.h"
#include "../base/suggest.h"
#include "../base/words.h"
#include "../question/published/record.h"
#include "../question/study/study.h"
#include "annual/annual.h"
#include "board/board.h"
#include "brand.h"
#include "copy/copy.h"
#include "document.h"
#include "labels/calendar.h"
#include "monthly.h"
#include "office/office.h"
#include "outline.h"
#include "resolutions/resolutions.h"
#include "training/training.h"
#include "weight/weight.h"

typedef relais_status report_writer(relais_store *store, const relais_question *question,
	relais_document *document, relais_error *err);

static const outline_section monthly_sections[] = {
	{ "essentials", N_("The essentials") },
	{ "collection", N_("Collection") },
	{ "channels", N_("Requests by channel") },
	{ "origin", N_("Visitors’ origin") },
	{ "territory", N_("By territory") },
	{ "web", N_("Web and satisfaction") },
	{ "economy", N_("Economy") },
	{ "calendar", N_("Calendar") },
	{ "months", N_("Thirteen months") },
	{ "season", N_("The season") },
	{ "others", N_("Other figures") },
	{ "agenda", N_("Agenda") },
	{ "method", N_("Method") },
	{ NULL, NULL },
};

static const outline_section board_sections[] = {
	{ "board", N_("Indicators") },
	{ "method", N_("Method") },
	{ NULL, NULL },
};

static const outline_section office_sections[] = {
	{ "identity", N_("The office") },
	{ "figures", N_("Figures of the month") },
	{ "months", N_("Thirteen months") },
	{ "missing", N_("Still expected") },
	{ "labels", N_("Classements and labels") },
	{ "training", N_("Training") },
	{ "actions", N_("Late") },
	{ "reading", N_("How to read it") },
	{ NULL, NULL },
};

static const outline_section resolutions_sections[] = {
	{ "summary", N_("Where we are") },
	{ "late", N_("Late") },
	{ "resolutions", N_("The thirty resolutions") },
	{ "plan", N_("The actions") },
	{ "facilitators", N_("Map of digital facilitation") },
	{ "reading", N_("How to read it") },
	{ NULL, NULL },
};

static const outline_section training_sections[] = {
	{ "year", N_("The year") },
	{ "themes", N_("By theme and by resolution") },
	{ "sessions", N_("Session by session") },
	{ "access", N_("Access and coverage") },
	{ "funding", N_("Funding") },
	{ "ahead", N_("Sessions to come") },
	{ "method", N_("Method") },
	{ NULL, NULL },
};

static const outline_section annual_sections[] = {
	{ "year", N_("The year") },
	{ "years", N_("Year after year") },
	{ "network", N_("The network") },
	{ "means", N_("Means of the offices") },
	{ "collection", N_("Collection") },
	{ "channels", N_("Requests by channel") },
	{ "origin", N_("Visitors’ origin") },
	{ "territory", N_("By territory") },
	{ "months", N_("Thirteen months") },
	{ "season", N_("The season") },
	{ "web", N_("Web and satisfaction") },
	{ "economy", N_("Economy") },
	{ "quality", N_("Quality") },
	{ "training", N_("Professional development") },
	{ "relay", N_("The work of the relais") },
	{ "summary", N_("Where we are") },
	{ "late", N_("Late") },
	{ "resolutions", N_("The thirty resolutions") },
	{ "representation", N_("Representation") },
	{ "others", N_("Other figures") },
	{ "offices", N_("The offices") },
	{ "response", N_("Response by office") },
	{ "revisions", N_("Revisions of the year") },
	{ "method", N_("Method") },
	{ NULL, NULL },
};

static const outline_section weight_sections[] = {
	{ "essentials", N_("The essentials") },
	{ "taxes", N_("Tourist tax") },
	{ "jobs", N_("Jobs") },
	{ "budgets", N_("Budgets") },
	{ "territory", N_("The territory") },
	{ "residents", N_("For each resident") },
	{ "method", N_("Method") },
	{ NULL, NULL },
};

static const outline_section labels_sections[] = {
	{ "summary", N_("Where we are") },
	{ "ended", N_("Ended or withdrawn") },
	{ "months", N_("Month by month") },
	{ "none", N_("Without classement, or not known") },
	{ "method", N_("Where the dates come from") },
	{ NULL, NULL },
};

static const struct {
	const char *name;
	report_writer *write;
	const outline_section *sections; /* NULL: it has no outline */
} reports[] = {
	{ "monthly", report_monthly, monthly_sections },
	{ "board", report_board, board_sections },
	{ "annual", report_annual, annual_sections },
	{ "office", report_office, office_sections },
	{ "resolutions", report_resolutions, resolutions_sections },
	{ "labels", report_labels, labels_sections },
	{ "training", report_training, training_sections },
	{ "weight", report_weight, weight_sections },
	{ "gantt", report_gantt, NULL },
	{ "agenda", report_agenda, NULL },
	{ "copy", report_copy, NULL },
};

const outline_section *report_sections(const char *report)
{
	for (size_t i = 0; i < sizeof reports / sizeof *reports; i++)
		if (!strcmp(reports[i].name, report))
			return reports[i].sections;
	return NULL;
}

static report_writer *find(const char *name)
{
	for (size_t i = 0; i < sizeof reports / sizeof *reports; i++)
		if (!strcmp(reports[i].name, name))
			return reports[i].write;
	return NULL;
}

static relais_status unknown_report(const char *name, relais_error *err)
{
	suggestions near;
	char hint[256];

	suggest_start(&near, name);
	for (size_t i = 0; i < sizeof reports / sizeof *reports; i++)
		suggest_offer(&near, reports[i].name, NULL);
	suggest_print(&near, err ? err->lang : RELAIS_EN, hint, sizeof hint);
	return fail(err, RELAIS_E_USAGE, "there is no report '%s'%s", name, hint);
}

/* All sections speak of one state of the store, though offices are synced meanwhile. */
static relais_status write_held(report_writer *write, relais_store *store,
	const relais_question *question, relais_document *document, relais_error *err)
{
	relais_status rc = studies_hold(store, err);

	if (rc != RELAIS_OK)
		return rc;
	rc = record_state(
		store, question->as_of, &document->last_batch, &document->last_edition, err);
	if (rc == RELAIS_OK)
		rc = write(store, question, document, err);
	brand_add(store, question->as_of, document);
	studies_release(store);
	return rc;
}

relais_status relais_report(relais_store *store, const char *name,
	const relais_question *question, relais_document **out, relais_error *err)
{
	report_writer *write = find(name);
	relais_document *document;
	relais_status rc;

	*out = NULL;
	if (!write)
		return unknown_report(name, err);
	document = document_new(question->lang);
	if (!document)
		return fail_memory(err);
	rc = write_held(write, store, question, document, err);
	if (rc == RELAIS_OK)
		rc = document_status(document, err);
	if (rc != RELAIS_OK) {
		relais_document_free(document);
		return rc;
	}
	*out = document;
	return RELAIS_OK;
}
