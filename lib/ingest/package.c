/* SPDX-License-Identifier: MIT
 * What an exported file is, for whoever receives it: a Tabular Data Package (Frictionless) made of
 * the table of columns that its kind is. Exports of several kinds into one folder share one
 * description; a column that names something of another kind refers to it once that is there.
 */
#include <errno.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "../base/error.h"
#include "../base/words.h"
#include "../model/kind.h"

static const char *const period_pattern = "^[0-9]{4}(-(0[1-9]|1[0-2])|-T[1-4]|-S[12])?$";

static const char *field_type(cell_type type)
{
	switch (type) {
	case CELL_DAY: return "date";
	case CELL_DECIMAL: return "number";
	case CELL_INTEGER:
	case CELL_DECIMALS: return "integer";
	case CELL_YESNO: return "boolean";
	default: return "string";
	}
}

/* The kind that a column's cells are codes of; NULL: none. */
static const char *kind_referred(cell_type type)
{
	switch (type) {
	case CELL_OFFICE: return "offices";
	case CELL_INDICATOR: return "indicators";
	case CELL_TERRITORY: return "territories";
	case CELL_RESOLUTION: return "resolutions";
	case CELL_SESSION: return "sessions";
	default: return NULL;
	}
}

/* An observation that has no value says so: its value is not required. */
static json_t *constraints(const kind_column *c)
{
	json_t *out = json_object();

	if (c->required && strcmp(c->name, "value") != 0)
		json_object_set_new(out, "required", json_true());
	if (c->type == CELL_PERIOD)
		json_object_set_new(out, "pattern", json_string(period_pattern));
	if (c->choices && c->type == CELL_CHOICE) {
		json_t *list = json_array();

		for (const choice *one = c->choices; one->code; one++)
			json_array_append_new(list, json_string(one->code));
		json_object_set_new(out, "enum", list);
	}
	return out;
}

/* The letters of an observation are no choice people make: rt-import reads more than it writes. */
static json_t *flag_letters(void)
{
	return json_pack("[s, s, s, s]", "z", "m", "n", "d");
}

static json_t *field(const kind *k, const char *name)
{
	size_t at = kind_column_at(k, name);
	const kind_column *c = at == (size_t)-1 ? NULL : &k->columns[at];
	json_t *out = json_pack(
		"{s:s, s:s}", "name", name, "type", c ? field_type(c->type) : "string");
	json_t *limits = c ? constraints(c) : json_object();

	if (c && k->way == KIND_FIGURES && c == &k->columns[OBS_FLAG])
		json_object_set_new(limits, "enum", flag_letters());
	if (c && c->about)
		json_object_set_new(out, "description", json_string(c->about));
	if (c && c->type == CELL_YESNO) {
		json_object_set_new(out, "trueValues", json_pack("[s]", "1"));
		json_object_set_new(out, "falseValues", json_pack("[s]", "0"));
	}
	if (json_object_size(limits))
		json_object_set(out, "constraints", limits);
	json_decref(limits);
	return out;
}

static json_t *primary_key(const kind *k)
{
	json_t *out = json_array();

	if (k->way == KIND_FIGURES)
		for (size_t c = OBS_OFFICE; c <= OBS_PERIOD; c++)
			json_array_append_new(out, json_string(k->columns[c].name));
	for (size_t c = 0; k->way == KIND_REGISTER && c < k->keys; c++)
		json_array_append_new(out, json_string(k->columns[k->key + c].name));
	return out;
}

static json_t *schema(const kind *k, const relais_column *columns, size_t count)
{
	json_t *out = json_object(), *fields = json_array(), *key = primary_key(k);

	for (size_t c = 0; c < count; c++)
		json_array_append_new(fields, field(k, columns[c].name));
	json_object_set_new(out, "fields", fields);
	json_object_set_new(out, "missingValues", json_pack("[s]", ""));
	if (json_array_size(key))
		json_object_set(out, "primaryKey", key);
	json_decref(key);
	return out;
}

static json_t *resource(const kind *k, const relais_column *columns, size_t count,
	const char *file, bool is_tsv)
{
	return json_pack(
		"{s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:{s:s, s:s, s:b, s:b, s:s}, s:o}",
		"profile", "tabular-data-resource", "name", k->name, "path", file, "title",
		k->about, "format", is_tsv ? "tsv" : "csv", "mediatype",
		is_tsv ? "text/tab-separated-values" : "text/csv", "encoding", "utf-8",
		"dialect", "delimiter", is_tsv ? "\t" : ",", "quoteChar", "\"", "doubleQuote",
		1, "header", 1, "lineTerminator", "\n", "schema", schema(k, columns, count));
}

