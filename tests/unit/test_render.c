/* SPDX-License-Identifier: MIT
 * A document that uses every block, drawn in its five formats: what must be there, what must
 * never be, and that the page is well formed.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "../../lib/base/text.h"
#include "../../lib/report/document.h"

#define NBSP     "\xc2\xa0"
#define NNBSP    "\xe2\x80\xaf"
#define MINUS    "\xe2\x88\x92"
#define COUNT(a) (sizeof(a) / sizeof *(a))

static const char *const months[] = { "août 2023", "sept. 2023", "oct. 2023", "nov. 2023",
	"déc. 2023", "janv. 2024", "févr. 2024", "mars 2024", "avr. 2024", "mai 2024",
	"juin 2024", "juil. 2024", "août 2024" };
static const double now[] = { 17210, 9800, 7400, 4100, 3900, 0, 4300, 5600, 8900, 11200, 12800,
	16900, 18450 };
static const bool now_missing[13] = { [5] = true };
static const char *const now_labels[] = { "17" NNBSP "210", "9" NNBSP "800", "7" NNBSP "400",
	"4" NNBSP "100", "3" NNBSP "900", NULL, "4" NNBSP "300", "5" NNBSP "600",
	"8" NNBSP "900", "11" NNBSP "200", "12" NNBSP "800", "16" NNBSP "900",
	"18" NNBSP "450" };
static const double before[] = { 16100, 9100, 7700, 4300, 3600, 3100, 3900, 5900, 8100, 10100,
	12100, 16200, 17210 };
static const char *const before_labels[] = { "16" NNBSP "100", "9" NNBSP "100", "7" NNBSP "700",
	"4" NNBSP "300", "3" NNBSP "600", "3" NNBSP "100", "3" NNBSP "900", "5" NNBSP "900",
	"8" NNBSP "100", "10" NNBSP "100", "12" NNBSP "100", "16" NNBSP "200",
	"17" NNBSP "210" };

static const chart_series lines[] = {
	{ "12 derniers mois", now, now_missing, now_labels, false, NULL },
	{ "un an avant", before, NULL, before_labels, true, NULL },
};
static const chart thirteen_months = { CHART_LINES, 13, months, 2, lines, "demandes",
	"De 17" NNBSP "210 à 18" NNBSP "450 demandes ; janvier manque." };

static const char *const places[] = { "Côte de Granit Rose", "Baie de Saint-Brieuc <Armor>",
	"Kreiz-Breizh et vallée du Blavet, pays de Guerlédan", "Dinan – Cap Fréhel" };
static const double changes[] = { 7.2, -3.4, 0, 12.5 };
static const bool changes_missing[] = { false, false, true, false };
static const char *const changes_labels[] = { "+7,2" NNBSP "%", MINUS "3,4" NNBSP "%", NULL,
	"+12,5" NNBSP "%" };
static const chart_series bars[] = { { "évolution", changes, changes_missing, changes_labels,
	false, NULL } };
static const chart by_territory = { CHART_BARS, 4, places, 1, bars, "%",
	"Trois territoires répondent." };

static void add_essentials(relais_document *d)
{
	static const key_figure figures[] = {
		{ "Demandes au guichet", "18" NNBSP "450",
			"+7,2" NNBSP "% sur un an (18 offices)", NULL },
		{ "Couverture", "90,0" NNBSP "%", NULL, NULL },
		{ "Part des étrangers", "23,4" NNBSP "%", "+1,2 point", NULL },
		{ "Sessions web", "102" NNBSP "300", MINUS "0,4" NNBSP "%", NULL },
	};
	static const char *const items[] = { "Le guichet progresse de 7,2" NNBSP "%.",
		"Deux offices n'ont pas répondu : <OT & fils>." };
	section *s = document_section(d, "essentials", "L'essentiel");

	section_callout(d, s, "Chiffres provisoires : couverture de 72,0" NNBSP "% seulement.");
	section_figures(d, s, COUNT(figures), figures);
	section_paragraph(d, s,
		"En août 2024, les offices de tourisme du réseau ont reçu 18" NNBSP
		"450 demandes "
		"au guichet, soit +7,2" NNBSP
		"% par rapport à août 2023 à périmètre constant, avec "
		"18 offices sur 20 attendus.");
	section_list(d, s, COUNT(items), items);
	document_figure(d, "essentials", "guichet", "contacts_guichet", "total", "2024-08",
		"18450", "p");
	document_figure(d, "essentials", "part, \"x\"", "part", NULL, "2024-08", NULL, NULL);
}

static void add_channels(relais_document *d)
{
	static const table_column columns[] = { { "Canal", false }, { "Demandes", true },
		{ "Évolution à périmètre constant", true }, { "Offices", true },
		{ "Couverture", true }, { "Cumul depuis janvier", true },
		{ "Évolution du cumul", true } };
	static const char *const rows[][7] = {
		{ "Guichet | accueil", "18" NNBSP "450", "+7,2" NNBSP "%", "18",
			"90,0" NNBSP "%", "101" NNBSP "300", "+3,1" NNBSP "%" },
		{ "Téléphone <script>", "2" NNBSP "310", MINUS "4,1" NNBSP "%", "17",
			"85,0" NNBSP "%", "14" NNBSP "020", MINUS "2,0" NNBSP "%" },
		{ "Hors les murs", "840", NULL, "9", "45,0" NNBSP "%", "3" NNBSP "100", NULL },
		{ "Total", "21" NNBSP "600", "+5,8" NNBSP "%", "17", "85,0" NNBSP "%",
			"118" NNBSP "420", "+2,4" NNBSP "%" },
	};
	section *s = document_section(d, "channels", "Demandes par canal");
	block *table = section_table(
		d, s, "Demandes d'information par canal, août 2024", COUNT(columns), columns);

	for (size_t i = 0; i < COUNT(rows); i++)
		table_add(d, table, rows[i], i == COUNT(rows) - 1);
	table->note = document_copy(
		d, "Évolution à périmètre constant ; un tiret : non significatif.");
}

static relais_document *sample(relais_lang lang)
{
	relais_document *d = document_new(lang);
	section *s;

	assert_non_null(d);
	d->title = document_copy(d, "Note de conjoncture – août 2024 \033[31m");
	d->subtitle = document_copy(d, "Réseau des offices de tourisme – provisoire");
	d->edition = document_copy(d, "Éditée le 20/09/2024, données connues au 19/09/2024");
	add_essentials(d);
	add_channels(d);
	s = document_section(d, "treize mois", "Treize mois");
	section_chart(d, s, "Demandes au guichet", &thirteen_months);
	section_chart(d, s, "Évolution par territoire", &by_territory);
	s = document_section(d, "method", "Méthode");
	section_method(d, s, "Une valeur manquante n'est jamais un zéro.");
	assert_int_equal(document_status(d, NULL), RELAIS_OK);
	return d;
}

static char *render(const relais_document *d, const char *format, int width)
{
	const relais_style style = { .lang = d->lang, .tool = "rt-report", .width = width };
	relais_error err = { 0 };
	char *bytes;
	size_t length;
	FILE *out = open_memstream(&bytes, &length);

	assert_non_null(out);
	if (relais_document_write(d, format, &style, out, &err) != RELAIS_OK)
		fail_msg("%s: %s", format, err.text);
	fclose(out);
	return bytes;
}

static void has_all(
	const char *format, const char *bytes, size_t count, const char *const *wanted)
{
	for (size_t i = 0; i < count; i++)
		if (!strstr(bytes, wanted[i]))
			fail_msg("%s: no '%s' in\n%s", format, wanted[i], bytes);
}

static void has_none(
	const char *format, const char *bytes, size_t count, const char *const *banned)
{
	for (size_t i = 0; i < count; i++)
		if (strstr(bytes, banned[i]))
			fail_msg("%s: '%s' in\n%s", format, banned[i], bytes);
}

#define HAS(format, bytes, ...)                                                                \
	has_all(format, bytes, COUNT(((const char *const[]){ __VA_ARGS__ })),                  \
		(const char *const[]){ __VA_ARGS__ })
#define HAS_NOT(format, bytes, ...)                                                            \
	has_none(format, bytes, COUNT(((const char *const[]){ __VA_ARGS__ })),                 \
		(const char *const[]){ __VA_ARGS__ })

/* Every element closed in order (but the empty ones), every < a tag, every id said once. */
static void is_well_formed(const char *html)
{
	enum { DEEPEST = 32, LONGEST = 16 };
	char open[DEEPEST][LONGEST];
	int depth = 0;

	for (const char *at = strchr(html, '<'); at; at = strchr(at + 1, '<')) {
		bool is_end = at[1] == '/';
		const char *name = at + 1 + is_end, *end = strchr(at, '>');
		size_t length = strcspn(name, " >/\n");

		assert_non_null(end);
		if (*name == '!' || !strncmp(name, "meta", 4) || end[-1] == '/')
			continue;
		if (!length || length >= LONGEST || depth == DEEPEST)
			fail_msg("not a tag: %.60s", at);
		if (!is_end) {
			memcpy(open[depth], name, length);
			open[depth++][length] = '\0';
		} else if (!depth || strncmp(open[depth - 1], name, length) != 0 ||
			   open[depth - 1][length]) {
			fail_msg("'%s' is open, found %.60s", depth ? open[depth - 1] : "", at);
		} else {
			depth--;
		}
	}
	assert_int_equal(depth, 0);
}

