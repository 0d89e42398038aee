/* SPDX-License-Identifier: MIT
 * Which cell styles show a number as a date, a time or a percentage: by the number of a
 * built-in format, or by the letters of one's own.
 */
#include <stdlib.h>
#include <strings.h>

#include "book.h"

typedef struct format {
	long id;
	looks as;
} format;

typedef struct styles {
	book *book;
	format *formats; /* one's own */
	size_t format_count;
	bool in_cells; /* cellXfs: what cells refer to */
} styles;

/* What stands for itself: "text", \x, _x, *x and [colours]; [h] [mm] [ss] are elapsed times. */
static const char *skip_literal(const char *at, bool *has_time)
{
	if (*at == '"') {
		at = strchr(at + 1, '"');
		return at ? at + 1 : "";
	}
	if (*at == '[') {
		*has_time = *has_time || strchr("hHmMsS", at[1]) != NULL;
		at = strchr(at, ']');
		return at ? at + 1 : "";
	}
	return at[1] ? at + 2 : "";
}

looks looks_of_format(const char *code)
{
	bool has_day = false, has_month = false, has_time = false, has_percent = false;

	if (strncasecmp(code, "general", 7) == 0)
		return LOOKS_PLAIN;
	while (*code && *code != ';') {
		if (strchr("\"[\\_*", *code)) {
			code = skip_literal(code, &has_time);
			continue;
		}
		if (strncasecmp(code, "AM/PM", 5) == 0) {
			code += 5;
			has_time = true;
			continue;
		}
		has_day = has_day || strchr("yYdD", *code);
		has_month = has_month || strchr("mM", *code);
		has_time = has_time || strchr("hHsS", *code);
		has_percent = has_percent || *code == '%';
		code++;
	}
	if (has_day || (has_month && !has_time))
		return LOOKS_DATE;
	return has_time ? LOOKS_TIME : has_percent ? LOOKS_PERCENT : LOOKS_PLAIN;
}

static looks built_in(long id)
{
	if ((id >= 18 && id <= 21) || id == 32 || id == 33 || (id >= 45 && id <= 47))
		return LOOKS_TIME;
	if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58))
		return LOOKS_DATE;
	return id == 9 || id == 10 ? LOOKS_PERCENT : LOOKS_PLAIN;
}

static looks looks_of(const styles *s, const char *id)
{
	long number = id ? strtol(id, NULL, 10) : 0;

	for (size_t i = 0; i < s->format_count; i++)
		if (s->formats[i].id == number)
			return s->formats[i].as;
	return built_in(number);
}

static void add_format(styles *s, const char **attributes)
{
	const char *id = book_attribute(attributes, "numFmtId");
	const char *code = book_attribute(attributes, "formatCode");
	format *more = book_grow(s->book, s->formats, s->format_count, sizeof *more);

	if (!more)
		return;
	s->formats = more;
	more[s->format_count++] = (format){ id ? strtol(id, NULL, 10) : 0,
		code ? looks_of_format(code) : LOOKS_PLAIN };
}

static void add_style(styles *s, const char **attributes)
{
	book *b = s->book;
	looks *more = book_grow(b, b->looks, b->looks_count, sizeof *more);

	if (!more)
		return;
	b->looks = more;
	more[b->looks_count++] = looks_of(s, book_attribute(attributes, "numFmtId"));
}

static void styles_start(void *self, const char *name, const char **attributes)
{
	styles *s = self;

	if (strcmp(name, "numFmt") == 0)
		add_format(s, attributes);
	else if (strcmp(name, "cellXfs") == 0)
		s->in_cells = true;
	else if (s->in_cells && strcmp(name, "xf") == 0)
		add_style(s, attributes);
}

static void styles_end(void *self, const char *name)
{
	styles *s = self;

	if (strcmp(name, "cellXfs") == 0)
		s->in_cells = false;
}

relais_status book_read_styles(book *b, relais_error *err)
{
	static const part_reader handler = { styles_start, styles_end, NULL };
	styles s = { .book = b };
	relais_status rc = book_read_part(b, b->styles_path, &handler, &s, err);

	free(s.formats);
	return rc;
}
