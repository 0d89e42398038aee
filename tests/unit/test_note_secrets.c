/* SPDX-License-Identifier: MIT
 * The public notes of random networks, edition after edition, in every format, workbooks unpacked. What a note tells
 * of a month is what the public answers tell, which the attack of test_attack.c is made on: a note
 * that told one figure more would be a way round it. And no figure that is hidden stands anywhere
 * in the bytes: tables, sentences, drawings, attributes.
 */
#include <ctype.h>

#include <zip.h>

#include "random_network.h"

/* Smaller numbers are days, places of a drawing, percents. */
enum { TOLD_MOST = 400, TELLING = 1000 };

typedef struct edition_read {
	int64_t told[TOLD_MOST]; /* every whole figure of the list, whatever it is about */
	int told_count;
	unsigned levels;
} edition_read;

static relais_document *note_of(network *n, int edition)
{
	relais_question q = question_of(period_of(MONTHS + edition));
	relais_document *d = NULL;
	relais_error err = { 0 };
	char said[24];

	snprintf(said, sizeof said, "2024-%02d-15", edition + 2);
	q.today = day(said);
	q.diffusion = RELAIS_PUBLIC;
	q.lang = RELAIS_FR;
	if (relais_report(n->store, "monthly", &q, &d, &err) != RELAIS_OK)
		fail_msg("%s", err.text);
	return d;
}

/* What every workbook says of the program that it claims to be by. */
static void blank_constants(char *bytes)
{
	static const char *const constants[] = { "rupBuild=\"4505\"",
		"defaultThemeVersion=\"124226\"", "windowWidth=\"16095\"",
		"windowHeight=\"9660\"" };

	for (size_t i = 0; i < sizeof constants / sizeof *constants; i++) {
		char *at = strstr(bytes, constants[i]);

		if (at)
			memset(at, ' ', strlen(constants[i]));
	}
	/* widths and places in a drawing; what a chart says stands between its tags */
	for (char *at = bytes; (at = strchr(at, '<')); at++)
		if (strncmp(at, "<a:", 3) == 0 || strncmp(at, "<c:", 3) == 0 ||
			strncmp(at, "<xdr:", 5) == 0)
			memset(at, ' ', strcspn(at, ">"));
}

/* What stands in a workbook: all its parts, one behind another, sheets and charts and properties. */
static char *unpack(const char *bytes, size_t size)
{
	zip_error_t why;
	zip_source_t *source = zip_source_buffer_create(bytes, size, 0, &why);
	zip_t *book = zip_open_from_source(source, ZIP_RDONLY, &why);
	text all = { 0 };

	assert_non_null(book);
	for (zip_int64_t i = 0; i < zip_get_num_entries(book, 0); i++) {
		zip_file_t *part = zip_fopen_index(book, (zip_uint64_t)i, 0);
		char some[4096];
		zip_int64_t n;

		assert_non_null(part);
		text_addf(&all, "\n%s\n", zip_get_name(book, (zip_uint64_t)i, 0));
		while ((n = zip_fread(part, some, sizeof some)) > 0)
			text_add_bytes(&all, some, (size_t)n);
		zip_fclose(part);
	}
	zip_discard(book);
	assert_false(all.failed);
	assert_non_null(strstr(text_str(&all), "<sheetData>"));
	blank_constants(all.data);
	return all.data;
}

static char *write_as(const relais_document *d, const char *format)
{
	relais_style style = { .width = 80 };
	relais_error err = { 0 };
	char *bytes = NULL;
	size_t size;
	FILE *out = open_memstream(&bytes, &size);

	assert_non_null(out);
	if (relais_document_write(d, format, &style, out, &err) != RELAIS_OK)
		fail_msg("%s: %s", format, err.text);
	fclose(out);
	if (strcmp(format, "xlsx") == 0) {
		char *parts = unpack(bytes, size);

		free(bytes);
		return parts;
	}
	return bytes;
}

