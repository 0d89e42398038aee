/* SPDX-License-Identifier: MIT
 * The names of the months, French and English, and how they are shortened.
 */
#include <string.h>

#include "date.h"
#include "scan.h"

static const struct {
	const char *french, *english;
	const char *short_forms[4]; /* folded, beyond the names themselves */
} months[12] = {
	{ "janvier", "January", { "janv", "jan" } },
	{ "février", "February", { "fevr", "fev", "feb" } },
	{ "mars", "March", { "mar" } },
	{ "avril", "April", { "avr", "apr" } },
	{ "mai", "May", { NULL } },
	{ "juin", "June", { "jun" } },
	{ "juillet", "July", { "juil", "jul" } },
	{ "août", "August", { "aou", "aug" } },
	{ "septembre", "September", { "sept", "sep" } },
	{ "octobre", "October", { "oct" } },
	{ "novembre", "November", { "nov" } },
	{ "décembre", "December", { "dec" } },
};

static bool is_month(int i, const char *folded)
{
	char name[SCAN_SIZE];

	scan_fold(months[i].french, strlen(months[i].french), name);
	if (!strcmp(folded, name))
		return true;
	scan_fold(months[i].english, strlen(months[i].english), name);
	if (!strcmp(folded, name))
		return true;
	for (int k = 0; k < 4 && months[i].short_forms[k]; k++)
		if (!strcmp(folded, months[i].short_forms[k]))
			return true;
	return false;
}

int month_read(const char *string, size_t length)
{
	char folded[SCAN_SIZE];

	if (!scan_fold(string, length, folded))
		return 0;
	for (int i = 0; i < 12; i++)
		if (is_month(i, folded))
			return i + 1;
	return 0;
}

const char *month_name(int month, relais_lang lang)
{
	if (month < 1 || month > 12)
		return "";
	return lang == RELAIS_FR ? months[month - 1].french : months[month - 1].english;
}

const char *month_short(int month, relais_lang lang)
{
	static const char *const french[] = { "janv.", "févr.", "mars", "avr.", "mai", "juin",
		"juil.", "août", "sept.", "oct.", "nov.", "déc." };
	static const char *const english[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul",
		"Aug", "Sep", "Oct", "Nov", "Dec" };

	if (month < 1 || month > 12)
		return "";
	return lang == RELAIS_FR ? french[month - 1] : english[month - 1];
}
