/* SPDX-License-Identifier: MIT
 * One walk over the tree: the inlines of a paragraph or a heading are gathered as runs, those of a list
 * item as its text, and told when it ends.
 */
#include "markdown.h"

#include <stdlib.h>
#include <string.h>

#include <late/cmark.h>

#include "../base/text.h"

typedef struct walk {
	relais_document *d;
	section *s;
	phrase *runs;
	size_t run_count, run_room;
	const char **items;
	size_t item_count, item_room;
	int strong, emphasis, lists;
	const char *href;
} walk;

static const char *safe_link(walk *w, const char *url)
{
	static const char *const schemes[] = { "http://", "https://", "mailto:" };

	for (size_t i = 0; url && i < sizeof schemes / sizeof *schemes; i++)
		if (strncmp(url, schemes[i], strlen(schemes[i])) == 0)
			return document_copy(w->d, url);
	return NULL;
}

static void add_run(walk *w, const char *said, run_style style)
{
	if (!said || !*said ||
		!document_room(w->d, &w->runs, w->run_count, &w->run_room, sizeof *w->runs))
		return;
	if (w->emphasis && style == RUN_PLAIN)
		style = RUN_EMPHASIS;
	if (w->strong && style != RUN_CODE)
		style = RUN_STRONG;
	w->runs[w->run_count++] = (phrase){ document_copy(w->d, said), style, w->href };
}

static const char *flat(walk *w)
{
	text all = { 0 };
	const char *copy;

	for (size_t i = 0; i < w->run_count; i++) {
		text_add(&all, w->runs[i].text);
		if (w->runs[i].href && strcmp(w->runs[i].href, w->runs[i].text) != 0)
			text_addf(&all, " (%s)", w->runs[i].href);
	}
	copy = document_copy(w->d, text_str(&all));
	w->d->failed = w->d->failed || all.failed;
	text_free(&all);
	return copy;
}

static void end_item(walk *w)
{
	if (w->run_count &&
		document_room(w->d, &w->items, w->item_count, &w->item_room, sizeof *w->items))
		w->items[w->item_count++] = flat(w);
	w->run_count = 0;
}

static void end_paragraph(walk *w)
{
	if (w->lists) {
		end_item(w);
		return;
	}
	if (w->run_count)
		(void)section_runs(w->d, w->s, w->run_count, w->runs);
	w->run_count = 0;
}

static void end_list(walk *w)
{
	if (--w->lists || !w->item_count)
		return;
	(void)section_list(w->d, w->s, w->item_count, w->items);
	w->item_count = 0;
}

/* A paragraph of its own, its last line end apart. */
static void say_block(walk *w, const char *literal, run_style style)
{
	size_t length = literal ? strlen(literal) : 0;
	char *copy;

	while (length && literal[length - 1] == '\n')
		length--;
	if (!length)
		return;
	if (!(copy = strndup(literal, length)))
		w->d->failed = true;
	add_run(w, copy, style);
	free(copy);
	end_paragraph(w);
}

static void say_leaf(walk *w, cmark_node *node)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_TEXT:
	case CMARK_NODE_HTML_INLINE: add_run(w, cmark_node_get_literal(node), RUN_PLAIN); break;
	case CMARK_NODE_CODE: add_run(w, cmark_node_get_literal(node), RUN_CODE); break;
	case CMARK_NODE_SOFTBREAK:
	case CMARK_NODE_LINEBREAK: add_run(w, " ", RUN_PLAIN); break;
	case CMARK_NODE_CODE_BLOCK: say_block(w, cmark_node_get_literal(node), RUN_CODE); break;
	case CMARK_NODE_HTML_BLOCK:
		say_block(w, cmark_node_get_literal(node), RUN_PLAIN);
		break;
	default: break;
	}
}

static void enter(walk *w, cmark_node *node)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_STRONG: w->strong++; break;
	case CMARK_NODE_HEADING: w->strong++; break;
	case CMARK_NODE_EMPH: w->emphasis++; break;
	case CMARK_NODE_LINK: w->href = safe_link(w, cmark_node_get_url(node)); break;
	case CMARK_NODE_LIST: w->lists++; break;
	default: say_leaf(w, node); break;
	}
}

static void leave(walk *w, cmark_node *node)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_STRONG: w->strong--; break;
	case CMARK_NODE_HEADING:
		w->strong--;
		end_paragraph(w);
		break;
	case CMARK_NODE_EMPH: w->emphasis--; break;
	case CMARK_NODE_LINK: w->href = NULL; break;
	case CMARK_NODE_PARAGRAPH: end_paragraph(w); break;
	case CMARK_NODE_LIST: end_list(w); break;
	default: break;
	}
}

relais_status markdown_ready(relais_error *err)
{
	return cmark_load(err);
}

void markdown_add(relais_document *d, section *s, const char *source)
{
	walk *w = calloc(1, sizeof *w);
	cmark_node *tree =
		w ? cmark_parse_document(source, strlen(source), CMARK_OPT_VALIDATE_UTF8)
		  : NULL;
	cmark_iter *all = tree ? cmark_iter_new(tree) : NULL;
	cmark_event_type event;

	if (!all) {
		d->failed = true;
		free(w);
		return;
	}
	w->d = d;
	w->s = s;
	while ((event = cmark_iter_next(all)) != CMARK_EVENT_DONE)
		if (event == CMARK_EVENT_ENTER)
			enter(w, cmark_iter_get_node(all));
		else
			leave(w, cmark_iter_get_node(all));
	cmark_iter_free(all);
	cmark_node_free(tree);
	free(w->runs);
	free(w->items);
	free(w);
}
