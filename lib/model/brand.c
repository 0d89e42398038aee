/* SPDX-License-Identifier: MIT
 * See brand.h. An SVG is refused for words, not for what they would do: what is safe does not have them.
 */
#include "brand.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../base/base64.h"

enum { LARGEST_LOGO = 100 * 1024 };

static const char light_paper[] = "#ffffff", dark_paper[] = "#12181f";
static const double readable = 4.5;

/* ---- colours --------------------------------------------------------------------------------- */

/* Relative luminance, from 0 to 1; −1: no colour. */
static double luminance(const char *colour)
{
	static const double weights[] = { 0.2126, 0.7152, 0.0722 };
	double sum = 0;

	if (colour[0] != '#' || strlen(colour) != 7 ||
		strspn(colour + 1, "0123456789abcdefABCDEF") != 6)
		return -1;
	for (int i = 0; i < 3; i++) {
		const char digits[] = { colour[1 + 2 * i], colour[2 + 2 * i], '\0' };
		double c = (double)strtol(digits, NULL, 16) / 255;

		sum += weights[i] * (c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4));
	}
	return sum;
}

double colour_contrast(const char *a, const char *b)
{
	double x = luminance(a), y = luminance(b);

	if (x < 0 || y < 0)
		return 0;
	return x > y ? (x + 0.05) / (y + 0.05) : (y + 0.05) / (x + 0.05);
}

bool colour_is_for_light(const char *value)
{
	return colour_contrast(value, light_paper) >= readable;
}

bool colour_is_for_dark(const char *value)
{
	return colour_contrast(value, dark_paper) >= readable;
}

/* ---- logos ----------------------------------------------------------------------------------- */

static bool begins(const text *bytes, const char *with, size_t length)
{
	return bytes->length > length && memcmp(bytes->data, with, length) == 0;
}

static bool is_png(const text *bytes)
{
	return begins(bytes, "\x89PNG\r\n\x1a\n", 8);
}

static bool is_jpeg(const text *bytes)
{
	return begins(bytes, "\xff\xd8\xff", 3);
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '/';
}

/* An attribute that is an event: on… with a sign behind it. */
static bool has_event(const char *svg)
{
	for (const char *at = svg; (at = strcasestr(at, "on")); at += 2) {
		const char *end =
			at + strspn(at, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

		if (at > svg && (is_blank(at[-1]) || at[-1] == '"' || at[-1] == '\'') &&
			end[strspn(end, " \t\r\n")] == '=')
			return true;
	}
	return false;
}

/* A reference is to a part of the drawing itself. */
static bool has_stranger(const char *svg)
{
	for (const char *at = svg; (at = strcasestr(at, "href")); at += 4) {
		const char *value = at + 4;

		value += strspn(value, " \t\r\n=\"'");
		if (*value != '#')
			return true;
	}
	for (const char *at = svg; (at = strcasestr(at, "url")); at += 3) {
		const char *value = at + 3;

		value += strspn(value, " \t\r\n");
		if (*value == '(' && value[1 + strspn(value + 1, " \t\r\n\"'")] != '#')
			return true;
	}
	return false;
}

static bool is_svg(const text *bytes)
{
	static const char *const banned[] = { "<script", "<foreignObject", "<iframe", "<embed",
		"<object", "<animate", "<set", "<handler", "<!ENTITY", "<!DOCTYPE",
		"<?xml-stylesheet", "@import", "javascript:", "&#" };
	const char *svg = text_str(bytes);

	if (strlen(svg) != bytes->length || !strstr(svg, "<svg") ||
		text_valid_utf8(svg, bytes->length) != bytes->length)
		return false;
	for (size_t i = 0; i < sizeof banned / sizeof *banned; i++)
		if (strcasestr(svg, banned[i]))
			return false;
	return !has_event(svg) && !has_stranger(svg);
}

bool logo_is_safe(const char *value)
{
	static const struct {
		const char *start;
		bool (*is_right)(const text *bytes);
	} kinds[] = { { "data:image/png;base64,", is_png },
		{ "data:image/jpeg;base64,", is_jpeg },
		{ "data:image/svg+xml;base64,", is_svg } };
	bool is_safe = false;

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		size_t length = strlen(kinds[i].start);
		text bytes = { 0 };

		if (strncmp(value, kinds[i].start, length) != 0)
			continue;
		is_safe = base64_read(value + length, &bytes) && bytes.length <= LARGEST_LOGO &&
			  kinds[i].is_right(&bytes);
		text_free(&bytes);
	}
	return is_safe;
}
