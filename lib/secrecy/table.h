/* SPDX-License-Identifier: MIT
 * A table to be published: cells over one to four dimensions, each a hierarchy whose root is the
 * margin, or several hierarchies over the same members. Cells with the same codes are the same
 * cell, so tables that share margins go into one `tab` and are protected together; a table
 * without a dimension has its root there.
 *
 * Use: tab_new, tab_dimension, tab_member, tab_add, tab_close, then tab_mark, tab_suppress,
 * tab_audit, or tab_protect which does the three until the audit passes.
 */
#ifndef SECRECY_TABLE_H
#define SECRECY_TABLE_H

#include <relais.h>

#include "../base/attributes.h"
#include "rule.h"

enum { TAB_DIMENSIONS = 4 };
#define TAB_NONE SIZE_MAX

typedef struct tab tab;

typedef struct tab_cell {
	int64_t value; /* as published; all cells in the same decimals */
	contributors of; /* their magnitude is |value| where signs do not mix */
	char status; /* CELL_…; set beforehand: kept by tab_mark when it hides more */
	int64_t low, high; /* what the audit found the outsider can tell; */
	bool has_low, has_high; /* false: nothing bounds it */
	bool is_exposed; /* the interval is narrower than it must be */
} tab_cell;

tab *tab_new(void); /* NULL: no memory */
void tab_free(tab *t); /* NULL is fine */

/* The next dimension, by the code of its root. TAB_NONE: no memory, or too many. */
size_t tab_dimension(tab *t, const char *root);
/* `parent` is one of the dimension's codes, given before or after. `tree` is 0, or another number for a
 * second way to add up the same members. False: no memory. */
bool tab_member(tab *t, size_t dimension, int tree, const char *code, const char *parent);
/* `codes` has one for each dimension, NULL: the root. Codes nobody made members are made members,
 * outside any sum. Returns the cell's number, from 0 in the order of adding; the existing one when the
 * codes are known (*is_new false, and the cell unchanged); TAB_NONE: no memory. */
size_t tab_add(tab *t, const char *const *codes, const tab_cell *cell, bool *is_new);
/* One more equation the reader knows: `total` is the sum of `parts` (a difference of two
 * published totals is a cell and such a line). Before tab_close. False: no memory. */
bool tab_line(tab *t, size_t total, const size_t *parts, size_t count);
size_t tab_cells(const tab *t);
tab_cell *tab_at(tab *t, size_t cell);

/* Makes the lines of every hierarchy out of the cells there are: a member that has no cell is
 * replaced by those under it, or is zero. RELAIS_E_DATA (rule bad-hierarchy): a member that is
 * above itself. */
relais_status tab_close(tab *t, relais_error *err) MUST_CHECK;
/* Every line whose parts do not sum up to its total; the number of them. */
typedef void tab_bad_line(void *self, size_t total, int64_t sum);
size_t tab_check(const tab *t, tab_bad_line *tell, void *self);

/* Primary secrecy; the number of cells it hides. */
size_t tab_mark(tab *t, const secrecy_rule *rule);
/* Further cells until, in every line and in every line with hidden subtotals opened, the hidden cells
 * together satisfy the rule. Each time: the cell that serves most failing lines, then the smallest that
 * is not zero, then the first added. A total is hidden when nothing else helps. */
relais_status tab_suppress(tab *t, const secrecy_rule *rule, relais_error *err) MUST_CHECK;

/* Every line in which several cells are hidden, none of them exposed, and known as one sum that breaks
 * the rule; after tab_audit. The number of them. */
typedef void tab_bad_union(void *self, size_t total);
size_t tab_check_unions(tab *t, const secrecy_rule *rule, tab_bad_union *tell, void *self);

/* Whether the cells that are hidden may be: see audit.h for what is proven. */
typedef struct tab_audit_options {
	number margin; /* percent a guess must stay away from the value; {10, 0} is usual */
	bool is_signed; /* values may be negative: nothing is known to be ≥ 0 */
	bool to_the_ends; /* look for the ends of every interval: slower */
} tab_audit_options;
extern const tab_audit_options tab_audit_usual;
/* Sets low, high and is_exposed of every hidden cell; *exposed is how many are. Unless asked to_the_ends
 * the interval of a cell that is not exposed is one that it surely has, and may have more. */
relais_status tab_audit(tab *t, const secrecy_rule *rule, const tab_audit_options *options,
	size_t *exposed, relais_error *err) MUST_CHECK;

/* tab_mark, tab_suppress, tab_audit, and again with more hidden until nothing is exposed; then
 * cells that turn out not to be needed are shown again, and small tables are tried over for fewer
 * complementary cells, or `by_count` false for less hidden magnitude. RELAIS_E_DATA (rule
 * unprotectable) when all is hidden and it does not help. */
relais_status tab_protect(tab *t, const secrecy_rule *rule, const tab_audit_options *options,
	bool by_count, relais_error *err) MUST_CHECK;
/* The first plan that passes, by count: for tables made again and again. */
relais_status tab_protect_once(tab *t, const secrecy_rule *rule,
	const tab_audit_options *options, relais_error *err) MUST_CHECK;
/* The same, exactly the best, by integer programming: for tables of some hundred cells. */
relais_status tab_protect_best(tab *t, const secrecy_rule *rule,
	const tab_audit_options *options, bool by_count, relais_error *err) MUST_CHECK;

#endif