static void ids_are_unique(const char *html)
{
	for (const char *at = strstr(html, " id=\""); at; at = strstr(at + 1, " id=\"")) {
		char id[64];
		size_t length = strcspn(at + 5, "\"") + 6;

		assert_true(length < sizeof id);
		memcpy(id, at, length);
		id[length] = '\0';
		if (strstr(at + 1, id))
			fail_msg("%s twice", id);
		for (const char *c = at + 5; *c != '"'; c++)
			if (!isalnum((unsigned char)*c) && !strchr("-_", *c))
				fail_msg("%s is not safe", id);
	}
}

static void html_is_a_page_of_its_own(void **state)
{
	relais_document *d = sample(RELAIS_FR);
	char *html = render(d, "html", 0);

	(void)state;
	is_well_formed(html);
	ids_are_unique(html);
	HAS("html", html, "<!DOCTYPE html>\n<html lang=\"fr\">", "<meta name=\"viewport\"",
		"<header>", "<nav ", "<main>", "<section id=\"essentials\">",
		"<a href=\"#treize-mois\">", "<section id=\"treize-mois\">",
		"<h1>Note de conjoncture – août 2024 \xef\xbf\xbd[31m</h1>",
		"<caption id=\"table-1\">Demandes d&#39;information par canal, août 2024</caption>",
		"<th scope=\"col\" class=\"n\">Demandes</th>",
		"<th scope=\"row\">Téléphone &lt;script&gt;</th>",
		"<tr class=\"total\"><th scope=\"row\">Total</th>", "&lt;OT &amp; fils&gt;",
		"<dd class=\"value\">18" NNBSP "450</dd>",
		"<p class=\"callout\" role=\"note\">",
		"<p class=\"note\">Évolution à périmètre constant", "@page{size:A4",
		"prefers-color-scheme:dark");
	HAS_NOT("html", html, "<script", "http", "\033", "@import", "url(", " src=", "NULL",
		"(null)", "=\"nan");
	free(html);
	relais_document_free(d);
}

