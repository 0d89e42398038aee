/* SPDX-License-Identifier: MIT
 * relais.h - the library of a Relais Territorial's tools, and its manual.
 *
 * Data goes one way: bytes are read, checked and merged into a store (import);
 * questions put to the store give rows; a report turns rows into a document; a
 * writer turns rows or documents into bytes. The library is silent and pure:
 * it never prints, exits, reads the clock, the environment or the locale.
 *
 * Ownership, in three sentences. What you open, close: rows, sheets and what else
 * comes from a store before the store itself. `const` pointers coming out of a row,
 * an error or a catalogue are borrowed until the next call on the same object.
 * Nothing is freed on your behalf, and what you hand in must stay as long as what
 * was made of it.
 *
 * Every function that can fail returns a relais_status and explains itself in
 * the relais_error given last (NULL when the reason does not matter). Structures
 * of options are zeroed by the caller, who then sets what is to be different: zero
 * is what is usual, unless a field says that it is required (a day of zero is
 * 1 January 1970, and no day is RELAIS_NO_DAY).
 *
 * Threads: an object is used by one thread at a time, and nothing is shared between
 * objects, so that threads with a handle each need no lock, even on the same file.
 *
 * Versions: the number in the name of the shared library (librelais.so.0) is raised
 * when a program compiled with an earlier header would no longer run. Functions and
 * values of enumerations are added without it. See librelais(3).
 */
