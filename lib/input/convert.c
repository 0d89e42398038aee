/* SPDX-License-Identifier: MIT
 * UTF-8 from any encoding iconv knows, a block at a time. Only iconv can tell what is valid
 * there, so faults are found here, and lines are counted to say where.
 */
#include <errno.h>

#include "../base/error.h"
#include "inside.h"

static relais_status refuse(const source *s, bool is_cut, relais_error *err)
{
	place where = { s->name, s->lines.ended + 1, 0, "bad-encoding" };

	if (strncmp(s->charset, "UTF-16", 6) == 0) {
		where.rule = "cut-utf16";
		is_cut = true;
	}
	if (is_cut)
		return fail_at(err, RELAIS_E_DATA, where,
			"the file stops in the middle of a character: was the transfer cut?");
	return fail_at(err, RELAIS_E_DATA, where,
		"byte 0x%02X is no character in %s: say the file's encoding with --encoding",
		(unsigned)(unsigned char)s->bytes[0], s->charset);
}

/* Text of NULs would be cut short by everything that follows. */
static relais_status account(source *s, const char *made, size_t length, relais_error *err)
{
	const char *nul = memchr(made, 0, length);

	line_count_add(&s->lines, made, nul ? (size_t)(nul - made) : length);
	if (!nul)
		return RELAIS_OK;
	return fail_at(err, RELAIS_E_DATA,
		(place){ s->name, s->lines.ended + 1, 0, "nul-byte" },
		"a NUL character in the text: is it really in %s?", s->charset);
}

/* Converts what was read; what is not a whole character yet stays in `bytes`. */
static relais_status convert(
	source *s, char *out, size_t room, size_t *made, bool at_end, relais_error *err)
{
	char *from = s->bytes, *to = out;
	size_t left = s->bytes_length, space = room;
	size_t rc = iconv(s->decoder, &from, &left, &to, &space);
	int why = rc == (size_t)-1 ? errno : 0;

	if (why == 0 && at_end)
		iconv(s->decoder, NULL, NULL, &to, &space);
	memmove(s->bytes, from, left);
	s->bytes_length = left;
	*made = room - space;
	if (*made > 0)
		return account(s, out, *made, err);
	if (why == EILSEQ)
		return refuse(s, false, err);
	return why == EINVAL && at_end ? refuse(s, true, err) : RELAIS_OK;
}

relais_status source_convert(source *s, char *out, size_t room, size_t *made, relais_error *err)
{
	relais_status rc = RELAIS_OK;
	bool at_end = false;
	size_t got;

	*made = 0;
	while (rc == RELAIS_OK && *made == 0 && !at_end) {
		if (s->bytes_length < SOURCE_CARRY) {
			rc = source_next_bytes(
				s, s->bytes + s->bytes_length, s->block, &got, err);
			if (rc != RELAIS_OK)
				return rc;
			s->bytes_length += got;
			at_end = got == 0;
		}
		rc = convert(s, out, room, made, at_end, err);
	}
	return rc;
}
