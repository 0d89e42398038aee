/* SPDX-License-Identifier: MIT
 * Where the refused lines go. One file's keep its headings, encoding and delimiter, so those of
 * several files are never mixed: --rejects then names a folder, and each file has one
 * of its own there.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "import.h"

static const char *base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

relais_status rejects_prepare(struct session *s, const char *rejects, int files)
{
	struct stat about;

	if (!rejects || files < 2 || (stat(rejects, &about) == 0 && S_ISDIR(about.st_mode)))
		return RELAIS_OK;
	if (rejects[0] && rejects[strlen(rejects) - 1] == '/') {
		if (mkdir(rejects, 0777) == 0)
			return RELAIS_OK;
		return tool_fail(s, RELAIS_E_IO, "cannot make the folder '%s': %s", rejects,
			strerror(errno));
	}
	return tool_misuse(s,
		"the refused lines of several files do not go in one: give --rejects a folder, '%s/'",
		rejects);
}

/* grille.csv -> FOLDER/grille.rejects.csv, a sheet of grille.xlsx -> FOLDER/grille.SHEET.rejects.csv: never the input itself, even in its own folder. */
const char *rejects_of(
	const char *rejects, const char *input, const char *sheet, char *path, size_t size)
{
	const char *name = strcmp(input, "-") == 0 ? "stdin" : base_name(input);
	const char *dot = strrchr(name, '.');
	struct stat about;
	int n, stem = dot && dot > name ? (int)(dot - name) : (int)strlen(name);

	if (!rejects || stat(rejects, &about) != 0 || !S_ISDIR(about.st_mode))
		return rejects;
	n = snprintf(path, size, "%s%s%.*s%s%s.rejects%s", rejects,
		rejects[strlen(rejects) - 1] == '/' ? "" : "/", stem, name, sheet ? "." : "",
		sheet ? sheet : "", sheet ? ".csv" : name + stem);
	return n < 0 || (size_t)n >= size ? rejects : path;
}
