/* SPDX-License-Identifier: MIT
 * Reading the programme, and the parts in order. The counts are those of rt-status: the same answers.
 */
#include "resolutions.h"

#include <stdlib.h>
#include <string.h>

#include "../../base/date.h"
#include "../../base/error.h"
#include "../answer.h"
#include "inside.h"

static state_of state_named(const char *said)
{
	static const char *const names[] = { "fait", "en_cours", "a_faire", "reporte",
		"abandonne" };

	for (size_t i = 0; said && i < sizeof names / sizeof *names; i++)
		if (!strcmp(said, names[i]))
			return (state_of)i;
	return STATE_UNSET;
}

static int64_t count_of(const char *said)
{
	return said ? strtoll(said, NULL, 10) : 0;
}

/* A cell as text of the document. */
static const char *cell_text(
	const programme *p, const relais_rows *rows, const relais_row *row, const char *name)
{
	return document_copy(p->n->document, row_cell(row, rows_column(rows, name)));
}

static void take_resolution(programme *p, const relais_rows *rows, const relais_row *row)
{
	if (!document_room(p->n->document, &p->resolutions, p->resolution_count,
		    &p->resolution_room, sizeof *p->resolutions))
		return;
	p->resolutions[p->resolution_count++] = (one_resolution){
		.code = cell_text(p, rows, row, "code"),
		.domain = cell_text(p, rows, row, "domain"),
		.challenge = cell_text(p, rows, row, "challenge"),
		.title = cell_text(p, rows, row, "label"),
		.proven = cell_text(p, rows, row, "proven"),
		.flag = cell_text(p, rows, row, "flag"),
		.adoption = cell_text(p, rows, row, "adoption"),
		.target = cell_text(p, rows, row, "target"),
		.unit = cell_text(p, rows, row, "unit"),
		.proof_on = cell_text(p, rows, row, "proof_on"),
		.state = state_named(cell_text(p, rows, row, "declared")),
		.actions = count_of(cell_text(p, rows, row, "actions")),
		.late = count_of(cell_text(p, rows, row, "late")),
	};
}

static void take_action(programme *p, const relais_rows *rows, const relais_row *row)
{
	if (!document_room(p->n->document, &p->actions, p->action_count, &p->action_room,
		    sizeof *p->actions))
		return;
	p->actions[p->action_count++] = (one_action){
		.code = cell_text(p, rows, row, "code"),
		.resolution = cell_text(p, rows, row, "resolution"),
		.title = cell_text(p, rows, row, "title"),
		.owner = cell_text(p, rows, row, "owner"),
		.start = cell_text(p, rows, row, "start"),
		.due = cell_text(p, rows, row, "due"),
		.progress = cell_text(p, rows, row, "progress"),
		.proof = cell_text(p, rows, row, "proof"),
		.state = state_named(cell_text(p, rows, row, "state")),
		.is_late = count_of(cell_text(p, rows, row, "late")) > 0,
	};
}

typedef relais_status asking(
	relais_store *, const relais_question *, relais_rows **, relais_error *);
typedef void taking(programme *, const relais_rows *, const relais_row *);

static relais_status read_all(programme *p, asking *ask, taking *take, relais_error *err)
{
	relais_rows *rows = NULL;
	relais_row row;
	relais_status rc = ask(p->n->store, &p->n->question, &rows, err);

	while (rc == RELAIS_OK && (rc = relais_rows_next(rows, &row, err)) == RELAIS_OK)
		take(p, rows, &row);
	relais_rows_close(rows);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

relais_status programme_read(programme *p, relais_error *err)
{
	relais_status rc = read_all(p, relais_ask_resolutions, take_resolution, err);

	return rc == RELAIS_OK ? programme_read_actions(p, err) : rc;
}

relais_status programme_read_actions(programme *p, relais_error *err)
{
	return read_all(p, relais_ask_actions, take_action, err);
}

void programme_free(programme *p)
{
	free(p->resolutions);
	free(p->actions);
}

const char *say_today(const programme *p)
{
	char day[32];

	day_format(p->n->question.today, p->n->document->lang, day);
	return document_copy(p->n->document, day);
}

void programme_heading(programme *p, const char *title)
{
	relais_document *d = p->n->document;
	const edition *e = &p->n->known;
	const char *network =
		e->network[0] ? e->network : document_say(d, "Network of tourist offices");
	char day[32];

	d->title = title;
	d->subtitle = p->n->teller.published ? document_copy(d, network)
					     : document_say(d, "%s — internal use", network);
	if (e->known_on == RELAIS_NO_DAY)
		return;
	day_format(e->known_on, d->lang, day);
	d->edition = document_say(d, "Data known on %s", day);
}

relais_status programme_open(programme *p, note *n, relais_error *err)
{
	p->n = n;
	n->teller.document = n->document;
	n->teller.published = n->question.diffusion != RELAIS_INTERNE;
	n->question.by = NULL;
	return edition_read(&n->known, n->store, n->question.as_of, err);
}

relais_status report_resolutions(relais_store *store, const relais_question *question,
	relais_document *document, relais_error *err)
{
	note n = { .store = store, .question = *question, .document = document };
	programme p = { 0 };
	relais_status rc = programme_open(&p, &n, err);

	if (rc == RELAIS_OK)
		rc = programme_read(&p, err);
	if (rc == RELAIS_OK) {
		programme_heading(&p,
			document_say(document, "The thirty resolutions on %s", say_today(&p)));
		write_summary(&p);
		write_late(&p);
		write_resolutions(&p);
		write_plan(&p);
		rc = write_facilitators(&p, err);
		write_key(&p);
	}
	programme_free(&p);
	note_close(&n);
	return rc;
}
