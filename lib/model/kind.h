/* SPDX-License-Identifier: MIT
 * What can be imported. A kind is a table of columns, not a program: name, the headings it
 * goes by in people's files, how a cell is read, whether it must be there. Adding a kind is
 * a table here and a file store/sql/kind_<name>.sql; adding a column is a row.
 */
#ifndef MODEL_KIND_H
#define MODEL_KIND_H

#include <relais.h>

#include "../base/attributes.h"

typedef enum cell_type {
	CELL_TEXT,
	CELL_CODE, /* identifier; blanks at the ends do not count */
	CELL_DAY,
	CELL_DECIMAL,
	CELL_INTEGER,
	CELL_DECIMALS, /* integer that never changes once given */
	CELL_YESNO, /* 1 or 0 */
	CELL_CHOICE, /* one of `choices` */
	CELL_OFFICE, /* code or exact name of something registered */
	CELL_INDICATOR,
	CELL_TERRITORY,
	CELL_RESOLUTION,
	CELL_PERIOD,
	CELL_SIRET, /* identifiers, see identifier.h: from here … */
	CELL_SIREN,
	CELL_RNA,
	CELL_COMMUNE, /* INSEE code */
	CELL_POSTAL,
	CELL_DEPARTEMENT,
	CELL_REGION,
	CELL_EPCI, /* … to here */
	CELL_ALIASED, /* code of an office or an indicator, as the first column says */
	CELL_BECOMES, /* of an event: an office, a name or a legal form, as the type says */
	CELL_SCHEME, /* who gave an identifier: one of `choices`, or a word of one's own */
	CELL_IDENTIFIED, /* an identifier of the scheme that the column before says */
	CELL_SINCE, /* a day, or a period: its first day */
	CELL_ZONE, /* one of `choices`, or a word of one's own */
	CELL_PARTNER,
	CELL_AGREEMENT,
	CELL_OFFICES, /* lists of codes or names, kept with one blank between: from here … */
	CELL_RESOLUTIONS,
	CELL_PARTNERS, /* … to here */
	CELL_LABEL, /* scheme of a label, see label.h */
	CELL_SESSION,
	CELL_MOMENT, /* a day, or a distance to another, see moment.h */
	CELL_TIES, /* codes of actions, see ties.h: from here … */
	CELL_REPEAT,
	CELL_FUNDINGS, /* … to here */
	CELL_FILTER, /* `choices` with + between, or * for all of them */
	CELL_FORMULA, /* one of `choices`, in which # stands for a whole number */
	CELL_LABELS /* schemes with + between, or one with its level after a : */
} cell_type;

typedef struct choice {
	const char *code;
	const char *spellings; /* others that are accepted, | between */
} choice;

typedef struct kind_column {
	const char *name; /* heading we write; :name in the kind's SQL */
	const char *aliases; /* headings we read besides, | between; compared folded */
	cell_type type;
	bool required; /* to make a new row */
	const char *fallback; /* of a new row that does not say; NULL: nothing known. A column
				 that names the row may have "": not said is a name too */
	const choice *choices; /* ends with {NULL} */
	const char *about; /* N_() sentence */
} kind_column;

typedef enum kind_way {
	KIND_REGISTER, /* one current version for a key; earlier ones are kept */
	KIND_JOURNAL, /* rows are added, never changed */
	KIND_FIGURES /* observations: their own staging and merge */
} kind_way;

typedef struct kind {
	const char *name;
	const char *about;
	kind_way way;
	const kind_column *columns;
	size_t count;
	size_t key, keys; /* the columns that name the row, in registers: so many from `key` */
	const char *sql; /* statements, see ingest/register.c; NULL for figures */
	const char *sql_export;
	/* What one record must satisfy beyond its cells, values by column, NULL when not said:
	 * NULL, or the rule's id with the sentence (N_) in *why. May complete values. */
	const char *(*check)(const char **values, const char **why);
} kind;

const kind *kind_named(const char *name); /* NULL: none */
/* The same for a name people gave: RELAIS_E_USAGE with candidates when there is none. */
relais_status kind_find(const kind **out, const char *name, relais_error *err) MUST_CHECK;
const kind *kind_at(size_t i); /* NULL after the last */
/* Index of a column by its own name; (size_t)-1 when there is none. */
size_t kind_column_at(const kind *k, const char *name);
/* Is `heading` (any case, accents or not) one of the words of an alias list "a|b|c"? */
bool alias_matches(const char *aliases, const char *folded_heading);
/* Column a folded heading goes by; (size_t)-1 when it is none of this kind. */
size_t kind_column_for(const kind *k, const char *folded_heading);
/* The code a text stands for among choices, NULL when it is none. */
const char *choice_code(const choice *choices, const char *spelled);

static inline bool kind_is_key(const kind *k, size_t column)
{
	return column >= k->key && column < k->key + k->keys;
}

/* Columns of the kind observations, by index. */
enum { OBS_OFFICE, OBS_INDICATOR, OBS_PERIOD, OBS_YEAR, OBS_VALUE, OBS_FLAG, OBS_COUNT };

#endif
