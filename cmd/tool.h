/* SPDX-License-Identifier: MIT
 * The frame of the five tools. A tool is a table of verbs; a verb is a description (its
 * sentence, examples, options, what it needs) and one function. The frame reads the
 * command line from the description, opens what the verb needs, runs it, writes its rows
 * where they were asked for, says what went wrong and chooses the exit code, so that a
 * verb's file holds nothing but its subject.
 */
#ifndef TOOL_H
#define TOOL_H

#include <time.h>

#include <relais.h>

#include "tool_locale.h"

/* Marks a sentence for the translators where it cannot be looked up yet. */
#define N_(english) english

struct session;

/* ---- Options: one row each; getopt_long and --help know nothing else -------- */

struct tool_list {
	char **items; /* NULL-terminated; NULL while the option was not given */
	size_t count;
};

enum option_kind {
	OPTION_FLAG,
	OPTION_TEXT,
	OPTION_LIST, /* repeated, or commas between */
	OPTION_DAY,
	OPTION_COUNT,
	OPTION_CHOICE
};

struct tool_option {
	char letter; /* 0: none */
	const char *name; /* NULL ends a table */
	const char *metavar; /* NULL: takes no value; "[=DATE]": may have one, after a = */
	const char *help;
	enum option_kind kind;
	union {
		bool *flag;
		const char **text;
		struct tool_list *list;
		relais_day *day;
		unsigned long *count;
	} into; /* a day that may lack its value, and does, is TOOL_THAT_DAY */
	const char *const *choices; /* NULL-terminated, of OPTION_CHOICE */
};

#define TOOL_THAT_DAY RELAIS_NO_DAY

#define OPT_FLAG(place)            OPTION_FLAG, { .flag = (place) }, NULL
#define OPT_TEXT(place)            OPTION_TEXT, { .text = (place) }, NULL
#define OPT_LIST(place)            OPTION_LIST, { .list = (place) }, NULL
#define OPT_DAY(place)             OPTION_DAY, { .day = (place) }, NULL
#define OPT_COUNT(place)           OPTION_COUNT, { .count = (place) }, NULL
#define OPT_CHOICE(place, choices) OPTION_CHOICE, { .text = (place) }, (choices)

#define OPT_END                                                                                \
	{                                                                                      \
		.name = NULL                                                                   \
	}

/* Shared options, by what a verb can make use of. What a verb does not take is refused. */
enum {
	TAKES_DATA = 1 << 0, /* --db to ask, or CSV files; --catalog --progress */
	TAKES_FORMAT = 1 << 1, /* --format -o --color */
	TAKES_PERIOD = 1 << 2,
	TAKES_INDICATOR = 1 << 3,
	TAKES_OFFICE = 1 << 4,
	TAKES_TERRITORY = 1 << 5,
	TAKES_RESOLUTION = 1 << 6,
	TAKES_BY = 1 << 7,
	TAKES_AS_OF = 1 << 8,
	TAKES_TODAY = 1 << 9,
	TAKES_DIFFUSION = 1 << 10,
	TAKES_DRY_RUN = 1 << 11,
	TAKES_WAIT = 1 << 18, /* --wait: writes in a store */
	TAKES_STORE = 1 << 12, /* --db alone; --catalog --progress */
	TAKES_OUTPUT = 1 << 14, /* -o alone */
	TAKES_GEOGRAPHY = 1 << 15,
	TAKES_MEMBERS = 1 << 16, /* --members: of questions about offices */
	TAKES_DOCUMENT = 1 << 17, /* --if-changed --standalone */
	TAKES_NOTHING = 1 << 13, /* --lang -q -v -h -V: every verb */
	/* What most questions about figures take. */
	TAKES_FIGURES = TAKES_DATA | TAKES_FORMAT | TAKES_PERIOD | TAKES_INDICATOR |
			TAKES_OFFICE | TAKES_TERRITORY | TAKES_AS_OF | TAKES_TODAY |
			TAKES_DIFFUSION,
	/* writing in a store */
	TAKES_PLACE = TAKES_STORE | TAKES_TODAY | TAKES_DRY_RUN | TAKES_WAIT
};

struct shared_option {
	unsigned group;
	const char *heading; /* in --help */
	struct tool_option option;
};

enum { TOOL_WAIT = 15 }; /* seconds, unless --wait says otherwise */

/* What the shared options said. */
struct tool_wants {
	const char *db, *catalog, *format, *output, *period, *by;
	const char *lang, *diffusion, *geography, *color, *progress;
	struct tool_list indicators, offices, territories, resolutions;
	relais_day as_of, today;
	unsigned long wait; /* seconds */
	bool members;
	bool if_changed;
	const char *standalone;
	bool dry_run, quiet, verbose, help, version;
};

