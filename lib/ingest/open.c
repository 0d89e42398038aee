/* SPDX-License-Identifier: MIT
 * relais_store_open: the file, and on a new one the catalogue, which comes in the way users'
 * files do (same reader, same checks, two batches of the journal).
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "../base/error.h"
#include "../base/text.h"
#include "../input/source.h"
#include "../store/connect.h"
#include "../store/make.h"
#include "../store/place.h"
#include "import.h"

enum { MOST_TRIES = 20 };

extern const unsigned char relais_share_indicators[], relais_share_resolutions[];
extern const unsigned long relais_share_indicators_size, relais_share_resolutions_size;

static void keep_text(void *self, const relais_diagnostic *said)
{
	relais_error *err = self;

	if (said->severity == RELAIS_REJECTED && !err->text[0])
		fail_at(err, RELAIS_E_DATA,
			(place){ said->input, said->line, said->column, said->rule }, "%s",
			said->text);
}

/* The catalogue is known since always: whatever day a question asks about. */
static relais_status seed_one(
	relais_store *store, const char *kind, source *src, relais_lang lang, relais_error *err)
{
	relais_error first = { .lang = lang };
	relais_import_options options = {
		.lang = lang, .kind = kind, .tell = keep_text, .tell_self = &first
	};
	relais_summary summary;
	relais_status rc = import_source(store, src, &options, &summary, err);

	if (rc == RELAIS_OK && summary.rejected > 0) {
		if (err)
			*err = first;
		return RELAIS_E_DATA;
	}
	return rc;
}

static relais_status seed_file(relais_store *store, const char *folder, const char *kind,
	const unsigned char *built_in, unsigned long size, relais_error *err)
{
	relais_lang lang = err ? err->lang : RELAIS_EN;
	text path = { 0 };
	source *src;
	relais_status rc;

	if (folder) {
		text_addf(&path, "%s/%s.csv", folder, kind);
		rc = path.failed ? fail_memory(err) : source_open(&src, path.data, NULL, err);
	} else {
		rc = source_open_bytes(&src, "catalogue", built_in, size, err);
	}
	if (rc == RELAIS_OK) {
		rc = seed_one(store, kind, src, lang, err);
		source_close(src);
	}
	text_free(&path);
	return rc;
}

static relais_status seed(relais_store *store, const char *folder, relais_error *err)
{
	relais_status rc = seed_file(store, folder, "indicators", relais_share_indicators,
		relais_share_indicators_size, err);

	if (rc != RELAIS_OK)
		return rc;
	return seed_file(store, folder, "resolutions", relais_share_resolutions,
		relais_share_resolutions_size, err);
}

/* A name that is not there yet is given to a store that is whole. */
static relais_status make(const char *path, const char *catalog, const opening *how, bool *made,
	relais_error *err)
{
	relais_store *store;
	relais_status rc = store_make(&store, path, how, err);

	return rc == RELAIS_OK ? store_make_end(store, seed(store, catalog, err), made, err)
			       : rc;
}

/* Another program may make it, or remove the one it made for nothing, at any moment. */
static relais_status open_or_make(relais_store **out, const char *path, const char *catalog,
	const opening *how, bool *made, relais_error *err)
{
	opening there = { RELAIS_WRITE, how->seconds, how->is_anywhere };
	relais_status rc = RELAIS_OK;

	for (int i = 0; i < MOST_TRIES; i++) {
		*made = false;
		if (access(path, F_OK) != 0 && errno == ENOENT &&
			(rc = make(path, catalog, how, made, err)) != RELAIS_OK)
			return rc;
		rc = store_connect_how(out, path, &there, err);
		if (rc == RELAIS_OK || access(path, F_OK) == 0)
			return rc;
	}
	return rc;
}

static relais_status open_how(relais_store **out, const char *path, const char *catalog,
	const opening *how, relais_error *err)
{
	bool made = false;
	relais_status rc;

	*out = NULL;
	if (catalog && how->mode == RELAIS_READ)
		return fail(err, RELAIS_E_USAGE,
			"a store keeps its own catalogue: import '%s/indicators.csv' into it",
			catalog);
	if ((rc = store_check_media(path, how, err)) != RELAIS_OK)
		return rc;
	rc = how->mode == RELAIS_CREATE ? open_or_make(out, path, catalog, how, &made, err)
					: store_connect_how(out, path, how, err);
	if (rc != RELAIS_OK)
		return rc;
	if (how->mode != RELAIS_READ && ((catalog && !made) || store_is_new(*out)))
		rc = seed(*out, catalog, err);
	if (rc == RELAIS_OK)
		rc = store_settle(*out, made, err);
	if (rc != RELAIS_OK) {
		store_abandon(*out);
		*out = NULL;
	}
	return rc;
}

relais_status relais_store_open_within(relais_store **out, const char *path, relais_mode mode,
	const char *catalog, unsigned seconds, relais_error *err)
{
	return open_how(out, path, catalog, &(opening){ mode, seconds, false }, err);
}

relais_status relais_store_open_anywhere(relais_store **out, const char *path, relais_mode mode,
	const char *catalog, unsigned seconds, relais_error *err)
{
	return open_how(out, path, catalog, &(opening){ mode, seconds, true }, err);
}

relais_status relais_store_open(relais_store **out, const char *path, relais_mode mode,
	const char *catalog, relais_error *err)
{
	return relais_store_open_within(out, path, mode, catalog, STORE_WAIT, err);
}

void relais_store_close(relais_store *store)
{
	store_disconnect(store);
}