static json_t *resource_named(json_t *package, const char *name)
{
	json_t *list = json_object_get(package, "resources"), *one;
	size_t i;

	json_array_foreach (list, i, one) {
		const char *its = json_string_value(json_object_get(one, "name"));

		if (its && strcmp(its, name) == 0)
			return one;
	}
	return NULL;
}

static bool has_field(json_t *table, const char *name)
{
	json_t *fields = json_object_get(json_object_get(table, "schema"), "fields"), *one;
	size_t i;

	json_array_foreach (fields, i, one) {
		const char *its = json_string_value(json_object_get(one, "name"));

		if (its && strcmp(its, name) == 0)
			return true;
	}
	return false;
}

/* What a table names of the others in the package, itself being "". */
static void refer(json_t *package, json_t *table, const kind *k)
{
	json_t *keys = json_array(), *its = json_object_get(table, "schema");

	for (size_t c = 0; c < k->count; c++) {
		const char *other = kind_referred(k->columns[c].type),
			   *name = k->columns[c].name;
		const kind *named = other ? kind_named(other) : NULL;

		if (!named || !has_field(table, name) || !resource_named(package, other))
			continue;
		json_array_append_new(
			keys, json_pack("{s:s, s:{s:s, s:s}}", "fields", name, "reference",
				      "resource", named == k ? "" : other, "fields",
				      named->columns[named->key].name));
	}
	if (json_array_size(keys))
		json_object_set(its, "foreignKeys", keys);
	else
		json_object_del(its, "foreignKeys");
	json_decref(keys);
}

static relais_status not_a_package(const char *path, relais_error *err)
{
	return fail(err, RELAIS_E_DATA,
		"'%s' is there and is no data package: move it away, or write elsewhere", path);
}

static relais_status read_package(json_t **out, const char *path, relais_error *err)
{
	json_error_t fault;
	FILE *file = fopen(path, "r");

	*out = NULL;
	if (!file && errno != ENOENT)
		return fail(
			err, RELAIS_E_IO, "cannot read '%s': %s", path, fail_errno(err, errno));
	if (!file) {
		*out = json_pack("{s:s, s:s, s:[]}", "profile", "tabular-data-package", "name",
			"relais", "resources");
		return *out ? RELAIS_OK : fail_memory(err);
	}
	*out = json_loadf(file, JSON_REJECT_DUPLICATES, &fault);
	fclose(file);
	if (json_is_array(json_object_get(*out, "resources")))
		return RELAIS_OK;
	json_decref(*out);
	*out = NULL;
	return not_a_package(path, err);
}

/* In the place of one of the same name, else at the end; then all of ours know each other. */
static void put(json_t *package, json_t *table, const char *name)
{
	json_t *list = json_object_get(package, "resources"), *one;
	size_t i, at = json_array_size(list);

	json_array_foreach (list, i, one) {
		if (one == resource_named(package, name))
			at = i;
	}
	if (at < json_array_size(list))
		json_array_set_new(list, at, table);
	else
		json_array_append_new(list, table);
	for (i = 0; kind_at(i); i++)
		if ((one = resource_named(package, kind_at(i)->name)))
			refer(package, one, kind_at(i));
}

relais_status relais_package(const char *kind_name, const relais_rows *rows, const char *file,
	bool is_tsv, const char *existing, FILE *out, relais_error *err)
{
	const kind *k;
	const relais_column *columns;
	size_t count;
	json_t *package, *table;
	relais_status rc = kind_find(&k, kind_name, err);

	if (rc != RELAIS_OK || (rc = read_package(&package, existing, err)) != RELAIS_OK)
		return rc;
	columns = relais_rows_columns(rows, &count);
	if (!(table = resource(k, columns, count, file, is_tsv)))
		rc = fail_memory(err);
	else
		put(package, table, k->name);
	if (rc == RELAIS_OK && (json_dumpf(package, out, JSON_INDENT(2)) != 0 ||
				       fputc('\n', out) == EOF || fflush(out) == EOF))
		rc = fail(err, RELAIS_E_IO, "cannot write: %s", fail_errno(err, errno));
	json_decref(package);
	return rc;
}
