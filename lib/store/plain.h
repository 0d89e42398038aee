/* SPDX-License-Identifier: MIT
 * A plain SQLite file to be given away: made of nothing but what is put into it, so that no page of a store
 * can be in it, and written as bytes into whatever file the caller has open.
 */
#ifndef STORE_PLAIN_H
#define STORE_PLAIN_H

#include "store.h"

/* Empty, in SQLite's private temporary file, after the SQL of `schema`; statements are prepared on it as on a
 * store. */
relais_status plain_new(relais_store **out, const char *schema, relais_error *err) MUST_CHECK;
relais_status plain_write(relais_store *plain, FILE *out, relais_error *err) MUST_CHECK;
void plain_free(relais_store *plain); /* NULL is fine */

#endif
