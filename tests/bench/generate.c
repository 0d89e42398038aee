/* SPDX-License-Identifier: MIT
 * generate OFFICES INDICATORS MONTHS [CHANGE] - print a file of invented figures, month after
 * month as deliveries pile up: the same bytes everywhere. CHANGE: one figure in so many differs
 * from the plain file (0: none).
 */
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static const int season[12] = { 40, 45, 60, 85, 110, 130, 220, 245, 120, 75, 45, 55 };

/* Monthly ones whose values may be any of ours; the fifth and the tenth are amounts with cents. */
static const char *const known[] = { "contacts_guichet", "contacts_hors_murs",
	"demandes_telephone", "demandes_ecrites", "ca_boutique_eur", "demandes_numeriques",
	"visiteurs_accueillis", "sessions_web", "avis_nb", "ca_billetterie_eur",
	"nuitees_taxees" };
enum { KNOWN = sizeof known / sizeof *known };

static uint64_t scramble(uint64_t x)
{
	x ^= x >> 33;
	x *= UINT64_C(0xff51afd7ed558ccd);
	x ^= x >> 33;
	x *= UINT64_C(0xc4ceb9fe1a85ec53);
	return x ^ x >> 33;
}

int main(int argc, char **argv)
{
	unsigned offices = argc > 1 ? (unsigned)atoi(argv[1]) : 300;
	unsigned indicators = argc > 2 ? (unsigned)atoi(argv[2]) : 40;
	unsigned months = argc > 3 ? (unsigned)atoi(argv[3]) : 120;
	unsigned change = argc > 4 ? (unsigned)atoi(argv[4]) : 0;

	puts("office,indicator,period,value");
	for (unsigned m = 0; m < months; m++)
		for (unsigned o = 0; o < offices; o++)
			for (unsigned i = 0; i < indicators; i++) {
				uint64_t h = scramble(
					((uint64_t)m << 40 | (uint64_t)o << 16 | i) + 1);
				uint64_t level = 50 + scramble((uint64_t)o << 20 | i) % 3000;
				uint64_t value = level * (uint64_t)season[m % 12] *
						 (900 + h % 200) / 100000;

				if (h % 33 == 0)
					continue;
				value += change && h / 200 % change == 0;
				printf("OT-%02u-%04u,", o % 95 + 1, o + 1);
				if (i < KNOWN)
					fputs(known[i], stdout);
				else
					printf("mesure_%02u", i + 1);
				printf(",%u-%02u,%" PRIu64, 2016 + m / 12, m % 12 + 1, value);
				if (i % 5 == 4)
					printf(".%02u", (unsigned)(h >> 50) % 100);
				putchar('\n');
			}
	return fflush(stdout) == 0 ? 0 : 1;
}
