/* SPDX-License-Identifier: MIT
 * What is said of identifiers that are not quite right. A number that does not pass its own
 * check is a judgement: registers have such, and the import may be told to let them in.
 */
#include "cell_code.h"

#include <stdio.h>
#include <string.h>

#include "../../model/identifier.h"

bool cell_is_identifier(cell_type type)
{
	return type >= CELL_SIRET && type <= CELL_EPCI;
}

static identifier_reading read_as(cell_type type, const char *cell, char out[IDENTIFIER_SIZE])
{
	switch (type) {
	case CELL_SIRET: return siret_read(cell, out);
	case CELL_SIREN: return siren_read(cell, out);
	case CELL_RNA: return rna_read(cell, out);
	case CELL_EPCI: return epci_read(cell, out);
	case CELL_COMMUNE: return commune_read(cell, out);
	case CELL_POSTAL: return postal_read(cell, out);
	case CELL_DEPARTEMENT: return departement_read(cell, out);
	default: return region_read(cell, out);
	}
}

/* Numbers of firms: SIRET, and the SIREN that names an EPCI. */
static bool refuse_number(const kind_column *column, identifier_reading how, const char *cell,
	const char *with_zero, told *t, spot at)
{
	int digits = column->type == CELL_SIRET ? 14 : 9;
	const char *name = column->name;
	int has = 0;

	for (const char *p = cell; *p; p++)
		has += *p >= '0' && *p <= '9';
	switch (how) {
	case IDENTIFIER_DESTROYED:
		told_reject(t, at, "siret-destroyed",
			"%s '%s' lost its last digits in a spreadsheet: format the column as text and type the number again",
			name, cell);
		return false;
	case IDENTIFIER_KEY:
		return told_refuse(t, at, "siret-key",
			"%s '%s' does not pass its own check: a digit is mistyped or two are swapped",
			name, cell);
	case IDENTIFIER_LENGTH:
		if (*with_zero)
			told_reject(t, at, "siret-length",
				"%s '%s' has %d digits instead of %d: did a spreadsheet eat the zero of '%s'?",
				name, cell, has, digits, with_zero);
		else
			told_reject(t, at, "siret-length",
				"%s '%s' has %d digits instead of %d: copy the whole number",
				name, cell, has, digits);
		return false;
	default:
		told_reject(t, at, "siret-length",
			"%s '%s' is not a number of %d digits: copy it whole, or leave it empty",
			name, cell, digits);
		return false;
	}
}

static bool refuse_place(const kind_column *column, const char *cell, told *t, spot at)
{
	if (column->type == CELL_RNA)
		return told_refuse(t, at, "bad-rna",
			"%s '%s' is no number of the register of associations: W and nine digits, W222000123",
			column->name, cell);
	if (column->type == CELL_POSTAL)
		return told_refuse(t, at, "bad-postal-code",
			"%s '%s' is not a postal code: it has five digits, 22000", column->name,
			cell);
	if (!strncmp(cell, "20", 2))
		return told_refuse(t, at, "bad-commune-code",
			"%s '%s' is no INSEE code: Corsica's begin with 2A or 2B (20 begins its postal codes)",
			column->name, cell);
	return told_refuse(t, at, "bad-commune-code",
		"%s '%s' is no INSEE code of a commune: five characters, 22278 or 2A004",
		column->name, cell);
}

static bool is_let_in(const kind_column *column, identifier_reading how, const char *cell,
	const char *code, told *t, spot at)
{
	const char *name = column->name;

	switch (how) {
	case IDENTIFIER_GOOD: return true;
	case IDENTIFIER_ZERO:
		return told_doubt(t, at, "lost-zero",
			"%s '%s' lost its first zero in a spreadsheet: read as '%s'", name,
			cell, code);
	case IDENTIFIER_RENAMED:
		told_warn(t, at, "renamed-commune", "%s '%s' is the former code of '%s'", name,
			cell, code);
		return true;
	case IDENTIFIER_PART:
		told_note(t, at, "arrondissement",
			"%s '%s' is an arrondissement of '%s', which is kept", name, cell,
			code);
		return true;
	case IDENTIFIER_TRIMMED:
		told_note(t, at, "beside-postal-code", "of '%s' the postal code '%s' is kept",
			cell, code);
		return true;
	case IDENTIFIER_UNLISTED:
		return told_doubt(t, at, "unlisted-code",
			"%s '%s' is on no list of such codes: it is kept as it is", name, cell);
	default: break;
	}
	if (column->type == CELL_SIRET || column->type == CELL_SIREN ||
		column->type == CELL_EPCI)
		return refuse_number(column, how, cell, code, t, at);
	return refuse_place(column, cell, t, at);
}

bool cell_read_identifier(
	const kind_column *column, const char *cell, told *t, spot at, char *out, size_t size)
{
	char code[IDENTIFIER_SIZE] = "";
	identifier_reading how;

	cell += *cell == '\''; /* what made a spreadsheet keep the zero */
	how = read_as(column->type, cell, code);
	if (!is_let_in(column, how, cell, code, t, at))
		return false;
	snprintf(out, size, "%s", how <= IDENTIFIER_UNLISTED || *code ? code : cell);
	return true;
}

bool cell_read_scheme(
	const kind_column *column, const char *cell, told *t, spot at, char *out, size_t size)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz";
	const char *code = choice_code(column->choices, cell);
	const char *said = code ? code : cell;

	if (strchr(letters, *said) && strlen(said) < IDENTIFIER_SIZE &&
		strspn(said, "abcdefghijklmnopqrstuvwxyz0123456789_") == strlen(said)) {
		snprintf(out, size, "%s", said);
		return true;
	}
	told_reject(t, at, "bad-scheme",
		"%s '%s' is no scheme: siret, siren, rna, apidae, tourinsoft, datatourisme, national, or a word of small letters, digits and _",
		column->name, cell);
	return false;
}

cell_type cell_type_of_scheme(const char *scheme)
{
	if (!scheme)
		return CELL_CODE;
	return !strcmp(scheme, "siret")   ? CELL_SIRET
	       : !strcmp(scheme, "siren") ? CELL_SIREN
	       : !strcmp(scheme, "rna")   ? CELL_RNA
					  : CELL_CODE;
}
