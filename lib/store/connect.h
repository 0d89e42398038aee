/* SPDX-License-Identifier: MIT
 * Opening the file: is it ours, is it of our version, does it need its tables.
 */
#ifndef STORE_CONNECT_H
#define STORE_CONNECT_H

#include "store.h"

enum { STORE_WAIT = 15 }; /* seconds for another program that is writing, unless said */

/* relais_store_open without the catalogue. A file of another program, of a newer version, a
 * directory, a text file: an error that says which. */
relais_status store_connect(
	relais_store **out, const char *path, relais_mode mode, relais_error *err) MUST_CHECK;
typedef struct opening {
	relais_mode mode;
	unsigned seconds; /* for another program that is writing */
	bool is_anywhere; /* what kind of disk it is on, the caller answers for */
} opening;

/* The same, as said. */
relais_status store_connect_how(
	relais_store **out, const char *path, const opening *how, relais_error *err) MUST_CHECK;
/* A new file, called by the name it will have: for make.c. */
relais_status store_connect_new(relais_store **out, const char *path, const char *becomes,
	const opening *how, relais_error *err) MUST_CHECK;
/* Refused: to be written in, on a disk that can only be read, or that other machines share. */
relais_status store_check_media(
	const char *path, const opening *how, relais_error *err) MUST_CHECK;
void store_disconnect(relais_store *store);
/* True until the catalogue was put in. */
bool store_is_new(relais_store *store);
/* Disconnects, and removes the file if this opening made it: what failed leaves nothing. */
void store_abandon(relais_store *store);
/* The catalogue is in: what comes from now on is use. `is_made`: the file is of this opening. */
relais_status store_settle(relais_store *store, bool is_made, relais_error *err) MUST_CHECK;

#endif
