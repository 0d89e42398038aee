/* SPDX-License-Identifier: MIT
 * rt_evolution, rt_ratio, rt_round, rt_format: the library's exact numbers. An integer, and a decimal in
 * text, are what they say. A floating number is the decimal of fifteen digits that SQLite shows of it.
 */
#include <stdlib.h>
#include <string.h>

#include "extension.h"

SQLITE_EXTENSION_INIT3

enum { DIGITS = 15, MOST_PLACES = 40, PLAIN = 80, USUAL_PLACES = 6 };

/* 1.5e-05 to 0.000015: as many places as make fifteen digits, the zeros at the end left out. */
static void write_plain(double value, char out[PLAIN])
{
	const char *power;
	char *end;
	int places;

	sqlite3_snprintf(PLAIN, out, "%.*e", DIGITS - 1, value);
	if (!(power = strchr(out, 'e')))
		return; /* Inf: no decimal, and it will be said */
	places = DIGITS - 1 - atoi(power + 1);
	places = places < 1 ? 1 : places > MOST_PLACES ? MOST_PLACES : places;
	if (atoi(power + 1) > PLAIN / 2)
		return;
	sqlite3_snprintf(PLAIN, out, "%.*f", places, value);
	for (end = out + strlen(out); end[-1] == '0'; end--)
		end[-1] = '\0';
	if (end[-1] == '.')
		end[-1] = '\0';
}

/* The text of a number; NULL: there is no memory for it. */
static const char *text_of(sqlite3_value *value, char room[PLAIN])
{
	if (sqlite3_value_type(value) != SQLITE_FLOAT)
		return (const char *)sqlite3_value_text(value);
	write_plain(sqlite3_value_double(value), room);
	return room;
}

static bool give_up(sqlite3_context *context, relais_status rc, const relais_error *err)
{
	if (rc != RELAIS_OK)
		answer_error(context, err);
	return rc == RELAIS_OK;
}

/* What a value says, and nothing lost of it. */
static bool read_exact(sqlite3_context *context, sqlite3_value *value, relais_decimal *out)
{
	relais_error err = { .lang = extension_lang(context) };
	char room[PLAIN];
	const char *text;

	if (sqlite3_value_type(value) == SQLITE_INTEGER) {
		*out = (relais_decimal){ sqlite3_value_int64(value), 0 };
		return true;
	}
	if (!(text = text_of(value, room))) {
		sqlite3_result_error_nomem(context);
		return false;
	}
	return give_up(context, relais_decimal_parse(text, out, &err), &err);
}

/* The same with all its decimals, brought to so many. */
static bool read_to(
	sqlite3_context *context, sqlite3_value *value, int places, relais_decimal *out)
{
	relais_error err = { .lang = extension_lang(context) };
	relais_decimal whole;
	char room[PLAIN];
	const char *text;

	if (sqlite3_value_type(value) == SQLITE_INTEGER)
		return read_exact(context, value, &whole) &&
		       give_up(context, relais_decimal_round(whole, places, out, &err), &err);
	if (!(text = text_of(value, room))) {
		sqlite3_result_error_nomem(context);
		return false;
	}
	return give_up(context, relais_decimal_parse_to(text, places, out, &err), &err);
}

static bool read_whole(sqlite3_context *context, sqlite3_value *value, int64_t *out)
{
	if (sqlite3_value_type(value) == SQLITE_INTEGER) {
		*out = sqlite3_value_int64(value);
		return true;
	}
	answer_misuse(context, N_("'%s' is not a whole number"),
		(const char *)sqlite3_value_text(value));
	return false;
}

static bool read_places(sqlite3_context *context, sqlite3_value *value, int *out)
{
	int64_t places;

	if (!read_whole(context, value, &places))
		return false;
	*out = places < -1 ? -1 : places > INT16_MAX ? INT16_MAX : (int)places;
	return true;
}

static void answer_number(sqlite3_context *context, relais_decimal n)
{
	static const double scale[] = { 1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6 };

	sqlite3_result_double(context, (double)n.units / scale[n.decimals]);
}

/* RELAIS_END: there is none, which is NULL. */
static void answer_quotient(
	sqlite3_context *context, relais_status rc, relais_decimal n, const relais_error *err)
{
	if (rc == RELAIS_OK)
		answer_number(context, n);
	else if (rc != RELAIS_END)
		answer_error(context, err);
}

void sql_evolution(sqlite3_context *context, int count, sqlite3_value **values)
{
	relais_error err = { .lang = extension_lang(context) };
	relais_decimal now, before, n = { 0 };
	int places = USUAL_PLACES;

	if (any_null(count, values) || !read_exact(context, values[0], &now) ||
		!read_exact(context, values[1], &before) ||
		(count > 2 && !read_places(context, values[2], &places)))
		return;
	answer_quotient(
		context, relais_decimal_evolution(now, before, places, &n, &err), n, &err);
}

void sql_ratio(sqlite3_context *context, int count, sqlite3_value **values)
{
	relais_error err = { .lang = extension_lang(context) };
	relais_decimal top, bottom, n = { 0 };
	int places = USUAL_PLACES;
	int64_t factor = 1;

	if (any_null(count, values) || !read_exact(context, values[0], &top) ||
		!read_exact(context, values[1], &bottom) ||
		(count > 2 && !read_whole(context, values[2], &factor)) ||
		(count > 3 && !read_places(context, values[3], &places)))
		return;
	answer_quotient(
		context, relais_decimal_ratio(top, bottom, factor, places, &n, &err), n, &err);
}

/* rt_round(sum(units), decimals, 1): whole units, and how many of their digits are after the point. */
static void round_units(sqlite3_context *context, sqlite3_value **values)
{
	relais_error err = { .lang = extension_lang(context) };
	relais_decimal n;
	int decimals, places;

	if (!read_whole(context, values[0], &n.units) ||
		!read_places(context, values[1], &decimals) ||
		!read_places(context, values[2], &places))
		return;
	n.decimals = decimals;
	if (!give_up(context, relais_decimal_round(n, places, &n, &err), &err))
		return;
	if (n.decimals)
		answer_number(context, n);
	else
		sqlite3_result_int64(context, n.units);
}

void sql_round(sqlite3_context *context, int count, sqlite3_value **values)
{
	relais_decimal n;
	char said[32];
	int places;

	if (any_null(count, values))
		return;
	if (count == 3) {
		round_units(context, values);
		return;
	}
	if (!read_places(context, values[1], &places) ||
		!read_to(context, values[0], places, &n))
		return;
	switch (sqlite3_value_type(values[0])) {
	case SQLITE_INTEGER: sqlite3_result_value(context, values[0]); break;
	case SQLITE_FLOAT: answer_number(context, n); break;
	default:
		relais_decimal_print(n, said);
		sqlite3_result_text(context, said, -1, SQLITE_TRANSIENT);
	}
}

void sql_format(sqlite3_context *context, int count, sqlite3_value **values)
{
	relais_decimal n;
	const char *lang;
	char said[64];
	int places;

	if (any_null(count, values) || !read_places(context, values[1], &places) ||
		!read_to(context, values[0], places, &n))
		return;
	lang = (const char *)sqlite3_value_text(values[2]);
	if (!lang || (strcmp(lang, "fr") != 0 && strcmp(lang, "en") != 0)) {
		answer_misuse(context, N_("'%s' is not a language: write fr or en"), lang);
		return;
	}
	relais_decimal_format(n, places, lang[0] == 'f' ? RELAIS_FR : RELAIS_EN, said);
	sqlite3_result_text(context, said, -1, SQLITE_TRANSIENT);
}
