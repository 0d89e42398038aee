/* SPDX-License-Identifier: MIT
 * Opening a source: attach (spool.c), take the text out of what holds it (unpack.c),
 * look once at every byte (survey.c), choose the encoding
 * (charset.c), then make sure that it decodes to something (decode.c).
 */
#include <stdlib.h>
#include <unistd.h>

#include "../base/error.h"
#include "../base/fingerprint.h"
#include "inside.h"

/* Reads on until something is not blank; to the end when only iconv knows what is valid. */
static relais_status check_decodes(source *s, relais_error *err)
{
	bool is_blank = true;
	size_t length;
	const char *block;
	relais_status rc = source_rewind(s, true, err);

	while (rc == RELAIS_OK && (is_blank || s->kind == SOURCE_ICONV) &&
		(rc = source_read(s, &block, &length, NULL, err)) == RELAIS_OK) {
		for (size_t i = 0; i < length && is_blank; i++)
			is_blank = strchr(" \t\r\n\v\f", block[i]) != NULL;
	}
	if (rc == RELAIS_END && is_blank)
		return fail_at(err, RELAIS_E_DATA, (place){ s->name, 0, 0, "empty-file" },
			"the file is empty: there is nothing to read");
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

/* What people are told: the encoding of the text, and what it came out of. */
static void name_encoding(source *s)
{
	s->facts.encoding = s->facts.delimiter ? s->facts.container : s->charset;
	if (!s->is_packed)
		return;
	snprintf(s->shown, sizeof s->shown, "%s (gzip)", s->facts.encoding);
	s->facts.encoding = s->shown;
}

relais_status source_fingerprint(source *s, relais_error *err)
{
	char buffer[32 * 1024];
	fingerprint print;
	relais_status rc = RELAIS_OK;
	uint64_t at = 0;
	size_t got;

	if (s->facts.sha256[0])
		return RELAIS_OK;
	fingerprint_start(&print);
	while ((rc = source_bytes(s, at, buffer, sizeof buffer, &got, err)) == RELAIS_OK &&
		got > 0) {
		fingerprint_add(&print, buffer, got);
		at += got;
	}
	if (rc == RELAIS_OK)
		fingerprint_end(&print, s->facts.sha256);
	return rc;
}

static relais_status name_sheet(source *s, relais_error *err)
{
	char *name = NULL;

	if (!s->facts.sheet)
		return RELAIS_OK;
	if (asprintf(&name, "%s[%s]", s->name, s->facts.sheet) < 0)
		return fail_memory(err);
	free(s->name);
	s->facts.name = s->name = name;
	return RELAIS_OK;
}

relais_status source_begin(source *s, const source_options *options, relais_error *err)
{
	relais_status rc;
	survey found;

	s->facts.name = s->name;
	if ((rc = source_unpack(s, options, err)) != RELAIS_OK ||
		(rc = source_survey(s, &found, err)) != RELAIS_OK ||
		(rc = source_choose(s, &found, s->facts.delimiter ? NULL : options->encoding,
			 err)) != RELAIS_OK ||
		(rc = source_prepare(s, err)) != RELAIS_OK ||
		(rc = check_decodes(s, err)) != RELAIS_OK)
		return rc;
	name_encoding(s);
	if (options->name_sheet && (rc = name_sheet(s, err)) != RELAIS_OK)
		return rc;
	if (s->kind == SOURCE_UTF8 && found.mojibake != NO_PLACE &&
		(rc = source_line_at(s, found.mojibake, &s->facts.mojibake, err)) != RELAIS_OK)
		return rc;
	if (s->kind != SOURCE_UTF8 &&
		(rc = encoder_open(&s->encoder, s->charset, err)) != RELAIS_OK)
		return rc;
	return source_rewind(s, false, err);
}

static source *source_new(void)
{
	source *s = calloc(1, sizeof *s);

	if (s) {
		s->block = SOURCE_BLOCK;
		s->limit = SOURCE_UNPACKED;
	}
	return s;
}

static relais_status finish(source **out, source *s, relais_status rc)
{
	if (rc == RELAIS_OK)
		*out = s;
	else
		source_close(s);
	return rc;
}

static relais_status open_path(source **out, source *s, const char *path,
	const source_options *options, relais_error *err)
{
	relais_status rc;

	if (!s)
		return fail_memory(err);
	if ((rc = source_attach(s, path, err)) == RELAIS_OK)
		rc = source_begin(s, options, err);
	return finish(out, s, rc);
}

relais_status source_find(source **out, const char *path, relais_error *err)
{
	relais_status rc;

	*out = source_new();
	if (!*out)
		return fail_memory(err);
	rc = source_attach(*out, path, err);
	(*out)->facts.name = (*out)->name;
	return rc;
}

relais_status source_open_blocks(
	source **out, const char *path, const char *encoding, size_t block, relais_error *err)
{
	source *s = source_new();

	if (s)
		s->block = block;
	return open_path(out, s, path, &(source_options){ .encoding = encoding }, err);
}

relais_status source_open_limited(source **out, const char *path, const source_options *options,
	uint64_t limit, relais_error *err)
{
	source *s = source_new();

	if (s)
		s->limit = limit;
	return open_path(out, s, path, options, err);
}

relais_status source_open_bytes(
	source **out, const char *name, const void *bytes, size_t length, relais_error *err)
{
	source *s = source_new();
	relais_status rc;

	if (!s)
		return fail_memory(err);
	if ((rc = source_attach_bytes(s, name, bytes, length, err)) == RELAIS_OK)
		rc = source_begin(s, &(source_options){ .sheet = NULL }, err);
	return finish(out, s, rc);
}

relais_status source_open_with(
	source **out, const char *path, const source_options *options, relais_error *err)
{
	return open_path(out, source_new(), path, options, err);
}

relais_status source_open(
	source **out, const char *path, const char *encoding, relais_error *err)
{
	return source_open_with(out, path, &(source_options){ .encoding = encoding }, err);
}

const source_facts *source_about(const source *s)
{
	return &s->facts;
}

void source_close(source *s)
{
	if (!s)
		return;
	source_release(s);
	encoder_close(s->encoder);
	if (s->spool)
		fclose(s->spool);
	else if (s->fd >= 0)
		close(s->fd);
	free(s->name);
	free(s->sheet);
	free(s->other_sheets);
	free(s);
}