#ifndef RELAIS_H
#define RELAIS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#ifdef __cplusplus
extern "C" {
#endif

#define RELAIS_API        __attribute__((visibility("default")))
#define RELAIS_MUST_CHECK __attribute__((warn_unused_result))

/* ---- Outcomes ------------------------------------------------------------ */

typedef enum relais_status {
	RELAIS_OK = 0,
	RELAIS_END, /* no more rows: not a fault */
	RELAIS_E_USAGE, /* the request makes no sense: unknown name, bad option */
	RELAIS_E_DATA, /* the input was read but is not acceptable */
	RELAIS_E_IO, /* file, pipe, disk */
	RELAIS_E_STORE, /* SQLite refused, or the file is not ours */
	RELAIS_E_MEMORY
} relais_status;

typedef enum relais_lang { RELAIS_EN, RELAIS_FR } relais_lang;

/* Filled where the fault is known, and left as it is when there is none. The caller
 * sets `lang` beforehand: it is the language the sentence is written in; zeroed means
 * English. */
typedef struct relais_error {
	relais_lang lang;
	relais_status status;
	unsigned long line; /* 0 when it means nothing */
	unsigned long column; /* field number counted from 1; 0 when unknown */
	char input[256]; /* file the fault is in, "" when none */
	char rule[32]; /* stable id of the broken rule, "" when none */
	char text[512]; /* one sentence: no newline, no program name */
} relais_error;

/* Of the library that runs, which may be newer than this header: "1.2.3", or
 * "1.2.3-4-gabcdef" between two releases. */
RELAIS_API const char *relais_version(void);

/* A title, a label or a sentence of ours in `lang`: the English text itself when it is none of
 * ours. For columns' titles and the like; errors are translated already. */
RELAIS_API const char *relais_words(relais_lang lang, const char *english)
	__attribute__((format_arg(2)));

/* ---- Days and periods ---------------------------------------------------- */

/* Days counted from 1970-01-01. */
typedef int32_t relais_day;
#define RELAIS_NO_DAY INT32_MIN

/* year*20 + slot: 0 the year, 1-12 months, 13-16 quarters, 17-18 semesters, so that
 * the same period one year before is always period - 20. */
typedef int32_t relais_period;

/* Both ends inclusive and of the same length (two months, two quarters …);
 * from == to for a single period. {0, 0} means "not asked". */
typedef struct relais_span {
	relais_period from, to;
} relais_span;

/* A date as people write it: 2024-08-31, 31/08/2024, 31.12.24. */
RELAIS_API RELAIS_MUST_CHECK relais_status relais_day_parse(
	const char *text, relais_day *out, relais_error *err);
/* 2024-08-31; "" for RELAIS_NO_DAY. */
RELAIS_API void relais_day_print(relais_day day, char out[16]);
/* The day in UTC of what time() says. */
RELAIS_API relais_day relais_day_of_time(int64_t seconds_utc);

/* 2024, 2024-08, 2024-T3, 2024-S1, a..b, French spellings (août 2024, T3 2024, 08/2024),
 * last-month, last-year (before `today`). */
RELAIS_API RELAIS_MUST_CHECK relais_status relais_span_parse(
	const char *text, relais_day today, relais_span *out, relais_error *err);
RELAIS_API void relais_period_print(relais_period period, char out[16]); /* 2024-08 */

typedef enum relais_length {
	RELAIS_MONTH,
	RELAIS_QUARTER,
	RELAIS_SEMESTER,
	RELAIS_YEAR
} relais_length;

/* One period, in the spellings of relais_span_parse. */
RELAIS_API RELAIS_MUST_CHECK relais_status relais_period_parse(
	const char *text, relais_period *out, relais_error *err);
RELAIS_API relais_length relais_period_length(relais_period period);
/* So many periods of its length later; earlier, when negative. RELAIS_E_USAGE: out of the years 1900 to
 * 2199, which are all that is read. */
RELAIS_API RELAIS_MUST_CHECK relais_status relais_period_shift(
	relais_period period, int64_t steps, relais_period *out, relais_error *err);
/* The one of that length it is part of; itself, of its own. RELAIS_E_USAGE: it is longer. */
RELAIS_API RELAIS_MUST_CHECK relais_status relais_period_within(
	relais_period period, relais_length length, relais_period *out, relais_error *err);
RELAIS_API relais_span relais_period_months(relais_period period); /* first and last */
RELAIS_API relais_day relais_period_first_day(relais_period period);
RELAIS_API relais_day relais_period_last_day(relais_period period);
/* For people: août 2024, August 2024, 3e trimestre 2024. */
RELAIS_API void relais_period_format(relais_period period, relais_lang lang, char out[48]);

/* ---- Exact numbers ------------------------------------------------------- */

/* units × 10^-decimals, with 0 to 6 decimals: {25, 1} is 2.5. Figures are kept so. All that follows is
 * exact, and rounded once, half away from zero; what does not fit in 64 bits is RELAIS_E_USAGE. */
typedef struct relais_decimal {
	int64_t units;
	int32_t decimals;
} relais_decimal;

/* A plain decimal with a point: 12, -0.5. */
RELAIS_API RELAIS_MUST_CHECK relais_status relais_decimal_parse(
	const char *text, relais_decimal *out, relais_error *err);
/* The same with any number of decimals, rounded to `places` (0 to 6). */
RELAIS_API RELAIS_MUST_CHECK relais_status relais_decimal_parse_to(
	const char *text, int places, relais_decimal *out, relais_error *err);
RELAIS_API void relais_decimal_print(
	relais_decimal n, char out[32]); /* 2.5, never 2.50 or -0 */
/* For people: 1 234,50 or 1,234.50, `places` decimals; `out` of 64 bytes. */
RELAIS_API void relais_decimal_format(
	relais_decimal n, int places, relais_lang lang, char out[64]);
RELAIS_API RELAIS_MUST_CHECK relais_status relais_decimal_round(
	relais_decimal n, int places, relais_decimal *out, relais_error *err);
/* numerator × factor / denominator; RELAIS_END: divided by 0, there is none. */
RELAIS_API RELAIS_MUST_CHECK relais_status relais_decimal_ratio(relais_decimal numerator,
	relais_decimal denominator, int64_t factor, int places, relais_decimal *out,
	relais_error *err);
/* 100 × (now − before) / before, in percent, as all tools tell it; RELAIS_END: from 0 there is none. */
RELAIS_API RELAIS_MUST_CHECK relais_status relais_decimal_evolution(relais_decimal now,
	relais_decimal before, int places, relais_decimal *out, relais_error *err);

/* ---- Rows: every answer -------------------------------------------------- */

/* What a column holds. Cells are always machine text: ISO dates and periods, decimal
 * point, the domain's codes; formats for people decide the looks from the type. */
typedef enum relais_type {
	RELAIS_TEXT,
	RELAIS_CODE, /* identifier of the domain: office, indicator, state */
	RELAIS_COUNT, /* whole number */
	RELAIS_NUMBER, /* exact decimal */
	RELAIS_PERCENT, /* number in percent */
	RELAIS_EVOLUTION, /* percent with a sign for people: +7,2 % */
	RELAIS_POINTS, /* difference of two percentages or scores: +1,2 pt */
	RELAIS_ROUGH_EVOLUTION, /* told in whole percents only: +7 % */
	RELAIS_ROUGH_POINTS,
	/* What was computed has more digits than sense: people see one decimal, */
	RELAIS_INDEX, /* of figures around 100, or as large as those they come from */
	RELAIS_COEFFICIENT, /* and three of what lies around 1 */
	RELAIS_DATE,
	RELAIS_PERIOD
} relais_type;

typedef struct relais_column {
	const char *name; /* stable, English, documented in relais-csv(5) */
	const char *title; /* English heading for people, translated by formats */
	relais_type type;
} relais_column;

/* A NULL cell is a value nobody has: empty in CSV, null in JSON. */
typedef struct relais_row {
	size_t count;
	const char *const *cells;
	const relais_type
		*types; /* of each cell, where a row differs from its columns; or NULL */
} relais_row;

/* An answer under way: rows are read as they are asked for. */
typedef struct relais_rows relais_rows;

/* Borrowed until the rows are closed. */
RELAIS_API const relais_column *relais_rows_columns(const relais_rows *rows, size_t *count);
/* RELAIS_OK and a row borrowed until the next call, RELAIS_END, or an error. */
RELAIS_API RELAIS_MUST_CHECK relais_status relais_rows_next(
	relais_rows *rows, relais_row *row, relais_error *err);
RELAIS_API void relais_rows_close(relais_rows *rows); /* NULL is fine */

/* ---- Writers ------------------------------------------------------------- */

/* How people see it; machine formats look at none of this. */
typedef struct relais_style {
	relais_lang lang;
	const char *tool; /* named in JSON */
	const char *title; /* of an html page or xlsx sheet; NULL: the tool's name */
	int width; /* columns of the terminal, 0 when it is not one */
	bool color;
	bool is_fragment; /* a document as html: an article to put into a page of others */
} relais_style;

/* NULL-terminated names, for good: table csv tsv json jsonl md html xlsx, ics (of an agenda) and
 * sdmx-csv (CSV of what relais_rows_to_sdmx makes). */
RELAIS_API const char *const *relais_formats(void);
/* Writes every row that is left and checks that it reached `out` (flush and ferror); `out` and the
 * rows stay open. Without a style: English, and no terminal. */
RELAIS_API RELAIS_MUST_CHECK relais_status relais_rows_write(relais_rows *rows,
	const char *format, const relais_style *style, FILE *out, relais_error *err);

/* ---- The store ----------------------------------------------------------- */

typedef struct relais_store relais_store;

typedef enum relais_mode {
	RELAIS_READ, /* the file must exist; never changed */
	RELAIS_WRITE, /* the file must exist */
	RELAIS_CREATE, /* made when missing */
	RELAIS_TRY, /* as WRITE, but to keep nothing: relais_store_rehearse, dry runs */
	RELAIS_PRIVATE /* a temporary store of our own, gone at close; path ignored */
} relais_mode;

/* Several handles on one file, in one program or many, read and write side by side: one at a time
 * writes, and what it wrote appears to the others whole, or not at all. The rows of a handle are
 * closed before the store is changed through it.
 * `catalog` is a folder with indicators.csv and resolutions.csv to use instead of the
 * built-in ones (CREATE, PRIVATE, WRITE only); NULL for the built-in. */
RELAIS_API RELAIS_MUST_CHECK relais_status relais_store_open(relais_store **out,
	const char *path, relais_mode mode, const char *catalog, relais_error *err);
/* The same, with how long a change, and opening itself where it upgrades or makes a store, waits for
 * another program that is writing: 15 s unless said; then it is RELAIS_E_STORE, with who that is. Who
 * only reads never waits for one. */
RELAIS_API RELAIS_MUST_CHECK relais_status relais_store_open_within(relais_store **out,
	const char *path, relais_mode mode, const char *catalog, unsigned seconds,
	relais_error *err);
/* The same where a store is on a disk that other machines share (NFS, SMB …), which the others refuse to write in,
 * and read only while nothing is left in its write-ahead log: the caller knows that no other machine has it
 * open. */
RELAIS_API RELAIS_MUST_CHECK relais_status relais_store_open_anywhere(relais_store **out,
	const char *path, relais_mode mode, const char *catalog, unsigned seconds,
	relais_error *err);
RELAIS_API void relais_store_close(relais_store *store); /* NULL is fine */
/* The same; a file that this opening made goes when nothing but its catalogue is in it and no other
 * program has it open. */
RELAIS_API void relais_store_discard(relais_store *store); /* NULL is fine */
/* Nothing has come in but the catalogue and settings. */
RELAIS_API bool relais_store_is_blank(relais_store *store);

/* A store of an earlier schema is upgraded when it is opened: WRITE and CREATE change the file, in one
 * transaction, and keep a copy of it as it was; READ and TRY leave it, and work on an upgraded copy
 * that is gone at close. */
typedef struct relais_upgrade {
	int from, to; /* equal: the file had the schema of this program */
	const char *kept; /* the copy, until close; NULL: the file was not changed */
} relais_upgrade;

RELAIS_API relais_upgrade relais_store_upgrade(const relais_store *store);

/* The `settings` value of a name ("language") as known at a day (RELAIS_NO_DAY: now), NULL when not
 * set; borrowed until the next call. */
RELAIS_API const char *relais_store_setting(
	relais_store *store, const char *name, relais_day as_of);

/* From now on nothing is kept of what this handle does: what one import does the next ones see, and it
 * is all gone when the store is closed. */
RELAIS_API RELAIS_MUST_CHECK relais_status relais_store_rehearse(
	relais_store *store, relais_error *err);

/* A checked copy of the store as it is now, whoever reads and writes meanwhile; written beside
 * `path` and renamed. A file that is there and is no store is not replaced. */
RELAIS_API RELAIS_MUST_CHECK relais_status relais_store_backup(
	relais_store *store, const char *path, relais_error *err);

/* ---- Import -------------------------------------------------------------- */

typedef enum relais_severity {
	RELAIS_NOTE,
	RELAIS_WARNING,
	RELAIS_REJECTED, /* a value or a row */
	RELAIS_REFUSED /* the file as a whole: an error, told by the caller */
} relais_severity;

/* Something to say about the input: borrowed for the time of the call. */
typedef struct relais_diagnostic {
	relais_severity severity;
	const char *input;
	unsigned long line, column; /* 0: the file as a whole */
	const char *rule; /* stable id: "unknown-office" */
	const char *text; /* a sentence, the value quoted, the cure when known */
	const char *value; /* the cell it is about, NULL when there is no such thing */
} relais_diagnostic;

/* What another value for something known comes to. */
typedef enum relais_on_conflict {
	RELAIS_ON_CONFLICT_REVISE, /* it replaces the known one, which stays known to --as-of */
	RELAIS_ON_CONFLICT_KEEP, /* the known one stays: counted as skipped, and noted */
	RELAIS_ON_CONFLICT_FAIL /* the file is refused at the first: RELAIS_E_DATA */
} relais_on_conflict;

typedef struct relais_import_options {
	relais_lang lang;
	relais_day today; /* required: future periods are refused, the batch is dated */
	const char *kind; /* NULL: recognised from the header */
	const char *office; /* constant for files without such a column, or NULL */
	const char *indicator;
	relais_span period; /* constant period, or the year of month columns */
	const char *encoding; /* NULL: detected */
	const char *sheet; /* of workbooks, name or number; NULL: the first with cells */
	bool name_sheets; /* the input is called FILE[SHEET] */
	char delimiter; /* 0: detected */
	bool create_offices, create_indicators,
		create_territories; /* unknown ones are registered, and not refused */
	const char *profile; /* name or file of a profile, or NULL */
	const char *profiles; /* the user's folder of them, or NULL */
	relais_day received_at; /* the batch is dated this day and judged as on it; 0: today */
	relais_on_conflict on_conflict;
	bool reopen; /* figures of final periods may change; `why` is needed */
	const char *why; /* journalled; NULL for none */
	bool reread; /* a file that is known by its fingerprint is read all the same */
	bool dry_run; /* the same path, rolled back */
	bool disclose; /* say as notes what relais_detect would answer */
	const char *who, *argv; /* journalled; NULL for none */
	const char *rejects; /* file for the rejected lines, NULL for none */
	unsigned long max_errors; /* rejected lines told one by one; 0: all */
	const char *const *skip_rules; /* NULL-terminated ids not to hear of, NULL for none */
	const char *aliases; /* file of what this run's files call things, NULL for none */
	const char *relations; /* file of relations to hold besides ours, NULL for none */
	const char *match; /* scheme of identifiers that files name offices by; NULL: codes */
	bool whole; /* the file is the whole register: what it leaves out is told … */
	bool close_missing; /* … and offices it leaves out are closed; takes `whole` */
	relais_day closed_on; /* their last day; 0: that of reception */
	bool strict; /* doubts are rejections */
	bool atomic; /* one rejection refuses the file: RELAIS_E_DATA */
	void (*tell)(void *self, const relais_diagnostic *said); /* in file order */
	void *tell_self;
	void (*every)(void *self, const relais_diagnostic *said); /* the same, none left out */
	void *every_self;
	void (*progress)(void *self, uint64_t done, uint64_t total); /* bytes; may be NULL */
	void *progress_self;
} relais_import_options;

/* read = created + revised + unchanged + rejected + skipped, in values for observations and
 * in rows for everything else. */
typedef struct relais_summary {
	char kind[32];
	int64_t batch; /* 0 when nothing was journalled */
	int64_t same_as; /* the batch that brought this very file: it was not read again; 0: it was */
	relais_day same_on; /* the day of that batch */
	uint64_t read, created, revised, unchanged, rejected, skipped;
	uint64_t consequences; /* rows revised besides, that no line read stands for */
} relais_summary;

/* Reads one file ("-": standard input) into the store in one transaction. Rejected lines
 * are counted, told and written to `rejects`; the good ones go in. RELAIS_E_DATA when the
 * file as a whole cannot be used: then nothing changed. */
RELAIS_API RELAIS_MUST_CHECK relais_status relais_import(relais_store *store, const char *path,
	const relais_import_options *options, relais_summary *summary, relais_error *err);

/* Is it a SQLite file, to be merged rather than read? */
RELAIS_API bool relais_is_store(const char *path);
/* Brings what `count` relays' stores hold into this one, all in one transaction: each of their
 * batches becomes one of ours, on its day, with its source; those that are here already are left
 * out. `summaries` has one for each store. Of the options, on_conflict (between the stores),
 * dry_run and what listens count. */
RELAIS_API RELAIS_MUST_CHECK relais_status relais_merge(relais_store *store,
	const char *const *paths, size_t count, const relais_import_options *options,
	relais_summary *summaries, relais_error *err);

/* item,value,why: what relais_import would understand of these files, a NULL-terminated list, and
 * why. It is that import, undone: nothing is kept. A file that cannot be used ends with an
 * item `fault`; the status is then RELAIS_E_DATA, and `out` is set all the same. */
RELAIS_API RELAIS_MUST_CHECK relais_status relais_detect(relais_store *store,
	const char *const *paths, const relais_import_options *options, relais_rows **out,
	relais_error *err);

/* file,kind,profile,period,read,rejected,unclear,command: how a NULL-terminated list of files would be
 * imported, in the order that serves: registers first. They are, one after another, and it is all
 * undone: the store is then good for nothing but to be closed. A file that is no use says why.
 * `command` begins each command ("rt-import"); `*unclear` is how many rows leave something open. */
RELAIS_API RELAIS_MUST_CHECK relais_status relais_plan_import(relais_store *store,
	const char *const *paths, const char *command, const relais_import_options *options,
	size_t *unclear, relais_rows **out, relais_error *err);

/* sheet,state: those of a workbook that `asked` stands for, all of them ("*") or a list with commas
 * between, in the order they are to be read; none when it is one sheet, or the file is no
 * workbook. The state is read, hidden or empty: the last two are to be left out. */
RELAIS_API RELAIS_MUST_CHECK relais_status relais_sheets(
	const char *path, const char *asked, relais_rows **out, relais_error *err);

/* A profile (rt-profiles(7)) made of what relais_import would understand of a file, for a person
 * to review; that import is undone. With it the file is read as it was without. */
RELAIS_API RELAIS_MUST_CHECK relais_status relais_learn(relais_store *store, const char *path,
	const relais_import_options *options, FILE *out, relais_error *err);

/* One row given by a program instead of a file (rt-status set, rt-plan add): same checks,
 * same journal. `columns` and `values` are `count` long; a rejected row is RELAIS_E_DATA. Of any
 * kind but observations: figures are imported from a file (RELAIS_E_USAGE). */
RELAIS_API RELAIS_MUST_CHECK relais_status relais_record(relais_store *store, const char *kind,
	size_t count, const char *const *columns, const char *const *values,
	const relais_import_options *options, relais_summary *summary, relais_error *err);

/* What taking a batch back came to, in figures or rows. */
typedef struct relais_undo_summary {
	int64_t batch; /* the counter-batch; 0 in a dry run */
	char kind[32], source[256]; /* of the batch taken back */
	uint64_t changed; /* what was known before it is known again */
	uint64_t gone; /* nothing was known before it: nothing is now */
	uint64_t back; /* known again: the batch was itself an undo */
	uint64_t kept; /* changed again by a later batch, or named by what stays: as they are */
} relais_undo_summary;

/* Takes back what a batch brought, by a batch of its own: nothing is deleted, --as-of of any
 * earlier day is what it was, and undoing the undo brings it all back. `moved`, unless NULL, is
 * what changed in the figures: per indicator and period indicator,period,changed,gone,back; with
 * `each`, per figure office,indicator,period,before,after. */
RELAIS_API RELAIS_MUST_CHECK relais_status relais_undo(relais_store *store, int64_t batch,
	const relais_import_options *options, bool each, relais_undo_summary *summary,
	relais_rows **moved, relais_error *err);

/* Everything told of many files, kept aside (in a temporary file, so that memory stays flat) to
 * be written at the end. `relais_diagnostics_keep` is made for options->every. */
typedef struct relais_diagnostics relais_diagnostics;
RELAIS_API RELAIS_MUST_CHECK relais_status relais_diagnostics_open(
	relais_diagnostics **out, relais_error *err);
RELAIS_API void relais_diagnostics_keep(void *diagnostics, const relais_diagnostic *said);
/* input,line,column,severity,rule,value,message. The diagnostics must outlive the rows. */
RELAIS_API RELAIS_MUST_CHECK relais_status relais_diagnostics_rows(
	relais_diagnostics *diagnostics, relais_rows **out, relais_error *err);
RELAIS_API void relais_diagnostics_close(relais_diagnostics *diagnostics); /* NULL is fine */

/* kind,column,required,about,aliases,choices: what can be imported, of one kind or of all (NULL). No
 * store needed. */
RELAIS_API RELAIS_MUST_CHECK relais_status relais_ask_kinds(
	const char *kind, relais_rows **out, relais_error *err);
/* rule,severity,skippable,strict,label,example,cure: every diagnostic of an import; with `id`,
 * that rule alone as a page of part,text. */
RELAIS_API RELAIS_MUST_CHECK relais_status relais_ask_rules(
	const char *id, relais_rows **out, relais_error *err);
/* rule,table,row,detail,message: what is wrong with the store itself, if anything: the file, the tables,
 * what must hold of the history, of the batches and of what was published. `found`: how many. */
RELAIS_API RELAIS_MUST_CHECK relais_status relais_ask_verify(
	relais_store *store, uint64_t *found, relais_rows **out, relais_error *err);
/* batch,received_on,who,source,kind,read,new,revised,unchanged,rejected,skipped,undone,why,
 * argv,sha256; `undone` is the batch that took this one back. */
RELAIS_API RELAIS_MUST_CHECK relais_status relais_ask_batches(
	relais_store *store, relais_rows **out, relais_error *err);
/* The same without the last two, which are too wide for people. */
RELAIS_API RELAIS_MUST_CHECK relais_status relais_ask_batches_brief(
	relais_store *store, relais_rows **out, relais_error *err);

/* ---- Questions ----------------------------------------------------------- */

/* Who will read the answer: the relais, the offices of its network, everybody. From RELAIS_RESEAU on
 * statistical secrecy applies: what would betray an office is withheld. */
typedef enum relais_diffusion { RELAIS_INTERNE, RELAIS_RESEAU, RELAIS_PUBLIC } relais_diffusion;

/* Whose figures are told: of the offices of today, with those that became them, or of each office
 * as it was. */
typedef enum relais_geography { RELAIS_CURRENT, RELAIS_AS_THEY_WERE } relais_geography;

/* What is asked. Lists are NULL-terminated and NULL means "all"; the codes in them must
 * exist: an unknown one is RELAIS_E_USAGE with candidates. What it points to must stay until
 * the rows are closed. */
typedef struct relais_question {
	relais_lang lang;
	relais_day today; /* required */
	relais_day
		as_of; /* required: what was known at the end of that day; RELAIS_NO_DAY: now */
	relais_span span; /* {0,0}: all there is */
	const char *const *indicators;
	const char *const *offices;
	const char *const *territories;
	const char *const *resolutions;
	const char *by; /* grouping key, NULL: everything together */
	const char *state; /* of actions: a_faire, en_cours, …; NULL: all */
	const char *owner; /* of actions */
	bool late_only;
	bool critical_only; /* of actions: the chain that leaves least time, of those asked for */
	bool estimate; /* totals, series, values: levels of those who did not answer (C2.4) */
	bool members_only; /* offices that the register says are members of the relais */
	relais_diffusion diffusion;
	relais_geography geography;
	int base; /* the year an evolution compares with, before the span; 0: the year before */
} relais_question;

/* The grouping keys `by` knows, NULL-terminated. */
RELAIS_API const char *const *relais_keys(void);
/* Candidates for a mistyped word out of a NULL-terminated list: up to three, best first,
 * written as " (did you mean 'a', 'b'?)" or "" when nothing is near. */
RELAIS_API void relais_suggest(
	const char *word, const char *const *known, relais_lang lang, char *out, size_t size);

/* relais_ask_NAME(store, question, out, err): most questions need nothing but that. */
#define RELAIS_ASK(name)                                                                       \
	RELAIS_API RELAIS_MUST_CHECK relais_status relais_ask_##name(relais_store *store,      \
		const relais_question *question, relais_rows **out, relais_error *err)

