/* SPDX-License-Identifier: MIT
 * What a file is, by its first bytes: a text, something that holds one, or something that
 * holds none. A text is taken out to a temporary file that then stands for the file; its
 * fingerprint stays that of the bytes as they came.
 */
#include "../base/error.h"
#include "../base/words.h"
#include "inside.h"

enum { HEAD = 256, DEEPEST = 2 };

typedef relais_status taker(
	source *s, FILE *out, const source_options *options, relais_error *err);

typedef struct form {
	size_t length;
	const char *bytes;
	taker *take;
	const char *refused; /* what to do instead */
} form;

static relais_status take_gzip(
	source *s, FILE *out, const source_options *options, relais_error *err)
{
	(void)options;
	s->facts.container = "gzip";
	s->is_packed = true;
	return source_gunzip(s, out, err);
}

static relais_status take_xlsx(
	source *s, FILE *out, const source_options *options, relais_error *err)
{
	return source_xlsx(s, out, options->sheet, err);
}

static relais_status take_json(
	source *s, FILE *out, const source_options *options, relais_error *err)
{
	return source_json(s, out, options->paths, err);
}

/* clang-format off */
static const form forms[] = {
	{ 2, "\x1F\x8B", take_gzip, NULL },
	{ 4, "PK\3\4", take_xlsx, NULL },
	{ 4, "PK\5\6", take_xlsx, NULL },
	{ 8, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", NULL, N_("an Excel file of before 2007 (.xls) or one with a password: open it and save it as .xlsx or CSV") },
	{ 5, "%PDF-", NULL, N_("a PDF: ask for the table it was made from, as .xlsx or CSV") },
	{ 4, "\x89PNG", NULL, N_("an image: ask for the table itself, as .xlsx or CSV") },
	{ 3, "\xFF\xD8\xFF", NULL, N_("an image: ask for the table itself, as .xlsx or CSV") },
	{ 4, "GIF8", NULL, N_("an image: ask for the table itself, as .xlsx or CSV") },
	{ 16, "SQLite format 3", NULL, N_("an SQLite store: give it with --db, or export it first") },
	{ 6, "7z\xBC\xAF\x27\x1C", NULL, N_("a 7z archive: take the files out of it first") },
	{ 4, "Rar!", NULL, N_("a RAR archive: take the files out of it first") },
};
/* clang-format on */
static const form json_form = { .take = take_json };

/* A title line may well begin with a bracket, but hardly go on like this. */
static bool is_json(const char *head, size_t length)
{
	static const char blanks[] = " \t\r\n";
	const char *end = head + length, *at = head;
	char open;

	if (length >= 3 && memcmp(head, "\xEF\xBB\xBF", 3) == 0)
		at += 3;
	while (at < end && strchr(blanks, *at))
		at++;
	if (at == end || (*at != '{' && *at != '['))
		return false;
	open = *at++;
	while (at < end && strchr(blanks, *at))
		at++;
	return at < end && strchr(open == '{' ? "\"}" : "{[]", *at);
}

static const form *form_of(const char *head, size_t length)
{
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
		if (length >= forms[i].length &&
			memcmp(head, forms[i].bytes, forms[i].length) == 0)
			return &forms[i];
	return is_json(head, length) ? &json_form : NULL;
}

relais_status source_too_large(const source *s, relais_error *err)
{
	return fail_at(err, RELAIS_E_DATA, (place){ s->name, 0, 0, "too-large" },
		"unpacked, it is longer than %llu bytes: unpack it and cut it in several files",
		(unsigned long long)s->limit);
}

static relais_status refuse(const source *s, const form *f, relais_error *err)
{
	return fail_at(err, RELAIS_E_DATA, (place){ s->name, 0, 0, "not-a-table" },
		"this is %s", words(err ? err->lang : RELAIS_EN, f->refused));
}

static relais_status take_out(
	source *s, const form *f, const source_options *options, relais_error *err)
{
	FILE *out = NULL;
	relais_status rc = source_spool(s, &out, err);

	if (rc != RELAIS_OK)
		return rc;
	rc = f->take(s, out, options, err);
	if (rc == RELAIS_OK)
		return source_take_spool(s, out, err);
	fclose(out);
	return rc;
}

/* `data.csv.gz`: what comes out is looked at again, as far as anyone packs twice in earnest. */
relais_status source_unpack(source *s, const source_options *options, relais_error *err)
{
	for (int depth = 0; depth < DEEPEST; depth++) {
		char head[HEAD];
		size_t got;
		relais_status rc = source_bytes(s, 0, head, sizeof head, &got, err);
		const form *f = rc == RELAIS_OK ? form_of(head, got) : NULL;

		if (!f)
			return rc;
		if (!f->take)
			return refuse(s, f, err);
		if (depth == 0 && (rc = source_fingerprint(s, err)) != RELAIS_OK)
			return rc;
		if ((rc = take_out(s, f, options, err)) != RELAIS_OK)
			return rc;
		if (s->facts.delimiter)
			return RELAIS_OK;
	}
	return RELAIS_OK;
}
