/* SPDX-License-Identifier: MIT
 * A random network of tourist offices that sends six months of figures, some late, one merged at times:
 * what the attacks on published answers and published notes are made on.
 */
#ifndef TESTS_RANDOM_NETWORK_H
#define TESTS_RANDOM_NETWORK_H

#include "network.h"
#include "rounds.h"

enum { NETWORKS = 200, OFFICES = 20, MONTHS = 6, PERIODS = 2 * MONTHS, LATE_MOST = 12 };

typedef struct network {
	relais_store *store;
	unsigned random;
	int count, territories;
	int territory[OFFICES], category[OFFICES];
	int64_t value[OFFICES][PERIODS]; /* last year's six months, then this year's */
	int known[OFFICES][PERIODS]; /* the edition that has it first; MONTHS: none */
	int absorbed, into, merged_at; /* -1: none */
	bool minds_rates;
	bool is_named[OFFICES][PERIODS]; /* its sheet tells it to everybody */
} network;

static inline unsigned next(network *n)
{
	n->random = n->random * 1103515245u + 12345u;
	return n->random >> 16;
}

static inline const char *code_of(int office)
{
	static char code[16];

	snprintf(code, sizeof code, "O%02d", office);
	return code;
}

static inline const char *period_of(int p)
{
	static char said[32];

	snprintf(said, sizeof said, "%d-%02d", p < MONTHS ? 2023 : 2024, p % MONTHS + 1);
	return said;
}

/* The first agrees from before; the second from the third edition on, so for its month and those after;
 * the third until the fourth, which leaves it what began by then. */
static inline bool agrees(int which, int p)
{
	return which == 0 || (which == 1 && p >= MONTHS + 2) || (which == 2 && p <= MONTHS + 4);
}

/* None to three offices are named; who they are takes nothing from the other luck. */
static inline void invent_names(network *n, unsigned seed)
{
	for (int which = 0; which < (int)(seed % 4); which++)
		for (int p = 0; p < PERIODS; p++)
			n->is_named[(seed / 4 + 3 * (unsigned)which) % (unsigned)n->count][p] =
				agrees(which, p);
}

/* From `least` to `most` offices. */
static inline void invent(network *n, unsigned seed, int least, int most)
{
	*n = (network){ .random = seed, .minds_rates = seed % 2 };
	n->count = least + (int)(next(n) % (unsigned)(most - least + 1));
	n->territories = 2 + (int)(next(n) % 2);
	n->absorbed = -1;
	n->merged_at = MONTHS;
	for (int o = 0; o < n->count; o++) {
		int64_t size = 50 + next(n) % (next(n) % 4 ? 500 : 4000);

		n->territory[o] = (int)(next(n) % (unsigned)n->territories);
		n->category[o] = o * 7 % 5 % 2;
		for (int p = 0; p < PERIODS; p++) {
			unsigned chance = next(n) % 100;

			n->value[o][p] = size * (80 + next(n) % 40) / 100 * (1 + p % MONTHS);
			n->known[o][p] = p < MONTHS ? (chance < 5 ? MONTHS : 0) : p - MONTHS;
			if (p >= MONTHS && chance < 18)
				n->known[o][p] += 1 + (int)(next(n) % 3);
		}
	}
	if (next(n) % 3 == 0) {
		n->absorbed = (int)(next(n) % (unsigned)n->count);
		n->into = (n->absorbed + 1) % n->count;
		n->merged_at = 3;
		for (int p = MONTHS + n->merged_at; p < PERIODS; p++)
			n->known[n->absorbed][p] = MONTHS; /* closed */
	}
	invent_names(n, seed);
}

/* What the register says of an office from a batch on. */
static inline void name_office(network *n, int o, bool agrees, int from)
{
	char sql[700];

	snprintf(sql, sizeof sql,
		"CREATE TEMP TABLE was AS SELECT * FROM office_version WHERE known_until = 2147483647"
		" AND office_id = (SELECT office_id FROM office WHERE code = '%s');"
		"DELETE FROM office_version WHERE office_id = (SELECT office_id FROM was) AND"
		" known_until = 2147483647;"
		"INSERT INTO office_version SELECT * FROM was WHERE known_from < %d;"
		"UPDATE office_version SET known_until = %d WHERE known_until = 2147483647"
		" AND office_id = (SELECT office_id FROM was);"
		"UPDATE was SET known_from = %d, named = %d;"
		"INSERT INTO office_version SELECT * FROM was; DROP TABLE was;",
		code_of(o), from, from, from, agrees);
	run(n->store, sql);
}

static inline void open_store(network *n)
{
	char more[64];

	n->store = network_open();
	set(n->store, "publish_named", "yes");
	if (n->minds_rates)
		set(n->store, "seuil_ecart", "10");
	for (int o = 0; o < n->count; o++) {
		snprintf(more, sizeof more, "territory = 'T%d', category = 'C%d'",
			n->territory[o], n->category[o]);
		office_add(n->store, code_of(o), more);
		if (n->is_named[o][0])
			name_office(n, o, true, 1);
	}
}

/* ---- what an edition adds ------------------------------------------------------------------- */

static inline void send(network *n, int edition)
{
	char day[24], sql[300], said[24];
	int late = 3 + 2 * edition, timely = 2 + 2 * edition;

	/* What is late comes after the first note of its month, the month's own answers before. */
	for (int pass = 0; pass < 2; pass++) {
		snprintf(day, sizeof day, "2024-%02d-%s", edition + 2, pass ? "12" : "08");
		batch(n->store, pass ? late : timely, day);
		for (int o = 0; o < n->count; o++)
			for (int p = 0; p < PERIODS; p++) {
				bool is_late = p >= MONTHS && n->known[o][p] > p - MONTHS;

				if (n->known[o][p] != edition || is_late != (pass == 1))
					continue;
				snprintf(said, sizeof said, "%lld", (long long)n->value[o][p]);
				observe(n->store, pass ? late : timely, code_of(o),
					"contacts_guichet", period_of(p), said);
			}
	}
	for (int o = 0; o < n->count; o++) {
		const bool *is = n->is_named[o];

		if ((edition == 2 && !is[0] && is[PERIODS - 1]) ||
			(edition == 3 && is[0] && !is[PERIODS - 1]))
			name_office(n, o, is[PERIODS - 1], timely);
	}
	if (n->absorbed < 0 || edition != n->merged_at)
		return;
	snprintf(said, sizeof said, "%s", code_of(n->into));
	snprintf(sql, sizeof sql,
		"UPDATE office_version SET merged_into = '%s', closed_on = '2024-03-31'"
		" WHERE office_id = (SELECT office_id FROM office WHERE code = '%s')",
		said, code_of(n->absorbed));
	run(n->store, sql);
}

static inline bool is_merged(const network *n, int edition)
{
	return n->absorbed >= 0 && edition >= n->merged_at;
}

/* Who an office's figures go with. */
static inline int home(const network *n, int office, int edition)
{
	return office == n->absorbed && is_merged(n, edition) ? n->into : office;
}

static inline bool is_there(const network *n, int o, int p, int edition)
{
	return n->known[o][p] <= edition && n->known[o][p] < MONTHS;
}

#endif