/* The observatory; columns as relais-csv(5) lists them. */
RELAIS_ASK(values); /* office,indicator,period,value,flag */
RELAIS_ASK(totals); /* one row per indicator and group, the whole span together */
RELAIS_ASK(series); /* one row per indicator, group and period */
RELAIS_ASK(evolution); /* against one year before, constant perimeter */
/* What is crossed with what: lists of grouping keys, NULL-terminated, three in all. */
typedef struct relais_crosstab {
	const char *const *lines, *const *columns;
	bool without_margins;
	bool is_long; /* a row for each cell, with its offices and flag, instead of a grid */
} relais_crosstab;
/* A grid: indicator, a column for each key of the lines, then one for each group of the columns. */
RELAIS_API RELAIS_MUST_CHECK relais_status relais_ask_table(relais_store *store,
	const relais_question *question, const relais_crosstab *how, relais_rows **out,
	relais_error *err);
/* How the figures of offices spread: order statistics, or how many in which class. */
typedef struct relais_distribution {
	bool in_classes;
	const char *const *bounds; /* of classes, rising, NULL-terminated; NULL: chosen */
} relais_distribution;
RELAIS_API RELAIS_MUST_CHECK relais_status relais_ask_distribution(relais_store *store,
	const relais_question *question, const relais_distribution *how, relais_rows **out,
	relais_error *err);
