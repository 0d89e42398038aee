/* SPDX-License-Identifier: MIT
 * What the name of a file says of the figures in it.
 */
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "../../base/error.h"
#include "../../base/period.h"
#include "../../store/store.h"
#include "../layout/heading.h"
#include "plan.h"

static const char *base_of(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

/* "2024-08", "2024 08" and "202408" are one thing; "août 2024" stays as it is. */
static relais_period period_of_words(const char *first, const char *second)
{
	char joined[80];
	relais_period p;

	snprintf(joined, sizeof joined, "%.30s-%.30s", first, second);
	if ((p = heading_period(joined)) >= PERIOD_PER_YEAR)
		return p;
	snprintf(joined, sizeof joined, "%.30s %.30s", first, second);
	if ((p = heading_period(joined)) >= PERIOD_PER_YEAR)
		return p;
	if (strlen(first) == 6 && strspn(first, "0123456789") == 6) {
		snprintf(joined, sizeof joined, "%.4s-%.2s", first, first + 4);
		return heading_period(joined);
	}
	return 0;
}

relais_period plan_period_of(const char *path)
{
	static const char ends[] = "_-. ()[]";
	char name[160], *words[24] = { NULL };
	size_t count = 0;
	relais_period found = 0;
	int year;

	snprintf(name, sizeof name, "%s", base_of(path));
	for (char *w = strtok(name, ends); w && count < 23; w = strtok(NULL, ends))
		words[count++] = w;
	for (size_t i = 0; i < count; i++) {
		relais_period p = period_of_words(words[i], i + 1 < count ? words[i + 1] : "");

		if (p < PERIOD_PER_YEAR || period_slot(p) == SLOT_YEAR)
			continue;
		if (found && found != p)
			return 0;
		found = p;
	}
	year = heading_year(base_of(path), 0);
	return found ? found : year > 0 ? period_make(year, SLOT_YEAR) : 0;
}

/* Is the code there, with nothing that could be more of it on either side? */
static bool is_in(const char *name, const char *code)
{
	size_t length = strlen(code);

	for (const char *at = name; (at = strstr(at, code)) != NULL; at++)
		if ((at == name || !isalnum((unsigned char)at[-1])) &&
			!isalnum((unsigned char)at[length]))
			return true;
	return false;
}

relais_status plan_office_of(
	relais_store *store, const char *path, char *code, size_t size, relais_error *err)
{
	const char *name = base_of(path);
	size_t found = 0;
	relais_status rc;
	stmt *s;

	*code = '\0';
	rc = stmt_prepare(
		&s, store, "SELECT code FROM office WHERE instr(:name, code) > 0", err);
	if (rc != RELAIS_OK)
		return rc;
	stmt_bind_text(s, ":name", name);
	while ((rc = stmt_step(s, err)) == RELAIS_OK)
		if (strlen(stmt_text(s, 0)) > 1 && is_in(name, stmt_text(s, 0)) && found++ == 0)
			snprintf(code, size, "%s", stmt_text(s, 0));
	if (found > 1)
		*code = '\0';
	stmt_free(s);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}