static void charts_are_images_that_can_be_read(void **state)
{
	relais_document *d = sample(RELAIS_FR);
	char *html = render(d, "html", 0);
	const char *current = strstr(html, "class=\"line main\" d=\"");
	const char *reference = strstr(html, "class=\"line reference\" d=\"");
	size_t moves = 0;

	(void)state;
	HAS("html", html, "<svg role=\"img\"", "aria-labelledby=\"chart-1-title chart-1-text\"",
		"<title id=\"chart-1-title\">Demandes au guichet</title>",
		"<desc id=\"chart-1-text\">De 17" NNBSP "210 à 18" NNBSP
		"450 demandes ; janvier manque.</desc>",
		"<title id=\"chart-2-title\">", ">20" NNBSP "000</text>", ">0</text>",
		"text-anchor=\"start\">12 derniers mois</text>",
		"text-anchor=\"start\">un an avant</text>",
		"<title>août 2024 – 18" NNBSP "450</title>", "<rect class=\"bar main\"",
		">" MINUS "3,4" NNBSP "%</text>", "text-anchor=\"start\">–</text>");
	assert_non_null(current);
	assert_non_null(reference);
	for (const char *c = strchr(current, 'M'); *c != '"'; c++)
		moves += *c == 'M';
	assert_int_equal(moves, 2); /* January is a gap */
	free(html);
	relais_document_free(d);
}

