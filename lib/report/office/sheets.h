/* SPDX-License-Identifier: MIT
 * The sheets of all offices in a month: every figure is asked once for all of them, then each sheet is
 * only written. A sheet sets an office beside its peers, the offices of the same category.
 */
#ifndef REPORT_SHEETS_H
#define REPORT_SHEETS_H

#include "../../base/map.h"
#include "../../question/labels/labels.h"
#include "../../question/study/peers.h"
#include "../../question/training/training.h"
#include "../note.h"

enum { MOST_CURVES = 3 };

/* One indicator, office by office. */
typedef struct sheet_figure {
	const indicator *about;
	measure *levels, *evolutions; /* by office */
} sheet_figure;

/* What an office has not sent: of one indicator, one period. */
typedef struct sheet_gap {
	struct sheet_gap *next;
	const char *indicator;
	relais_period period;
} sheet_gap;

typedef struct sheet_action sheet_action;

struct relais_fiches {
	relais_store *store;
	relais_question question; /* of all offices, by office */
	relais_period month;
	relais_span this_month;
	edition known;
	study *offices, *months;
	size_t count, *listed; /* offices of the study; positions of those that have a sheet */
	size_t listed_count;
	office_card *cards; /* by office */
	const char **categories; /* by office */
	sheet_figure *figures;
	size_t figure_count;
	const indicator *curve_of[MOST_CURVES];
	measure *curves[MOST_CURVES]; /* office × CURVE_MONTHS */
	measure *moves[MOST_CURVES]; /* likewise: evolutions */
	size_t curve_count;
	sheet_gap **gaps; /* by office, oldest first */
	sheet_action **actions; /* by office: late ones that name it, by due date */
	labels labels; /* on the day the data were known, as are the sessions */
	training training;
	map codes;
	arena memory;
};

relais_status sheets_ask_actions(relais_fiches *all, relais_error *err) MUST_CHECK;

/* The parts of a sheet, each left out when it has nothing to say. `n` is a note of this office. */
void sheet_figures_write(const relais_fiches *all, note *n, size_t at);
void sheet_months_write(const relais_fiches *all, note *n, size_t at);
void sheet_gaps_write(const relais_fiches *all, note *n, size_t at);
void sheet_labels_write(const relais_fiches *all, note *n, size_t at);
void sheet_training_write(const relais_fiches *all, note *n, size_t at);
void sheet_actions_write(const relais_fiches *all, note *n, size_t at);

#endif
