/* SPDX-License-Identifier: MIT
 * Following a path. Keys may hold dots and colons, so the longest key that is there is taken.
 * Objects of JSON-LD that stand for a text ({"@value": "x", "@language": "fr"}) are that text.
 */
#include "json_path.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { KEY_SIZE = 256, DEEPEST = 40 };

static bool follow(const json_t *value, const char *path, text *out, int depth);

void json_plain_add(const json_t *value, text *out)
{
	if (json_is_boolean(value))
		text_add(out, json_is_true(value) ? "true" : "false");
	else if (json_is_string(value))
		text_add_bytes(out, json_string_value(value), json_string_length(value));
}

static bool take_end(const json_t *value, text *out, int depth)
{
	size_t before = out->length;
	const json_t *inner;
	size_t i;

	if (json_is_object(value)) {
		inner = json_object_get(value, "@value");
		return inner && follow(inner, "", out, depth + 1);
	}
	json_array_foreach (value, i, inner)
		if (follow(inner, "", out, depth + 1))
			return true;
	json_plain_add(value, out);
	return out->length > before;
}

/* One value stands for a list of one. */
static size_t list_size(const json_t *value)
{
	return json_is_array(value) ? json_array_size(value) : value ? 1 : 0;
}

static const json_t *list_at(const json_t *value, size_t i)
{
	return json_is_array(value) ? json_array_get(value, i) : value;
}

static bool take_all(const json_t *value, const char *rest, text *out, int depth)
{
	size_t start = out->length;

	for (size_t i = 0; i < list_size(value); i++) {
		size_t before = out->length;

		if (before > start)
			text_add_char(out, '|');
		if (!follow(list_at(value, i), rest, out, depth + 1) && out->length > before) {
			out->length = before;
			out->data[before] = '\0';
		}
	}
	return out->length > start;
}

/* [key=wanted] */
static bool take_chosen(
	const json_t *value, const char *test, const char *rest, text *out, int depth)
{
	char key[KEY_SIZE];
	size_t n = strcspn(test, "="), length = strcspn(test, "]");

	if (n >= length || n >= sizeof key)
		return false;
	memcpy(key, test, n);
	key[n] = '\0';
	for (size_t i = 0; i < list_size(value); i++) {
		const json_t *one = list_at(value, i);
		text said = { 0 };
		bool is_it = follow(one, key, &said, depth + 1) &&
			     said.length == length - n - 1 &&
			     !strncmp(text_str(&said), test + n + 1, said.length);

		text_free(&said);
		if (is_it && follow(one, rest, out, depth + 1))
			return true;
	}
	return false;
}

static bool take_bracket(const json_t *value, const char *path, text *out, int depth)
{
	size_t n = strcspn(path, "]");
	const char *rest = path + n + (path[n] == ']');

	if (!path[n])
		return false;
	return n == 1 ? take_all(value, rest, out, depth)
		      : take_chosen(value, path + 1, rest, out, depth);
}

static bool take_element(const json_t *list, const char *path, text *out, int depth)
{
	size_t digits = strspn(path, "0123456789"), i;
	const json_t *inner;

	if (digits > 0 && digits < 6 && (!path[digits] || strchr(".[", path[digits])))
		return follow(json_array_get(list, strtoul(path, NULL, 10)), path + digits, out,
			depth + 1);
	json_array_foreach (list, i, inner)
		if (follow(inner, path, out, depth + 1))
			return true;
	return false;
}

/* The value of a key, whatever its case when nothing has it as written. */
static const json_t *member(const json_t *object, const char *key)
{
	json_t *value = json_object_get(object, key);
	const char *other;

	if (value)
		return value;
	/* jansson has no loop over what is const */
	for (void *at = json_object_iter((json_t *)(uintptr_t)object); at;
		at = json_object_iter_next((json_t *)(uintptr_t)object, at)) {
		other = json_object_iter_key(at);
		if (!strcasecmp(other, key))
			return json_object_iter_value(at);
	}
	return NULL;
}

static bool take_member(const json_t *object, const char *path, text *out, int depth)
{
	char key[KEY_SIZE];
	size_t n = strlen(path);

	for (; n > 0; n--) {
		const json_t *inner;

		if (n >= sizeof key || (path[n] && !strchr(".[", path[n])))
			continue;
		memcpy(key, path, n);
		key[n] = '\0';
		inner = member(object, key);
		if (inner && follow(inner, path + n, out, depth + 1))
			return true;
	}
	return false;
}

static bool follow(const json_t *value, const char *path, text *out, int depth)
{
	if (!value || depth > DEEPEST)
		return false;
	path += *path == '.';
	if (!*path)
		return take_end(value, out, depth);
	if (*path == '[')
		return take_bracket(value, path, out, depth);
	if (json_is_array(value))
		return take_element(value, path, out, depth);
	if (json_is_object(value) && take_member(value, path, out, depth))
		return true;
	/* one object stands for a list of one */
	return json_is_object(value) && path[0] == '0' && (!path[1] || path[1] == '.') &&
	       follow(value, path + 1, out, depth + 1);
}

bool json_path_follow(const json_t *value, const char *path, text *out)
{
	return follow(value, path, out, 0);
}
