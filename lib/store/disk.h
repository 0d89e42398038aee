/* SPDX-License-Identifier: MIT
 * A disk that does not give what it holds is not a file that holds something wrong: SQLite calls both
 * damage, where it reads a table, and what is to be done is another thing.
 */
#ifndef STORE_DISK_H
#define STORE_DISK_H

#include <sqlite3.h>

/* Of a connection that failed: the errno with which the disk refused to be read or written, of the
 * file or its log; 0: it did not, or there is no connection (NULL). */
int disk_refused(sqlite3 *db);

#endif
