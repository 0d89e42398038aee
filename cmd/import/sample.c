/* SPDX-License-Identifier: MIT
 * The profile that --init puts beside a new store, to be made one's own: what it says is said in
 * comments, and what stands there commented out is right as it stands.
 */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "import.h"

static const struct {
	const char *comment; /* NULL: none */
	const char *lines; /* NULL: none */
} parts[] = {
	{ N_("A sample: how the grids of one source are read, for those that are not understood without it."),
		NULL },
	{ N_("A line that begins with a semicolon is a comment; take it away where the line is of use."),
		NULL },
	{ N_("All that can be said is in rt-profiles(7); rt-import --learn FILE writes one from a file."),
		"\n[file]\nkind = observations\n" },
	{ N_("cells that stand for a missing figure, besides the usual ones"),
		"missing = ?|x|X|fermé le mois\n" },
	{ N_("rows that the spreadsheet has added up"), ";totals = Ensemble*|Sous-total*\n" },
	{ N_("lines above the headings, where they are not found"),
		";skip = 3\n\n[constants]\n" },
	{ N_("what the rows do not say"), ";period = 2025-08\n\n[columns]\n" },
	{ N_("a heading of the file, and what it is: rt-import --kinds, or figure and the code of an indicator"),
		";Structure = office\n;Accueil au comptoir = figure contacts_guichet\n"
		";Remarques = ignore\n\n[offices]\n" },
	{ N_("what the files call an office, and its code"),
		";OT du Bourg = OT-99-001\n\n[indicators]\n" },
	{ N_("what the files call an indicator, and its code: rt-observatory indicators has them"),
		";Passages à l’accueil = contacts_guichet\n" },
};

static void write_parts(const struct session *s, FILE *out)
{
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		if (parts[i].comment)
			fprintf(out, "; %s\n", relais_words(s->lang, parts[i].comment));
		if (parts[i].lines)
			fputs(parts[i].lines, out);
	}
}

relais_status sample_write(struct session *s, const char *path, bool *was_there)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	FILE *out;
	bool whole;

	*was_there = fd < 0 && errno == EEXIST;
	if (*was_there)
		return RELAIS_OK;
	out = fd < 0 ? NULL : fdopen(fd, "w");
	if (!out)
		return tool_fail(s, RELAIS_E_IO, "cannot write '%s': %s", path,
			relais_words(s->lang, strerror(errno)));
	write_parts(s, out);
	whole = fflush(out) == 0 && !ferror(out);
	whole = fclose(out) == 0 && whole;
	if (whole)
		return RELAIS_OK;
	unlink(path);
	return tool_fail(s, RELAIS_E_IO, "cannot write '%s': %s", path,
		relais_words(s->lang, strerror(errno)));
}
