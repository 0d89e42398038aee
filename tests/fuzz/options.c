/* SPDX-License-Identifier: MIT
 * Command lines of the five tools, a word a line: read by the frame as tool_main reads them, up to where a file
 * would be opened. What is refused is refused in a sentence; help is written for all that asks for it.
 */
#include "fuzz.h"

#include "../../cmd/tool.h"

enum { MOST_WORDS = 64, MOST_PLACES = 4096, TOOLS = 5 };

/* main() of each tool, which hands its verbs to tool_main and so to us (see the Makefile). */
int main_of_import(int argc, char **argv);
int main_of_status(int argc, char **argv);
int main_of_observatory(int argc, char **argv);
int main_of_report(int argc, char **argv);
int main_of_plan(int argc, char **argv);
int __wrap_tool_main(const struct tool *tool, int argc, char **argv);

static const struct tool *tools[TOOLS];

int __wrap_tool_main(const struct tool *tool, int argc, char **argv)
{
	(void)argv;
	tools[argc] = tool;
	return 0;
}

/* ---- what options said, to be forgotten ------------------------------------------------ */

static struct kept {
	const struct tool_option *row;
	union {
		bool flag;
		const char *text;
		relais_day day;
		unsigned long count;
	} was;
} kept[MOST_PLACES];
static size_t kept_count;

static void keep(const struct tool_option *row)
{
	struct kept *k = &kept[kept_count++];

	if (kept_count > MOST_PLACES)
		abort();
	k->row = row;
	switch (row->kind) {
	case OPTION_FLAG: k->was.flag = *row->into.flag; break;
	case OPTION_TEXT:
	case OPTION_CHOICE: k->was.text = *row->into.text; break;
	case OPTION_DAY: k->was.day = *row->into.day; break;
	case OPTION_COUNT: k->was.count = *row->into.count; break;
	case OPTION_LIST: kept_count--; break; /* tool_forget */
	}
}

static void restore(const struct kept *k)
{
	switch (k->row->kind) {
	case OPTION_FLAG: *k->row->into.flag = k->was.flag; break;
	case OPTION_TEXT:
	case OPTION_CHOICE: *k->row->into.text = k->was.text; break;
	case OPTION_DAY: *k->row->into.day = k->was.day; break;
	case OPTION_COUNT: *k->row->into.count = k->was.count; break;
	case OPTION_LIST: break;
	}
}

static void keep_all(const struct tool *tool)
{
	for (const struct verb *const *v = tool->verbs; *v; v++)
		for (const struct tool_option *row = (*v)->options; row && row->name; row++)
			keep(row);
}

static void start(void)
{
	char *none[] = { NULL };

	main_of_import(0, none);
	main_of_status(1, none);
	main_of_observatory(2, none);
	main_of_report(3, none);
	main_of_plan(4, none);
	for (size_t i = 0; i < TOOLS; i++)
		keep_all(tools[i]);
	for (const struct shared_option *row = tool_shared; row->option.name; row++)
		keep(&row->option);
	if (!freopen("/dev/null", "w", stdout))
		exit(2);
}

/* ---- one command line ------------------------------------------------------------------ */

static relais_status parse(struct session *s, int argc, char **argv)
{
	int verb_at = 0;
	relais_status rc = tool_scan(s, argc, argv, &verb_at);

	s->err.lang = s->lang;
	require(verb_at >= 0 && verb_at < argc, "the verb is word %d", verb_at);
	if (rc == RELAIS_OK)
		rc = tool_parse(s, argc, argv, verb_at);
	if (rc != RELAIS_OK)
		return rc;
	require(s->operand_count + s->file_count < argc, "%d words and %d files",
		s->operand_count, s->file_count);
	require(s->operand_count >= s->verb->at_least, "%d words", s->operand_count);
	if ((rc = tool_ask(s)) == RELAIS_OK && (s->verb->groups & TAKES_FORMAT))
		rc = tool_choose_format(s);
	return rc;
}

static int cut(char *words, size_t length, char **argv)
{
	int argc = 1;

	for (char *at = words, *end = words + length; at < end && argc < MOST_WORDS;) {
		char *stop = memchr(at, '\n', (size_t)(end - at));

		argv[argc++] = at;
		at = stop ? stop + 1 : end;
		if (stop)
			*stop = '\0';
	}
	return argc;
}

/* What was typed is quoted as it is, and is made safe where it is said. */
static void is_sayable(relais_status rc, relais_error *err)
{
	char said[sizeof err->text + 1];
	FILE *out = fmemopen(said, sizeof said, "w");

	if (!out)
		abort();
	require(memchr(err->text, 0, sizeof err->text), "a sentence without an end");
	tool_put_safe(out, err->text);
	if (fclose(out) != 0)
		abort();
	memcpy(err->text, said, sizeof err->text);
	fuzz_check_end(rc, err);
}

static void run(const struct tool *tool, char *words, size_t length)
{
	char name[] = "rt", *argv[MOST_WORDS + 1] = { name }, *operands[MOST_WORDS + 1];
	struct session s = { .tool = tool, .verb = tool->verbs[0], .operands = operands };
	int argc = cut(words, length, argv);
	relais_status rc = parse(&s, argc, argv);

	is_sayable(rc, &s.err);
	require(rc == RELAIS_OK || rc == RELAIS_END || rc == RELAIS_E_USAGE, "%d: %s", (int)rc,
		s.err.text);
	tool_forget(s.verb);
	for (size_t i = 0; i < kept_count; i++)
		restore(&kept[i]);
}

static void one(const char *bytes, size_t length)
{
	size_t which = fuzz_choose(&bytes, &length, TOOLS);
	char *words = malloc(length + 1);

	if (!words)
		return;
	memcpy(words, bytes, length + 1);
	if (!memchr(words, 0, length)) /* a word of a command line holds none */
		run(tools[which], words, length);
	free(words);
}

const fuzz_target fuzz_options = { start, one };