RELAIS_ASK(completeness); /* per indicator and period: how many were expected, how many came */
RELAIS_ASK(matrix); /* indicator,office,name, then a column per period, one letter per cell */
RELAIS_ASK(indicators); /* the catalogue, with what the store holds of each */
RELAIS_ASK(norm); /* of one year: what the national norm asks for, and who sends it */
RELAIS_ASK(norm_return); /* the yearly return, in the norm's order */
RELAIS_ASK(missing); /* who has not sent what, how late */
/* Where a network receives: counter by counter, or, with `by` (commune too), how that is spread. Within the
 * relais only. Over the span's months, twelve up to last month unless said. */
RELAIS_ASK(reception);
/* What each month was made of against the one a year before: week-end days, public holidays,
 * bridges, what hangs on Easter, school holidays and events as imported. Without a span, the
 * month before `today`. `alsace`: count the holidays of Alsace and Moselle besides, also when no
 * office of the register is there. */
RELAIS_API RELAIS_MUST_CHECK relais_status relais_ask_calendar(relais_store *store,
	const relais_question *question, bool alsace, relais_rows **out, relais_error *err);
/* How the season is told. */
typedef enum relais_season_method {
	RELAIS_SEASON_INDEX, /* 100 for the average month, mean of whole years */
	RELAIS_SEASON_ADDITIVE, /* classical decomposition, as R's decompose */
	RELAIS_SEASON_MULTIPLICATIVE,
	RELAIS_SEASON_STL /* by loess, as R's stl */
} relais_season_method;
typedef enum relais_season_view {
	RELAIS_SEASON_FIGURE, /* indicator,group,month,index,years,offices,expected,flag */
	RELAIS_SEASON_PEAKS, /* the year's shape in one row; of the index */
	RELAIS_SEASON_PARTS /* period by period: value, trend, seasonal, rest; not of the index */
} relais_season_view;
typedef struct relais_season {
	relais_season_method method;
	relais_season_view view;
	unsigned window; /* STL: years the season is smoothed over; 0: the same every year */
	bool robust; /* STL: what neither trend nor season explains weighs less */
} relais_season;
/* Over the offices that sent every month: of each year for the index, of the whole span for a
 * decomposition. Incomplete years and holes are RELAIS_E_DATA with the months named. */