static char *draw(const chart *c)
{
	relais_document *d = document_new(RELAIS_EN);
	char *html;

	d->title = document_copy(d, "T");
	section_chart(d, document_section(d, "s", "S"), NULL, c);
	html = render(d, "html", 0);
	is_well_formed(html);
	relais_document_free(d);
	return html;
}

static void every_series_has_its_name_and_looks(void **state)
{
	static const chart_series years[] = { { "2024", changes, changes_missing,
						      changes_labels, false, NULL },
		{ "2023", changes, NULL, changes_labels, true, NULL } };
	static const chart two_years = { CHART_BARS, 4, places, 2, years, "%", "Two years." };
	static const chart_series three[] = { { "A name too long to stand at the end", now,
						      now_missing, now_labels, false, NULL },
		{ "second", before, NULL, before_labels, false, NULL },
		{ "third", before, NULL, NULL, true, NULL } };
	static const chart three_lines = { CHART_LINES, 13, months, 3, three, NULL,
		"Three lines." };
	char *html = draw(&two_years);

	(void)state;
	HAS("bars", html, "<figure id=\"figure-1\">",
		"<figcaption id=\"figure-1-title\">Chart <span>(%)</span></figcaption>",
		"<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-labelledby=\"figure-1-title\">",
		"<rect class=\"bar reference\"", ">2024</text>", ">2023</text>",
		"<text class=\"soft small\"", "Kreiz-Breizh et vallée", "…</text>");
	free(html);
	html = draw(&three_lines);
	HAS("lines", html, "<line class=\"line main\"", "<line class=\"line more\"",
		"<line class=\"line reference\"", ">A name too long to stand at the end</text>",
		"<circle class=\"dot more\"", ">Chart</figcaption>");
	free(html);
}

static void a_lone_point_of_the_year_before_is_a_dot(void **state)
{
	static const bool gaps[13] = { true, false, true };
	static const chart_series series[] = { { "now", now, NULL, now_labels, false, NULL },
		{ "then", before, gaps, before_labels, true, NULL } };
	static const chart c = { CHART_LINES, 13, months, 2, series, NULL, "Gaps." };
	char *html = draw(&c);

	(void)state;
	HAS("html", html, "<circle class=\"dot reference\"");
	assert_null(strstr(strstr(html, "dot reference") + 1, "dot reference"));
	free(html);
}

static void two_points_make_no_chart(void **state)
{
	static const bool mostly[13] = {
		[2] = true, true, true, true, true, true, true, true, true, true, true
	};
	static const chart_series few[] = { { "now", now, mostly, now_labels, false, NULL },
		{ "before", before, NULL, before_labels, true, NULL } };
	static const chart poor = { CHART_LINES, 13, months, 2, few, "demandes",
		"Deux mois <connus>." };
	static const char *const formats[] = { "html", "text", "md" };

	(void)state;
	for (size_t i = 0; i < COUNT(formats); i++) {
		relais_document *d = document_new(RELAIS_EN);
		char *bytes;

		d->title = document_copy(d, "T");
		section_chart(d, document_section(d, "s", "S"), "Graphique", &poor);
		bytes = render(d, formats[i], 0);
		HAS(formats[i], bytes, "Deux mois");
		HAS_NOT(formats[i], bytes, "<svg", "▇", "<figure", "Graphique", "<nav");
		free(bytes);
		relais_document_free(d);
	}
}

static void text_can_be_mailed(void **state)
{
	relais_document *d = sample(RELAIS_FR);
	static const int widths[] = { 0, 72, 100, 300 };

	(void)state;
	for (size_t i = 0; i < COUNT(widths); i++) {
		char *bytes = render(d, "text", widths[i]);
		int most = widths[i] == 0 ? 80 : widths[i] > 100 ? 100 : widths[i];

		for (char *line = bytes, *end; (end = strchr(line, '\n')); line = end + 1) {
			*end = '\0';
			if (text_width(line) > most || (end > line && end[-1] == ' '))
				fail_msg("at %d: '%s'", widths[i], line);
			*end = '\n';
		}
		HAS("text", bytes, "L'essentiel\n───────────\n", "! Chiffres provisoires",
			"- Deux offices n'ont pas répondu : <OT & fils>.\n",
			"  Couverture            90,0" NNBSP "%\n", "janv. 2024 ", "▇▇▇", "░░",
			"Total ", "Canal ");
		HAS_NOT("text", bytes, "\033", "(null)");
		free(bytes);
	}
	relais_document_free(d);
}

