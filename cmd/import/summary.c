/* SPDX-License-Identifier: MIT
 * Every line read is accounted for, in one line on stderr:
 * grille.csv: observations: read 480 · new 440 · revised 4 · unchanged 30 · rejected 6
 */
#include <string.h>

#include "import.h"

void summary_add(relais_summary *total, const relais_summary *one)
{
	total->read += one->read;
	total->created += one->created;
	total->revised += one->revised;
	total->unchanged += one->unchanged;
	total->rejected += one->rejected;
	total->skipped += one->skipped;
	total->consequences += one->consequences;
}

static void say_same(
	const struct session *s, const relais_summary *summary, char *out, size_t size)
{
	char day[16];

	relais_day_print(summary->same_on, day);
	snprintf(out, size,
		relais_words(s->lang, " (the very file of batch %lld, %s: not read again)"),
		(long long)summary->same_as, day);
}

void summary_say(struct session *s, const char *name, const relais_summary *summary)
{
	char counts[256], skipped[64] = "", same[96] = "", besides[64] = "";

	if (tool_want->quiet && !summary->rejected)
		return;
	snprintf(counts, sizeof counts,
		relais_words(s->lang, "read %llu · new %llu · revised %llu · unchanged %llu"
				      " · rejected %llu"),
		(unsigned long long)summary->read, (unsigned long long)summary->created,
		(unsigned long long)summary->revised, (unsigned long long)summary->unchanged,
		(unsigned long long)summary->rejected);
	if (summary->skipped)
		snprintf(skipped, sizeof skipped, relais_words(s->lang, " · skipped %llu"),
			(unsigned long long)summary->skipped);
	if (summary->same_as)
		say_same(s, summary, same, sizeof same);
	if (summary->consequences)
		snprintf(besides, sizeof besides, relais_words(s->lang, " · consequences %llu"),
			(unsigned long long)summary->consequences);
	tool_progress_erase(s);
	tool_put_safe(stderr, name);
	fprintf(stderr, ": %s%s%s%s%s%s%s\n", summary->kind, *summary->kind ? ": " : "", counts,
		skipped, besides, same,
		tool_want->dry_run ? relais_words(s->lang, " (dry run: nothing was written)")
				   : "");
}