RELAIS_API RELAIS_MUST_CHECK relais_status relais_ask_season(relais_store *store,
	const relais_question *question, const relais_season *how, relais_rows **out,
	relais_error *err);
/* Figures that do not look right, by the rules of the trade or by a method with a name. */
enum {
	RELAIS_OUTLIER_RULES =
		1, /* bounds, the year before, the offices alike, part and whole … */
	RELAIS_OUTLIER_TUKEY = 2, /* fences around the quartiles */
	RELAIS_OUTLIER_MODZ = 4, /* modified z-score, above 3.5 */
	RELAIS_OUTLIER_ESD = 8 /* generalised extreme Studentized deviate (Rosner), 5 % */
};
typedef struct relais_outliers {
	unsigned methods; /* of the above, together; 0: the rules */
	bool over_time; /* of the methods: along each office's series, not across the offices */
	const char *fence; /* Tukey's k; NULL: 1.5 */
	unsigned most; /* ESD: as many outliers are looked for; 0: 10 */
	bool all; /* those that were confirmed too */
	uint64_t *found; /* how many rows there are, unless NULL */
} relais_outliers;
/* By weight on the total; question->by is the stratum whose offices are held against each other.
 * Figures of single offices: refused from RELAIS_RESEAU on. */
RELAIS_API RELAIS_MUST_CHECK relais_status relais_ask_outliers(relais_store *store,
	const relais_question *question, const relais_outliers *how, relais_rows **out,
	relais_error *err);