static void markdown_says_nothing_of_its_own(void **state)
{
	relais_document *d = document_new(RELAIS_EN);
	section *s;
	char *md;

	(void)state;
	d->title = document_copy(d, "Title *one*");
	s = document_section(d, "s", "1. Section");
	section_paragraph(d, s, "# not a title\nbut a sentence");
	section_paragraph(d, s, "12) not a list");
	section_callout(d, s, "mind the <gap>");
	md = render(d, "md", 0);
	assert_string_equal(md,
		"# Title \\*one\\*\n\n## 1\\. Section\n\n\\# not a title but a sentence\n\n"
		"12\\) not a list\n\n> mind the &lt;gap&gt;\n");
	free(md);
	relais_document_free(d);

	d = sample(RELAIS_FR);
	md = render(d, "md", 0);
	HAS("md", md, "| Guichet \\| accueil | 18" NNBSP "450 |",
		"| Téléphone &lt;script&gt; |", "|---|---:|",
		"| **Total** | **21" NNBSP "600** |", "| janv. 2024 | – | 3" NNBSP "100 |",
		"- **90,0" NNBSP "%** Couverture\n");
	HAS_NOT("md", md, "<script", "\033");
	free(md);
	relais_document_free(d);
}

static void json_and_csv_list_the_figures(void **state)
{
	relais_document *d = sample(RELAIS_FR);
	char *json = render(d, "json", 0), *csv = render(d, "csv", 0);

	(void)state;
	assert_string_equal(csv, "section,figure,indicator,group,period,value,flag\n"
				 "essentials,guichet,contacts_guichet,total,2024-08,18450,p\n"
				 "essentials,\"part, \"\"x\"\"\",part,,2024-08,,\n");
	HAS("json", json,
		"{\"schema\":1,\"tool\":\"rt-report\",\"lang\":\"fr\",\"title\":\"Note",
		"{\"type\":\"paragraph\",\"text\":\"En août",
		"{\"type\":\"table\",\"title\":\"Demandes d'info",
		"{\"title\":\"Canal\",\"number\":false}",
		"{\"total\":true,\"cells\":[\"Total\",", "\"drawing\":\"bars\"",
		"\"reference\":true", "\"3" NNBSP "900\",null,\"4" NNBSP "300\"",
		"\"section\":\"essentials\",\"figure\":\"guichet\",\"indicator\":\"contacts_guichet\","
		"\"group\":\"total\",\"period\":\"2024-08\",\"value\":18450,\"flag\":\"p\"}",
		"\"group\":null,\"period\":\"2024-08\",\"value\":null,\"flag\":null}]}\n");
	HAS_NOT("json", json, "\033", "(null)");
	free(json);
	free(csv);
	relais_document_free(d);
}

static void an_empty_document_is_fine(void **state)
{
	relais_document *d = document_new(RELAIS_EN);

	(void)state;
	for (const char *const *format = relais_document_formats(); *format; format++) {
		char *bytes = render(d, *format, 0);

		HAS_NOT(*format, bytes, "(null)");
		if (!strcmp(*format, "html"))
			is_well_formed(bytes);
		free(bytes);
	}
	relais_document_free(d);
}

static void a_full_disk_and_a_wrong_name_are_said(void **state)
{
	relais_document *d = sample(RELAIS_EN);
	relais_error err = { 0 };

	(void)state;
	for (const char *const *format = relais_document_formats(); *format; format++) {
		FILE *full = fopen("/dev/full", "w");

		assert_non_null(full);
		memset(&err, 0, sizeof err);
		if (relais_document_write(d, *format, NULL, full, &err) != RELAIS_E_IO ||
			strcmp(err.text, "cannot write: No space left on device") != 0)
			fail_msg("%s on a full disk: '%s'", *format, err.text);
		fclose(full);
	}
	assert_int_equal(relais_document_write(d, "htm", NULL, stderr, &err), RELAIS_E_USAGE);
	assert_string_equal(err.text, "unknown format 'htm' (did you mean 'html'?)");
	relais_document_free(d);
}

