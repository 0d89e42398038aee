/* SPDX-License-Identifier: MIT
 * One lock for all: who comes second waits until the table is whole.
 */
#include "late.h"

#include <dlfcn.h>
#include <errno.h>
#include <pthread.h>
#include <string.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static bool ends_with(const char *text, const char *end)
{
	size_t length = strlen(text), size = strlen(end);

	return length >= size && strcmp(text + length - size, end) == 0;
}

/* Debian's packages are named after the soname: libzip.so.4 is in libzip4. One that is there may be
 * refused all the same. */
static relais_status is_absent(const late *l, relais_error *err)
{
	const char *why = dlerror();
	int stem = (int)strcspn(l->soname, ".");
	const char *version = strncmp(l->soname + stem, ".so.", 4) ? "" : l->soname + stem + 4;
	const char *dash = stem && strchr("0123456789", l->soname[stem - 1]) ? "-" : "";

	if (why && !ends_with(why, strerror(ENOENT)))
		return fail(err, RELAIS_E_IO, "cannot load what this needs: %s", why);
	return fail(err, RELAIS_E_IO,
		"cannot load %s, which this needs: apt-get install %.*s%s%s", l->soname, stem,
		l->soname, dash, version);
}

static relais_status fill(late *l, relais_error *err)
{
	void *library = dlopen(l->soname, RTLD_LAZY | RTLD_LOCAL);

	if (!library)
		return is_absent(l, err);
	for (size_t i = 0; i < l->count; i++) {
		void *function = dlsym(library, l->names[i]);

		if (!function)
			return fail(err, RELAIS_E_IO,
				"%s has no function '%s': it is older than the one that this was built with",
				l->soname, l->names[i]);
		/* no cast makes a function of an object */
		memcpy((char *)l->table + i * sizeof function, &function, sizeof function);
	}
	l->is_loaded = true;
	return RELAIS_OK;
}

relais_status late_load(late *l, relais_error *err)
{
	relais_status rc;

	pthread_mutex_lock(&lock);
	rc = l->is_loaded ? RELAIS_OK : fill(l, err);
	pthread_mutex_unlock(&lock);
	return rc;
}