/* What moved in figures that were told before. */
typedef struct relais_revisions {
	relais_day
		since; /* required: told first on that day; RELAIS_NO_DAY: 20 days after each period */
	int64_t batch; /* only what this import moved; 0: everything */
	bool changed_only; /* leave out what did not move */
} relais_revisions;
/* indicator,group,period,since,first,current,change,percent,first_offices,offices,vintages,state,
 * flag */
RELAIS_API RELAIS_MUST_CHECK relais_status relais_ask_revisions(relais_store *store,
	const relais_question *question, const relais_revisions *how, relais_rows **out,
	relais_error *err);
/* Every vintage of one figure: the office, indicator and period are the question's first. */
RELAIS_ASK(vintages);

/* Which figure of an indicator is meant. */
typedef enum relais_figure {
	RELAIS_FIGURE_VALUE, /* that of `totals` */
	RELAIS_FIGURE_EVOLUTION, /* that of `evolution` */
	RELAIS_FIGURE_COVERAGE,
	RELAIS_FIGURE_SEASON, /* a month's index, that of `season` */
	/* Those of `distribution`. */
	RELAIS_FIGURE_MIN,
	RELAIS_FIGURE_Q1,
	RELAIS_FIGURE_MEDIAN,
	RELAIS_FIGURE_Q3,
	RELAIS_FIGURE_MAX,
	RELAIS_FIGURE_IQR,
	RELAIS_FIGURE_MAD,
	RELAIS_FIGURE_MEAN,
	RELAIS_FIGURE_SD
} relais_figure;
typedef struct relais_account {
	relais_figure figure;
	const char *group; /* one of those of question->by; NULL without `by` */
	const char *month; /* of a season: "01" to "12", or "T1" to "T4" */
} relais_account;
/* part,item,indicator,period,status,value,source,detail: what one figure is, who counts in it, what
 * it is made of, the rules it was held to. Of one indicator and one span (of a season: whole years,
 * all there are without one); within the relais. */
RELAIS_API RELAIS_MUST_CHECK relais_status relais_ask_account(relais_store *store,
	const relais_question *question, const relais_account *how, relais_rows **out,
	relais_error *err);
/* The query over the documented views that gives the same number, made to be run as it stands
 * on the store; it is run before it is written. What it cannot say is RELAIS_E_USAGE. */
RELAIS_API RELAIS_MUST_CHECK relais_status relais_account_sql(relais_store *store,
	const relais_question *question, const relais_account *how, FILE *out,
	relais_error *err);

/* Status and plan. */
RELAIS_ASK(resolutions); /* the thirty, a row each: relais_ask_standing with nothing chosen */
/* How the standing of the resolutions is told. */
typedef struct relais_standing {
	const char *level; /* whose main measure: "office" (NULL), or "relay" */
	relais_day since; /* required: what moved since that day; RELAIS_NO_DAY: how it is */
	bool matrix; /* challenges across domains */
} relais_standing;
/* One by one, by question->by (domain, challenge), as a matrix, or what moved. */
RELAIS_API RELAIS_MUST_CHECK relais_status relais_ask_standing(relais_store *store,
	const relais_question *question, const relais_standing *how, relais_rows **out,
	relais_error *err);
/* resolution,measure,level,label,value,unit,n,of,proof_on,age,target,state,flag: every measure of
 * the resolutions, of one level ("relay", "office") or of both (NULL); on the last day of a span. */
RELAIS_API RELAIS_MUST_CHECK relais_status relais_ask_evidence(relais_store *store,
	const relais_question *question, const char *level, relais_rows **out,
	relais_error *err);
RELAIS_ASK(agreements); /* office by office, what was promised and what was achieved */
RELAIS_ASK(partners); /* who was last met when, and what is due to them; likewise */
RELAIS_ASK(resolution); /* one page on question->resolutions[0] */
RELAIS_ASK(progress); /* the journal of declared states */
RELAIS_ASK(actions); /* of the plan, by due date: relais_ask_plan with nothing chosen */
/* Classements, quality marks, denominations: which of them. The question's state is one of valide,
 * a_echeance, en_renouvellement, expire, radie, non_classe, indetermine, remplace; its span is that
 * of their last days. */
typedef struct relais_labels {
	const char *const *schemes; /* NULL-terminated; NULL: all */
	unsigned long within; /* days from the day it is; 0: however far */
	bool all; /* those that a later decision replaced too */
} relais_labels;
/* office,name,scheme,level,grid,decided_on,valid_until,days_left,state,next_step,endangers,holder,
 * covered_by, by last day */
RELAIS_API RELAIS_MUST_CHECK relais_status relais_ask_labels(relais_store *store,
	const relais_question *question, const relais_labels *how, relais_rows **out,
	relais_error *err);

/* commune,name,year,population,capacity,ratio,threshold,state,not_said: what communes can lodge
 * against R133-33; the last year of each, unless the question has a span. */
RELAIS_ASK(lodging);
/* What wants attention on the day: labels, late figures and actions, resolutions without a plan. */
typedef struct relais_findings {
	const char *const *rules, *const *except; /* NULL-terminated ids; NULL: all, none */
	uint64_t *found; /* how many rows there are, unless NULL */
} relais_findings;
/* severity,rule,subject,name,due,days,message: alerts first. A rule that does not exist is
 * RELAIS_E_USAGE. */
RELAIS_API RELAIS_MUST_CHECK relais_status relais_ask_findings(relais_store *store,
	const relais_question *question, const relais_findings *how, relais_rows **out,
	relais_error *err);

/* How the list of actions is told. */
typedef struct relais_plan_view {
	bool explain; /* slack, limit, legal_slack, critical, waits_for and, in words, why each stands where it does */
	bool times; /* of those that repeat, a row for each time of the question's span (this year) */
	relais_day
		baseline; /* what was planned as known then: baseline_due, drift; 0: not asked */
} relais_plan_view;
/* The actions by due date; late_only, state, owner, offices and resolutions choose among them. */
RELAIS_API RELAIS_MUST_CHECK relais_status relais_ask_plan(relais_store *store,
	const relais_question *question, const relais_plan_view *how, relais_rows **out,
	relais_error *err);
