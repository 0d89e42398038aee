/* SPDX-License-Identifier: MIT
 * The files of folders, whatever is in them, for --detect to make a plan of.
 */
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "import.h"

enum { MOST_DEPTH = 20 };

static bool add_path(struct tool_list *list, const char *path)
{
	char **items = realloc(list->items, (list->count + 2) * sizeof *items);

	if (!items)
		return false;
	list->items = items;
	items[list->count] = strdup(path);
	items[list->count + 1] = NULL;
	return items[list->count++] != NULL;
}

/* The store itself, and what SQLite keeps beside a store, are no files of offices. */
static bool is_of_a_store(const char *path)
{
	const char *dash = strrchr(path, '-');

	return relais_is_store(path) ||
	       (dash && (!strcmp(dash, "-wal") || !strcmp(dash, "-shm") ||
				!strcmp(dash, "-journal")));
}

static relais_status add_folder(
	struct session *s, struct tool_list *list, const char *path, int depth);

static relais_status add_one(
	struct session *s, struct tool_list *list, const char *path, int depth)
{
	struct stat about, itself;

	if (stat(path, &about) != 0)
		return RELAIS_OK;
	if (S_ISDIR(about.st_mode)) /* a link to a folder may lead back */
		return lstat(path, &itself) == 0 && S_ISDIR(itself.st_mode)
			       ? add_folder(s, list, path, depth + 1)
			       : RELAIS_OK;
	if (!S_ISREG(about.st_mode) || is_of_a_store(path) || add_path(list, path))
		return RELAIS_OK;
	return tool_fail(s, RELAIS_E_MEMORY, "not enough memory");
}

static relais_status add_folder(
	struct session *s, struct tool_list *list, const char *path, int depth)
{
	struct dirent **entries;
	int count = depth > MOST_DEPTH ? 0 : scandir(path, &entries, NULL, NULL);
	relais_status rc = RELAIS_OK;

	if (depth > MOST_DEPTH)
		return rc;
	if (count < 0)
		return tool_fail(s, RELAIS_E_IO, "cannot read '%s': %s", path,
			relais_words(s->lang, strerror(errno)));
	for (int i = 0; i < count; i++) {
		const char *name = entries[i]->d_name;
		size_t size = strlen(path) + strlen(name) + 2;
		char *whole = name[0] == '.' ? NULL : malloc(size);

		if (whole) {
			snprintf(whole, size, strcmp(path, ".") == 0 ? "%s%s" : "%s/%s",
				strcmp(path, ".") == 0 ? "" : path, name);
			if (rc == RELAIS_OK)
				rc = add_one(s, list, whole, depth);
		}
		free(whole);
		free(entries[i]);
	}
	free(entries);
	return rc;
}

bool folder_is(const char *path)
{
	struct stat about;

	return stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

relais_status folder_files(struct session *s, struct tool_list *list)
{
	relais_status rc = RELAIS_OK;

	for (int i = 0; i < s->operand_count && rc == RELAIS_OK; i++) {
		char *path = s->operands[i];

		for (size_t n = strlen(path); n > 1 && path[n - 1] == '/'; n--)
			path[n - 1] = '\0';
		if (folder_is(path))
			rc = add_folder(s, list, path, 0);
		else if (!add_path(list, path))
			rc = tool_fail(s, RELAIS_E_MEMORY, "not enough memory");
	}
	return rc;
}

void folder_free(struct tool_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		free(list->items[i]);
	free(list->items);
	*list = (struct tool_list){ NULL, 0 };
}