extern const struct shared_option tool_shared[]; /* ends with a NULL name */
extern const struct tool_wants *const tool_want;

/* ---- Tools and verbs ----------------------------------------------------------- */

struct tool_example {
	const char *command; /* as typed; NULL ends a table */
	const char *meaning;
};

enum verb_needs {
	NEEDS_NOTHING,
	NEEDS_READ, /* a store to ask: --db, or CSV files or standard input; files are operands */
	NEEDS_STORE, /* --db to ask, which must exist: CSV would make no sense */
	NEEDS_WRITE /* --db to write in, which must exist */
};

struct verb {
	const char *name; /* "--log": chosen by that option, which is in its own table */
	const char *about;
	const char *operands; /* as in the synopsis; NULL: none but files */
	int at_least, at_most;
	bool files_with_indicator; /* -i takes the place of the operands: all words are files */
	const struct tool_example *examples;
	unsigned groups;
	const struct tool_option *options; /* its own; NULL: none */
	enum verb_needs needs;
	bool knows_some; /* without data it has something to say: a pipe is read, nothing else */
	bool names_verbs; /* chosen by an option: its words may be called as verbs are */
	bool writes_elsewhere; /* than around the store and the files of its options */
	bool writes_document; /* formats of documents, not of rows */
	bool (*has_own_format)(
		void); /* of what is asked for: no --format is chosen; NULL: it never has */
	relais_status (*run)(struct session *s);
};

struct tool {
	const char *name;
	const char *about;
	const struct tool_example *examples;
	relais_diffusion diffusion; /* unless --diffusion says otherwise */
	const struct verb *const *verbs; /* NULL-terminated; the first is the default */
};

struct tool_progress {
	bool allowed, shown;
	struct timespec start, last;
};

struct session {
	const struct tool *tool;
	const struct verb *verb;
	relais_lang lang; /* of messages */
	relais_day today;
	relais_question question; /* what the shared options select */
	const char *format; /* of the output, once chosen */
	const char *title; /* of rows, where they have one; NULL: the verb's name */
	int operand_count, file_count;
	char **operands, **files; /* files follow the operands */
	char *command; /* the command line, joined */
	relais_store *store;
	struct tool_progress progress;
	bool misused; /* the fault is in the command line: point to --help */
	bool attention; /* done, but something wants a look: exit 1 */
	bool unreadable; /* a file could not be had, the others went on: exit 4 */
	bool unusable; /* a file was no use, the others went on: exit 3 */
	relais_error err;
};

/* Gives up what the verb has no use for, where the system can (tool_guard.c). */
void tool_guard(const struct session *s);
int tool_main(const struct tool *tool, int argc, char **argv);

/* ---- The command line (tool_scan.c, tool_parse.c, tool_options.c …) ---- */

enum { TOOL_OPTIONS_MAX = 96, TOOL_FIRST_LONG = 1000 };

/* What getopt_long wants, built from rows. */
struct option_set {
	size_t count;
	const struct tool_option *rows[TOOL_OPTIONS_MAX];
	struct option *longs;
	char letters[2 * TOOL_OPTIONS_MAX + 3];
};

bool option_set_of_verb(struct option_set *set, const struct verb *verb); /* false: no memory */
bool option_set_of_tool(struct option_set *set, const struct tool *tool);
void option_set_free(struct option_set *set);
const struct tool_option *option_set_row(const struct option_set *set, int code);
bool verb_is_option(const struct verb *verb);
/* KIND of --export KIND; NULL for other verbs. */
const char *verb_metavar(const struct verb *verb);
bool tool_has_words(const struct tool *tool); /* its verbs are words, not options */

/* Finds the verb, and whether help or the version is asked, without judging the rest. */
relais_status tool_scan(struct session *s, int argc, char **argv, int *verb_at);
relais_status tool_parse(struct session *s, int argc, char **argv, int verb_at);
relais_status tool_take(struct session *s, const struct tool_option *row, const char *value);
void tool_forget(const struct verb *verb); /* frees lists */
relais_status tool_unknown_option(
	struct session *s, const struct option_set *set, const char *written, int code);
relais_status tool_unknown_verb(struct session *s, const char *word);
/* A word that has no place: a period that lacks its -p, or one argument too many. */
relais_status tool_stray_word(struct session *s, const char *word);

/* ---- Time, selection, language (tool_question.c, tool_locale.c) --------------------------------- */