RELAIS_ASK(ready); /* what can begin: nothing it waits for, nothing that blocks it */
/* finding,code,resolution,owner,day,detail: what somebody has to look at; `found` is how many. */
RELAIS_API RELAIS_MUST_CHECK relais_status relais_ask_plan_check(relais_store *store,
	const relais_question *question, uint64_t *found, relais_rows **out, relais_error *err);
/* Planned, promised and spent; by funder, or question->by: resolution, domain or owner. */
RELAIS_ASK(budget);
RELAIS_ASK(burndown); /* what was open at the end of each month, as it was known then */
/* Actions for the resolutions that have none, and the days that the law names, as tasks of a year: as
 * rows of the kind actions, to be read over and imported. */
RELAIS_API RELAIS_MUST_CHECK relais_status relais_ask_seed(relais_store *store,
	const relais_question *question, int year, relais_rows **out, relais_error *err);
/* What has a day in the question's span (this year and the next): actions, days of the law. The format
 * ics makes a calendar of it. */
RELAIS_ASK(agenda);

/* A merger that has not happened. Nothing is stored. */
typedef struct relais_merger {
	const char *const *offices; /* NULL-terminated, two or more: the first goes on */
	relais_day on; /* first day of the merged office */
	relais_day decided; /* of the deliberation, no later */
	bool by_size; /* its peers are the offices of its size, and not those of its category */
} relais_merger;
/* part,item,label,period, a column for each of the offices, then merged,state,known,lacking,peers,rank,
 * first_quartile,median,third_quartile,detail: what they would be together, what they keep, what the law
 * asks for. Of the question's span; without one, of each figure's last whole year. Within the relais. */
RELAIS_API RELAIS_MUST_CHECK relais_status relais_ask_merger(relais_store *store,
	const relais_question *question, const relais_merger *how, relais_rows **out,
	relais_error *err);

/* Training. Groups of the table: question->by is theme, resolution, month, category, office or
 * territory; the span is of the first days of the sessions. */
typedef enum relais_training_view {
	RELAIS_TRAINING_TABLE, /* session by session or group by group, and the total */
	RELAIS_TRAINING_ACCESS, /* trainees for the staff there is, by category */
	RELAIS_TRAINING_NEEDS, /* what offices ask for: within the relais */
	RELAIS_TRAINING_PLAN, /* the same by theme: sessions to open, cost, who may pay */
	RELAIS_TRAINING_CONVOCATIONS /* of a session, a row an office: within the relais */
} relais_training_view;
typedef struct relais_training {
	relais_training_view view;
	int year; /* of needs and plan */
	const char *session; /* of convocations */
	const char *state; /* of the table: propose, planifie, tenu, annule; NULL: all */
} relais_training;
RELAIS_API RELAIS_MUST_CHECK relais_status relais_ask_training(relais_store *store,
	const relais_question *question, const relais_training *how, relais_rows **out,
	relais_error *err);

/* Observations (values, totals, series, an export of them) as rows of SDMX, which is what the
 * format sdmx-csv writes. Takes `rows`, whatever the outcome; anything else is RELAIS_E_USAGE. */
RELAIS_API RELAIS_MUST_CHECK relais_status relais_rows_to_sdmx(relais_store *store,
	relais_diffusion diffusion, relais_rows *rows, relais_rows **out, relais_error *err);

/* Every row of a kind, as relais_import would read it back. */
RELAIS_API RELAIS_MUST_CHECK relais_status relais_ask_export(relais_store *store,
	const char *kind, const relais_question *question, relais_rows **out,
	relais_error *err);

/* Every row of a documented view, relais-sql(5), in order of its columns: what is known now. Nothing in
 * views is protected. RELAIS_E_STORE: an earlier version made the views of the store. */
RELAIS_API RELAIS_MUST_CHECK relais_status relais_ask_view(
	relais_store *store, const char *view, relais_rows **out, relais_error *err);
RELAIS_API RELAIS_MUST_CHECK relais_status relais_ask_views(
	relais_rows **out, relais_error *err); /* view: their names */

/* Writes to `out` a description of an export for whoever receives it: a Tabular Data Package of
 * Frictionless, in JSON. `file` is the name of what the rows of that kind are written to, as CSV or
 * TSV; none of them is read here. When there is a file at `existing`, it is a package that this one is
 * added to (RELAIS_E_DATA when it is none): so one package describes the exports of several kinds. */
RELAIS_API RELAIS_MUST_CHECK relais_status relais_package(const char *kind,
	const relais_rows *rows, const char *file, bool is_tsv, const char *existing, FILE *out,
	relais_error *err);

/* ---- Secrecy of any table ------------------------------------------------- */

/* Everything NULL, false or zero: the usual. Names and numbers are as a person writes them. */
typedef struct relais_protect_options {
	relais_lang lang;
	const char *value, *count, *largest, *second; /* columns: value, n, largest, second */
	const char *const *dimensions; /* NULL-terminated; NULL: every other column */
	const char *const *totals; /* words for a margin: total, in any case, or nothing */
	const char *const
		*hierarchies; /* "DIMENSION=FILE" of code,parent; several may be of one */
	const char *least_count, *dominance, *p; /* the rules: 3, 85 %, 0 (not asked) */
	const char *margin; /* percent nobody may come near to: 10 */
	bool is_signed; /* values may be negative */
	bool audit; /* the table has its status: only say whether it holds */
	bool optimal; /* the very least, by integer programming */
	bool by_value; /* hide the least value, rather than the fewest cells */
	bool hide; /* leave the hidden figures out of the rows */
	bool intervals; /* low and high: what can be told of what is hidden */
	void (*tell)(void *self, const relais_diagnostic *said); /* faults, exposed cells */
	void *tell_self;
} relais_protect_options;

/* The tables of a NULL-terminated list of files ("-": standard input), protected together: their rows
 * with status A (frequency), B (dominance), P (p %), D (complementary) or V (visible).
 * `*exposed` is how many hidden cells an audit found to be given away. */
RELAIS_API RELAIS_MUST_CHECK relais_status relais_protect(const char *const *paths,
	const relais_protect_options *options, relais_rows **out, size_t *exposed,
	relais_error *err);

/* ---- Reports ------------------------------------------------------------- */

typedef struct relais_document relais_document;

/* A report by name ("monthly", "board"). The document is on its own: the store may be closed. */
RELAIS_API RELAIS_MUST_CHECK relais_status relais_report(relais_store *store, const char *name,
	const relais_question *question, relais_document **out, relais_error *err);
RELAIS_API void relais_document_free(relais_document *document); /* NULL is fine */

