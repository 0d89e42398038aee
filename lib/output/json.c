/* SPDX-License-Identifier: MIT
 * JSON: one document {"schema":1,"tool":…,"rows":[…]}, or one object a line (jsonl).
 * Numbers keep the digits they have: they go from text to text.
 */
#include <string.h>

#include "json.h"
#include "writer.h"

static void add_escape(text *out, unsigned char c)
{
	static const char hex[] = "0123456789abcdef";

	switch (c) {
	case '"': text_add(out, "\\\""); break;
	case '\\': text_add(out, "\\\\"); break;
	case '\n': text_add(out, "\\n"); break;
	case '\r': text_add(out, "\\r"); break;
	case '\t': text_add(out, "\\t"); break;
	default:
		text_add(out, "\\u00");
		text_add_char(out, hex[c >> 4]);
		text_add_char(out, hex[c & 15]);
	}
}

void add_json_string(text *out, const char *string)
{
	const char *start = string;

	if (!string) {
		text_add(out, "null");
		return;
	}
	text_add_char(out, '"');
	for (; *string; string++) {
		unsigned char c = (unsigned char)*string;

		if (c >= 0x20 && c != '"' && c != '\\' && c != 0x7f)
			continue;
		text_add_bytes(out, start, (size_t)(string - start));
		add_escape(out, c);
		start = string + 1;
	}
	text_add_bytes(out, start, (size_t)(string - start));
	text_add_char(out, '"');
}

void add_json_key(text *out, const char *key)
{
	add_json_string(out, key);
	text_add_char(out, ':');
}

/* -?(0|[1-9][0-9]*)(\.[0-9]+)? */
static bool is_number(const char *s)
{
	static const char digits[] = "0123456789";
	size_t whole;

	if (*s == '-')
		s++;
	whole = strspn(s, digits);
	if (!whole || (whole > 1 && *s == '0'))
		return false;
	s += whole;
	if (*s == '.') {
		whole = strspn(++s, digits);
		if (!whole)
			return false;
		s += whole;
	}
	return *s == '\0';
}

void add_json_number(text *out, const char *number)
{
	if (number && is_number(number))
		text_add(out, number);
	else
		add_json_string(out, number);
}

static void add_object(writer *w, const relais_row *row)
{
	text_add_char(&w->line, '{');
	for (size_t i = 0; i < row->count; i++) {
		if (i)
			text_add_char(&w->line, ',');
		add_json_key(&w->line, w->columns[i].name);
		if (column_is_number(&w->columns[i]))
			add_json_number(&w->line, row->cells[i]);
		else
			add_json_string(&w->line, row->cells[i]);
	}
	text_add_char(&w->line, '}');
}

static relais_status head_json(writer *w)
{
	text_add(&w->line, "{\"schema\":1,\"tool\":");
	add_json_string(&w->line, w->style->tool);
	text_add(&w->line, ",\"rows\":[");
	return writer_send(w);
}

static relais_status row_json(writer *w, const relais_row *row)
{
	text_add(&w->line, w->rows ? ",\n" : "\n");
	add_object(w, row);
	return writer_send(w);
}

static relais_status tail_json(writer *w)
{
	text_add(&w->line, w->rows ? "\n]}\n" : "]}\n");
	return writer_send(w);
}

static relais_status row_jsonl(writer *w, const relais_row *row)
{
	add_object(w, row);
	text_add_char(&w->line, '\n');
	return writer_send(w);
}

static relais_status nothing(writer *w)
{
	(void)w;
	return RELAIS_OK;
}

const struct format format_json = { "json", head_json, row_json, tail_json, NULL };
const struct format format_jsonl = { "jsonl", nothing, row_jsonl, nothing, NULL };