relais_status tool_ask(struct session *s); /* fills today and question */
/* For reports: --lang, else the store's language, else French. */
void tool_use_report_language(struct session *s);

/* ---- Words for people, on stderr (tool_say.c, tool_safe.c, tool_help.c, tool_progress.c) -- */

/* The format is looked up in the session's language. */
void tool_say(struct session *s, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Names and values as a terminal may be shown them: control characters and marks of direction become
 * blanks, broken UTF-8 question marks. */
void tool_put_safe(FILE *out, const char *said);
/* A word of a command line, as it can be typed in a shell. */
void tool_put_word(FILE *out, const char *word);
relais_status tool_fail(struct session *s, relais_status status, const char *format, ...)
	__attribute__((format(printf, 3, 4)));
/* A fault in the command line. */
relais_status tool_misuse(struct session *s, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
void tool_tell(void *session, const relais_diagnostic *said); /* relais_import's `tell` */
void tool_say_error(struct session *s);
int tool_exit_code(const struct session *s, relais_status status);
void tool_help(const struct session *s, bool of_verb);
/* Columns of the terminal that a file is; 0 when it is none. */
int tool_width(int fd);
void tool_progress_start(struct session *s);
void tool_progress_step(void *session, uint64_t done, uint64_t total);
void tool_progress_erase(struct session *s);

/* ---- Data in (tool_input.c, tool_record.c) -------------------------------------------------------- */

const char *tool_db(void); /* --db, else $RT_DB, else NULL */
relais_status tool_open_needed(struct session *s); /* what the verb needs */
relais_status tool_open_store(struct session *s, const char *path, relais_mode mode);
void tool_import_options(struct session *s, relais_import_options *options);
/* One row of a kind, as if it were a line of a file; `code` names it in what is said. */
relais_status tool_record(struct session *s, const char *kind, const char *code, size_t count,
	const char *const *columns, const char *const *values);

/* ---- Data out (tool_output.c, tool_file.c) ------------------------------------------ */

relais_status tool_choose_format(struct session *s);
/* The same of a further file; NULL: standard output. */
relais_status tool_choose_format_of(struct session *s, const char *path);
/* Writes what a question answered where it was asked for; `rows` are closed. */
relais_status tool_write(struct session *s, relais_rows *rows);
relais_status tool_write_document(struct session *s, const relais_document *document);
/* The same into a file of its own; *was_kept, which may be NULL: --if-changed left it alone. */
relais_status tool_put_document(
	struct session *s, const relais_document *document, const char *path, bool *was_kept);
/* One question of the library, asked and written. */
typedef relais_status tool_question(relais_store *store, const relais_question *question,
	relais_rows **out, relais_error *err);
relais_status tool_answer(struct session *s, tool_question *ask);

/* A file written beside and renamed once whole; stdout when the path is NULL or "-". */
struct tool_file {
	FILE *stream;
	char *path, *temporary; /* temporary is NULL when written in place */
	bool if_changed; /* a file with the same bytes is left alone */
	bool *was_kept; /* set when it is; may be NULL */
	bool outlasts; /* its name is on the disk too when it is placed, whatever is cut then */
};
relais_status tool_file_open(struct session *s, struct tool_file *file, const char *path);
/* Renames when `status` is RELAIS_OK, else removes; the first fault is kept. */
relais_status tool_file_close(struct session *s, struct tool_file *file, relais_status status);
/* The same in two steps, for what is to happen in between: all of it is on the disk, but not by its name
 * yet; then it has its name, or is gone. */
relais_status tool_file_finish(struct session *s, struct tool_file *file, relais_status status);
relais_status tool_file_place(struct session *s, struct tool_file *file, relais_status status);
/* What is published: a report that is made, and a file that is finished but not in its place yet; its edition is
 * recorded in between. Both are called again when another one published meanwhile. */
struct tool_edition {
	const char *report;
	relais_status (*make)(struct session *s, const char *report, relais_document **out);
	relais_status (*finish)(
		struct session *s, const relais_document *document, struct tool_file *file);
};
/* The store, which was opened to be asked, is opened to be written in (tool_publish.c). */
relais_status tool_publish(struct session *s, const struct tool_edition *what);
/* tool_write into a file that was opened before; both are closed. */
relais_status tool_write_to(struct session *s, relais_rows *rows, struct tool_file *file);
/* A document, finished: what -o names, or standard output, where all has been written already. */
relais_status tool_finish_document(
	struct session *s, const relais_document *document, struct tool_file *file);

#endif