/* Codes and dates are not broken, sentences get room, names of measures theirs; blocks are drawn. */
static void tables_are_laid_out_by_what_they_hold(void **state)
{
	static const table_column about[] = { { "Indicateur", false }, { "Niveau", true },
		{ "Treize mois", false } };
	static const table_column planned[] = { { "Code", false }, { "Intitulé", false },
		{ "Échéance", false } };
	const char *const row[] = { "Contacts au guichet", "12", "▁█·" };
	const char *const action[] = { "A1-01",
		"Mettre en ligne la carte des référents numériques", "30/06/2026" };
	relais_document *d = document_new(RELAIS_FR);
	section *s = document_section(d, "un", "Un");
	char *html;

	(void)state;
	table_add(d, section_table(d, s, NULL, COUNT(about), about), row, false);
	table_add(d, section_table(d, s, NULL, COUNT(planned), planned), action, false);
	html = render(d, "html", 0);
	is_well_formed(html);
	HAS("html", html, "<table class=\"named\">", "<table class=\"coded\">",
		"<td class=\"w\">Mettre", "<td class=\"c\">30/06/2026",
		"viewBox=\"0 0 24 24\" aria-label=\"Treize mois\">"
		"<path d=\"M0 24h7v-3h-7z\"/><path d=\"M8 24h7v-24h-7z\"/>"
		"<path d=\"M19 24h2v-2h-2z\"/></svg>");
	HAS_NOT("html", html, "█");
	free(html);
	relais_document_free(d);
}

/* Twice as wide as the page: told in parts, each beginning with what tells the rows apart. */
static void wide_tables_are_told_in_parts(void **state)
{
	static const table_column about[] = { { "Office", false }, { "Label", false },
		{ "Chiffre", true }, { "Responsabilité", false }, { "Prochaine étape", false },
		{ "Encore autre chose", false } };
	const char *const cells[] = { "OT de Saint-Elvin", "Classement", "123" NBSP "456",
		"Directrice", "déposer le renouvellement", "la fin de la ligne" };
	const char *const twin[] = { "OT de Saint-Elvin", "Marque", "7", NULL, NULL, "rien" };
	relais_document *d = document_new(RELAIS_FR);
	block *b = section_table(d, document_section(d, "un", "Un"), NULL, COUNT(about), about);
	char *plain;

	(void)state;
	table_add(d, b, cells, false);
	table_add(d, b, twin, false);
	plain = render(d, "text", 40);
	HAS("text", plain,
		"Office             Label       Chiffre\n"
		"─────────────────  ──────────  ───────\n"
		"OT de Saint-Elvin  Classement  123" NBSP "456\n"
		"OT de Saint-Elvin  Marque            7\n"
		"\n"
		"Office        Label       Responsabilité\n"
		"────────────  ──────────  ──────────────\n"
		"OT de         Classement  Directrice\n"
		"Saint-Elvin\n");
	HAS("text", plain, "Directrice", "la fin de la", "rien");
	free(plain);
	relais_document_free(d);
}

static void key_figures_fill_their_lines(void **state)
{
	static const key_figure some[] = { { "a", "1", NULL, NULL }, { "b", "2", NULL, NULL },
		{ "c", "3", NULL, NULL }, { "d", "4", NULL, NULL }, { "e", "5", NULL, NULL },
		{ "f", "6", NULL, NULL }, { "g", "7", NULL, NULL } };

	(void)state;
	for (size_t count = 1; count <= COUNT(some); count++) {
		relais_document *d = document_new(RELAIS_FR);
		char *html;

		section_figures(d, document_section(d, "un", "Un"), count, some);
		html = render(d, "html", 0);
		assert_int_equal(!!strstr(html, "\"figures by3\""), count == 5 || count == 6);
		free(html);
		relais_document_free(d);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(html_is_a_page_of_its_own),
		cmocka_unit_test(tables_are_laid_out_by_what_they_hold),
		cmocka_unit_test(key_figures_fill_their_lines),
		cmocka_unit_test(wide_tables_are_told_in_parts),
		cmocka_unit_test(charts_are_images_that_can_be_read),
		cmocka_unit_test(every_series_has_its_name_and_looks),
		cmocka_unit_test(a_lone_point_of_the_year_before_is_a_dot),
		cmocka_unit_test(two_points_make_no_chart),
		cmocka_unit_test(text_can_be_mailed),
		cmocka_unit_test(markdown_says_nothing_of_its_own),
		cmocka_unit_test(json_and_csv_list_the_figures),
		cmocka_unit_test(an_empty_document_is_fine),
		cmocka_unit_test(a_full_disk_and_a_wrong_name_are_said),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
