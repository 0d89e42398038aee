/* SPDX-License-Identifier: MIT
 * protect TABLE.csv - the rows of a table of one's own with what may be published of it: no store is
 * needed
 */
#include <relais.h>
#include <string.h>

int main(int argc, char **argv)
{
	const char *const tables[] = { argc > 1 ? argv[1] : "-", NULL };
	relais_protect_options options;
	relais_rows *rows = NULL;
	relais_error err;
	relais_status rc;
	size_t exposed = 0;

	memset(&options, 0, sizeof options);
	memset(&err, 0, sizeof err);
	options.hide = true;
	rc = relais_protect(tables, &options, &rows, &exposed, &err);
	if (rc == RELAIS_OK)
		rc = relais_rows_write(rows, "csv", NULL, stdout, &err);
	if (rc != RELAIS_OK)
		fprintf(stderr, "%s\n", err.text);
	relais_rows_close(rows);
	return rc == RELAIS_OK ? 0 : 4;
}