/* The sheets of all offices for a month, everything asked for once; a sheet each for those that were
 * active, in natural order of their code. The question is within the relais (RELAIS_E_USAGE). */
typedef struct relais_fiches relais_fiches;
RELAIS_API RELAIS_MUST_CHECK relais_status relais_fiches_open(relais_fiches **out,
	relais_store *store, const relais_question *question, relais_error *err);
RELAIS_API void relais_fiches_close(relais_fiches *sheets); /* NULL is fine */
RELAIS_API size_t relais_fiches_count(const relais_fiches *sheets);
/* Until the sheets are closed. */
RELAIS_API const char *relais_fiche_code(const relais_fiches *sheets, size_t sheet);
RELAIS_API const char *relais_fiche_name(const relais_fiches *sheets, size_t sheet);
RELAIS_API RELAIS_MUST_CHECK relais_status relais_fiche_write(
	const relais_fiches *sheets, size_t sheet, relais_document **out, relais_error *err);

/* A page that leads to every sheet; `links` has one for each. */
RELAIS_API RELAIS_MUST_CHECK relais_status relais_fiches_index(const relais_fiches *sheets,
	const char *const *links, relais_document **out, relais_error *err);

/* What a relay makes of a report: an INI file with a section for each of the report's, in the order they
 * shall have, and `show`, `title`, `text`, `file`, `place` in it. What it does not name is left out
 * of the report, with its figures. [+name] is a section of one's own. Texts are Markdown. */
typedef struct relais_outline relais_outline;
/* Files it names are beside `path`. RELAIS_E_USAGE: what it says is unknown, a file cannot be read, or
 * the report has no outline. */
RELAIS_API RELAIS_MUST_CHECK relais_status relais_outline_read(
	relais_outline **out, const char *report, const char *path, relais_error *err);
RELAIS_API void relais_outline_free(relais_outline *outline); /* NULL is fine */
/* The one that changes nothing, as text that the caller frees. */
RELAIS_API RELAIS_MUST_CHECK relais_status relais_outline_usual(
	const char *report, relais_lang lang, char **out, relais_error *err);
/* To a document of the report that the outline was read for; once, before it is written. */
RELAIS_API RELAIS_MUST_CHECK relais_status relais_outline_apply(
	const relais_outline *outline, relais_document *document, relais_error *err);

/* What publishing a report came to. */
typedef struct relais_publication {
	int64_t edition; /* its number; of the one before when nothing moved */
	bool is_new; /* false: the last edition told the same figures, nothing was recorded */
	size_t figures;
	char sha256[65]; /* of the list of figures */
} relais_publication;

/* Publishing: the report, then begin, the record and its output, and the end, which keeps them or not. Nobody
 * else writes between begin and end. What is recorded is what was known when the report was made, be it
 * before begin, so that others can write meanwhile, or after. `relais_publish` gives RELAIS_END, and records
 * nothing, when another edition was recorded since the report was made: what is told depends on all that was told
 * before. Make it anew. */
RELAIS_API RELAIS_MUST_CHECK relais_status relais_publish_begin(
	relais_store *store, relais_error *err);
RELAIS_API RELAIS_MUST_CHECK relais_status relais_publish(relais_store *store,
	const char *report, const relais_question *question, const relais_document *document,
	relais_publication *out, relais_error *err);
RELAIS_API RELAIS_MUST_CHECK relais_status relais_publish_end(
	relais_store *store, bool keep, relais_error *err);
/* edition,report,from,to,diffusion,options,date,known_on,batch,program,figures,sha256 */
RELAIS_API RELAIS_MUST_CHECK relais_status relais_ask_editions(
	relais_store *store, relais_rows **out, relais_error *err);
/* section,figure,indicator,group,period,value,flag as they were told */
RELAIS_API RELAIS_MUST_CHECK relais_status relais_ask_edition(
	relais_store *store, int64_t edition, relais_rows **out, relais_error *err);
/* section,figure,indicator,group,period,before,value,change,state,flag of what the second edition
 * tells otherwise. */
RELAIS_API RELAIS_MUST_CHECK relais_status relais_ask_edition_diff(relais_store *store,
	int64_t first, int64_t second, relais_rows **out, relais_error *err);
/* The same of what `document` tells, a report that is no edition. Nothing is recorded. */
RELAIS_API RELAIS_MUST_CHECK relais_status relais_ask_edition_diff_now(relais_store *store,
	int64_t first, const relais_document *document, relais_rows **out, relais_error *err);

/* A published copy: what `relais_report` tells as "copy", with the registers a note tells of, as a SQLite
 * file with ordinary names and numbers. It is recorded as reports are, as "copy" with that question. */
/* The months a copy is about, into question->span: those asked for, or all that something is known of, as far
 * as they had ended on question->today. RELAIS_E_USAGE: the question stays within the relais, or none had ended;
 * RELAIS_E_DATA: there are no figures. */
RELAIS_API RELAIS_MUST_CHECK relais_status relais_copy_span(
	relais_store *store, relais_question *question, relais_error *err);
/* Refused: `path` is no place for one, or a SQLite file that is no published copy has it, or files that
 * SQLite would take for a part of it lie beside. */
RELAIS_API RELAIS_MUST_CHECK relais_status relais_copy_check(
	const char *path, relais_error *err);
/* The bytes of the file. `document` is the report of the same question. Whether all could be written is for
 * the caller to see when the stream is closed. */
RELAIS_API RELAIS_MUST_CHECK relais_status relais_copy_write(relais_store *store,
	const relais_question *question, const relais_document *document, FILE *out,
	relais_error *err);

/* What an edition was asked, to ask it again, on the day it was, or on another that the caller sets. */
typedef struct relais_asked {
	char report[32];
	relais_question question;
	char *options; /* what the question's lists point into */
} relais_asked;

/* To be freed with relais_asked_free, whatever is returned. */
RELAIS_API RELAIS_MUST_CHECK relais_status relais_edition_asked(
	relais_store *store, int64_t edition, relais_asked *out, relais_error *err);
RELAIS_API void relais_asked_free(relais_asked *asked);

/* NULL-terminated names: text md html json csv xlsx. csv is the report's list of figures. */
RELAIS_API const char *const *relais_document_formats(void);
RELAIS_API RELAIS_MUST_CHECK relais_status relais_document_write(
	const relais_document *document, const char *format, const relais_style *style,
	FILE *out, relais_error *err);

#ifdef __cplusplus
}
#endif

#endif