/* The public answer to what a line of the list says: its value, or "" when it is not told. */
static void ask_again(network *n, int edition, const char *group, const char *period, text *got)
{
	relais_question q = question_of(period);
	char said[24], row[96];
	const char *at;

	snprintf(said, sizeof said, "2024-%02d-15", edition + 2);
	q.today = day(said);
	q.diffusion = RELAIS_PUBLIC;
	q.indicators = LIST("contacts_guichet");
	q.by = strcmp(group, "total") == 0 ? NULL : "territory";
	text_clear(got);
	answer(got, n->store, relais_ask_totals, &q);
	snprintf(row, sizeof row, "contacts_guichet,%s,%s,", group, period);
	at = strstr(text_str(got), row);
	if (!at)
		fail_msg("no answer about %s in %s:\n%s", group, period, text_str(got));
	at += strlen(row);
	snprintf(row, sizeof row, "%.*s", (int)strcspn(at, ","), at);
	text_clear(got);
	text_add(got, row);
}

static void read_list(network *n, int edition, const char *list, edition_read *r)
{
	char figure[32], group[16], period[40], value[32];
	text got = { 0 };

	for (const char *line = strchr(list, '\n') + 1; *line; line = strchr(line, '\n') + 1) {
		*value = '\0';
		if (sscanf(line, "%*[^,],%31[^,],%*[^,],%15[^,],%39[^,],%31[^,\n]", figure,
			    group, period, value) < 4)
			continue;
		assert_true(r->told_count < TOLD_MOST);
		r->told[r->told_count++] = strtoll(value, NULL, 10);
		if (strcmp(figure, "level") != 0 || !strstr(line, ",level,contacts_guichet,") ||
			!isdigit(*value))
			continue;
		ask_again(n, edition, group, period, &got);
		if (strcmp(text_str(&got), value) != 0)
			fail_msg("edition %d tells %s of %s in %s, the answer is '%s'", edition,
				value, group, period, text_str(&got));
		r->levels++;
	}
	text_free(&got);
}

static bool is_told(const edition_read *r, int64_t value)
{
	for (int i = 0; i < r->told_count; i++)
		if (r->told[i] == value)
			return true;
	return false;
}

/* A number at `at` as people and machines write it, past the blanks of its thousands; -1: none. What
 * follows a letter, # or a point is a name, a colour, decimals. */
static int64_t number_at(const char *from, const char **at)
{
	static const char *const blanks[] = { "\xe2\x80\xaf", "\xc2\xa0" };
	bool is_name =
		*at > from && (isalnum((unsigned char)(*at)[-1]) || strchr("#.", (*at)[-1]));
	int64_t read = -1;

	while (isdigit((unsigned char)**at)) {
		if (read < INT32_MAX)
			read = (read < 0 ? 0 : read) * 10 + (**at - '0');
		++*at;
		for (size_t i = 0; i < sizeof blanks / sizeof *blanks; i++) {
			size_t length = strlen(blanks[i]);

			if (strncmp(*at, blanks[i], length) == 0 &&
				strspn(*at + length, "0123456789") == 3)
				*at += length;
		}
	}
	return is_name ? -1 : read;
}

static void find_hidden(
	const network *n, const edition_read *r, const char *format, const char *bytes)
{
	const char *at = bytes;

	while (*at) {
		int64_t read = number_at(bytes, &at);

		for (int i = 0; read >= TELLING && i < n->count * PERIODS; i++)
			if (n->value[i / PERIODS][i % PERIODS] == read && read / 100 != 20 &&
				read / 100 != 19 && !is_told(r, read))
				fail_msg("%s: %lld of %s is in '%.60s'", format,
					(long long)read, code_of(i / PERIODS),
					at > bytes + 20 ? at - 20 : bytes);
		at += *at && !isdigit((unsigned char)*at);
	}
}

static unsigned read_edition(network *n, int edition)
{
	relais_document *d = note_of(n, edition);
	edition_read r = { 0 };
	char *list = write_as(d, "csv");

	read_list(n, edition, list, &r);
	free(list);
	for (const char *const *format = relais_document_formats(); *format; format++) {
		char *bytes = write_as(d, *format);

		find_hidden(n, &r, *format, bytes);
		free(bytes);
	}
	relais_document_free(d);
	return r.levels;
}

static void notes_tell_no_more_than_answers(void **state)
{
	unsigned networks = rounds_of(NETWORKS), levels = 0;

	(void)state;
	for (unsigned seed = 1; seed <= networks; seed++) {
		network n;

		invent(&n, seed, 7, 12);
		open_store(&n);
		for (int edition = 0; edition < MONTHS; edition++) {
			send(&n, edition);
			levels += read_edition(&n, edition);
		}
		network_close(n.store);
	}
	/* Notes that tell nothing would pass: they do tell. */
	assert_true(levels > networks * 20);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(notes_tell_no_more_than_answers) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
