/* SPDX-License-Identifier: MIT
 * Bytes to a file. A full disk is a failure that must be seen; a reader that went away (EPIPE)
 * is one too, told apart by its rule so that a tool can end quietly. errno is taken at
 * the call that failed: a later one may hide it.
 */
#include <errno.h>
#include <string.h>

#include "../base/error.h"
#include "../base/suggest.h"
#include "../base/words.h"
#include "send.h"

static relais_status cannot_write(int reason, relais_error *err)
{
	relais_lang lang = err ? err->lang : RELAIS_EN;

	if (reason == EPIPE)
		return fail_at(err, RELAIS_E_IO, (place){ .rule = "closed-pipe" },
			"cannot write: %s", words(lang, "the reader has gone"));
	return fail(
		err, RELAIS_E_IO, "cannot write: %s", fail_errno(err, reason ? reason : EIO));
}

relais_status send_bytes(FILE *out, const void *bytes, size_t length, relais_error *err)
{
	errno = 0;
	if (length && fwrite(bytes, 1, length, out) != length)
		return cannot_write(errno, err);
	return RELAIS_OK;
}

relais_status send_text(FILE *out, const text *what, relais_error *err)
{
	if (what->failed)
		return fail_memory(err);
	return send_bytes(out, what->data, what->length, err);
}

relais_status send_end(FILE *out, relais_error *err)
{
	errno = 0;
	if (fflush(out) != 0 || ferror(out))
		return cannot_write(errno, err);
	return RELAIS_OK;
}

relais_status format_find(
	const char *name, const char *const *known, size_t *index, relais_error *err)
{
	char near[256];
	suggestions s;

	for (*index = 0; known[*index]; ++*index)
		if (strcmp(name, known[*index]) == 0)
			return RELAIS_OK;
	suggest_start(&s, name);
	for (size_t i = 0; known[i]; i++)
		suggest_offer(&s, known[i], NULL);
	suggest_print(&s, err ? err->lang : RELAIS_EN, near, sizeof near);
	return fail(err, RELAIS_E_USAGE, "unknown format '%s'%s", name, near);
}
