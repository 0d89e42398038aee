/* SPDX-License-Identifier: MIT
 * How a text is cut: by one of four characters, or what it says itself; the same whatever it is read in.
 */
#include "fuzz.h"

static dialect detect(source *s, char given)
{
	relais_error err = { 0 };
	dialect d = { 0 };

	require(dialect_detect(&d, s, given, &err) == RELAIS_OK, "%s", err.text);
	require(d.quote == '"' || d.quote == '\'', "quotes are %d", d.quote);
	require(memchr(d.reason, 0, sizeof d.reason) && fuzz_is_utf8(d.reason), "its reason");
	return d;
}

static void one(const char *bytes, size_t length)
{
	static const char given[] = { 0, 0, 0, ';', ',', '\t', '|', ':' };
	size_t variant = fuzz_choose(&bytes, &length, 56);
	char delimiter = given[variant % sizeof given];
	source *s = fuzz_source(bytes, length, NULL, fuzz_block(0)),
	       *cut = fuzz_source(bytes, length, NULL, fuzz_block(variant / sizeof given));

	if (s && cut) {
		dialect d = detect(s, delimiter), other = detect(cut, delimiter);

		require(!delimiter || d.delimiter == delimiter, "'%c' for '%c'", d.delimiter,
			delimiter);
		require(d.delimiter && (delimiter || d.given || strchr(";,\t|", d.delimiter)),
			"cut at %d", d.delimiter);
		require(d.delimiter == other.delimiter && d.quote == other.quote &&
				d.given == other.given &&
				d.has_sep_line == other.has_sep_line &&
				!strcmp(d.reason, other.reason),
			"'%c' %s, by blocks '%c' %s", d.delimiter, d.reason, other.delimiter,
			other.reason);
	}
	source_close(s);
	source_close(cut);
}

const fuzz_target fuzz_dialect = { NULL, one };
