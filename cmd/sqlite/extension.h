/* SPDX-License-Identifier: MIT
 * The functions of relais-sql(5) for SQLite: each is asked with values and answers with one, through
 * the public library, so that SQL counts as the tools do.
 */
#ifndef SQLITE_EXTENSION_H
#define SQLITE_EXTENSION_H

#include <relais.h>
#include <sqlite3ext.h>

/* Marks a sentence for the translators. */
#define N_(english) english

/* Of a call that cannot be answered: the sentence the library gave. */
void answer_error(sqlite3_context *context, const relais_error *err);
/* Of a call that was made wrong; `format` is a sentence of ours, with one %s for what was said. */
void answer_misuse(sqlite3_context *context, const char *format, const char *said);
/* The language of sentences: that of the program that loaded us. */
relais_lang extension_lang(sqlite3_context *context);
/* SQLite's answer to "is any of these NULL?": then so is what is made of them. */
bool any_null(int count, sqlite3_value **values);

void sql_period(sqlite3_context *context, int count, sqlite3_value **values);
void sql_evolution(sqlite3_context *context, int count, sqlite3_value **values);
void sql_ratio(sqlite3_context *context, int count, sqlite3_value **values);
void sql_round(sqlite3_context *context, int count, sqlite3_value **values);
void sql_format(sqlite3_context *context, int count, sqlite3_value **values);

#endif
