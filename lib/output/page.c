/* SPDX-License-Identifier: MIT
 * The frame of an HTML page and its style sheet: light and dark, from a phone to A4. Colours
 * keep a contrast of 4.5 at least, paper is always white, and nothing relies on colour alone.
 */
#include "escape.h"
#include "page.h"
#include "scope.h"

static const char colours[] =
	":root{color-scheme:light dark;--ink:#1b2430;--soft:#556170;--line:#d5dbe1;--paper:#fff;"
	"--card:#f2f6f8;--accent:#0b5a70;--alert:#fdf4dc;--alert-line:#b87a00}\n"
	"@media screen and (prefers-color-scheme:dark){:root{--ink:#e7ecf1;--soft:#a7b3bf;"
	"--line:#3b4754;--paper:#12181f;--card:#1c252e;--accent:#74cbe0;--alert:#33290f;"
	"--alert-line:#e0a83a}}\n"
	"@media print{:root{color-scheme:light}}\n";

static const char words_on_page[] =
	"*{box-sizing:border-box}\n"
	"html{-webkit-text-size-adjust:100%}\n"
	"body{margin:0 auto;max-width:54rem;padding:2.5rem 1.25rem 4rem;color:var(--ink);"
	"background:var(--paper);font:1rem/1.6 system-ui,-apple-system,\"Segoe UI\",Roboto,"
	"\"Noto Sans\",\"Liberation Sans\",Arial,sans-serif}\n"
	"header{border-top:.3rem solid var(--accent);padding-top:1.4rem;margin-bottom:2rem}\n"
	"h1{font-size:2rem;line-height:1.2;letter-spacing:-.01em;margin:0 0 .4rem;text-wrap:balance}\n"
	"h2{font-size:1.3rem;line-height:1.3;margin:0 0 .8rem;color:var(--accent)}\n"
	"p{margin:0 0 .9rem;max-width:42rem}\n"
	".logo{display:block;max-width:14rem;max-height:5rem;margin:0 0 1.2rem}\n"
	"footer{border-top:1px solid var(--line);padding-top:1rem;color:var(--soft);font-size:.875rem}\n"
	".subtitle{font-size:1.1rem;margin:0 0 .2rem}\n"
	".edition,.note,.method{color:var(--soft);font-size:.875rem}\n"
	".wide+.note{margin:-1.1rem 0 1.6rem}\n"
	"nav{margin:0 0 2.5rem;padding:.9rem 0;border-block:1px solid var(--line);font-size:.9375rem}\n"
	"nav ol{margin:0;padding-left:1.9rem;columns:16rem;column-gap:2.5rem}\n"
	"nav li{break-inside:avoid;padding:.1rem 0}\n"
	"a{color:var(--accent)}\n"
	"nav a{text-decoration:none}\n"
	"a:hover,a:focus-visible{text-decoration:underline}\n"
	":focus-visible{outline:2px solid var(--accent);outline-offset:3px}\n"
	"section{margin:0 0 3rem;scroll-margin-top:1rem}\n"
	"section>ul{padding-left:1.25rem;margin:0 0 .9rem;max-width:42rem}\n"
	"section>ul li{margin-bottom:.3rem}\n"
	".method+ul{columns:19rem;column-gap:2rem;color:var(--soft);font-size:.875rem}\n"
	".method+ul li{break-inside:avoid}\n"
	".callout{border-left:.25rem solid var(--alert-line);background:var(--alert);"
	"padding:.7rem 1rem;border-radius:0 .3rem .3rem 0;max-width:none}\n";

static const char things_on_page[] =
	".figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(11.5rem,1fr));gap:0 1rem;"
	"margin:0 0 .6rem}\n"
	".figures.by3{grid-template-columns:repeat(auto-fit,minmax(15rem,1fr))}\n"
	".figures div{background:var(--card);border-radius:.5rem;padding:1rem 1.1rem;"
	"margin:0 0 1rem;display:grid;grid-row:span 3;grid-template-rows:subgrid}\n"
	".figures dt{font-size:.875rem;line-height:1.35;color:var(--soft)}\n"
	".figures dd{margin:0}\n"
	".figures .value{font-size:1.75rem;font-weight:650;line-height:1.25;margin-top:.3rem;"
	"font-variant-numeric:tabular-nums}\n"
	".figures .detail{font-size:.875rem;line-height:1.4;margin-top:.15rem}\n"
	".wide{overflow-x:auto;margin:0 0 1.6rem}\n"
	"table{border-collapse:collapse;width:100%;font-size:.9375rem;line-height:1.4;"
	"font-variant-numeric:tabular-nums}\n"
	"caption,figcaption{text-align:left;font-weight:650;padding:0 0 .5rem}\n"
	"figcaption span{font-weight:400;color:var(--soft)}\n"
	"th,td{padding:.45rem .75rem;border-bottom:1px solid var(--line);text-align:left;"
	"vertical-align:top}\n"
	".many th,.many td{padding:.45rem .4rem;font-size:.875rem}\n"
	"th:first-child,td:first-child{padding-left:0}\n"
	"th:last-child,td:last-child{padding-right:0}\n"
	"thead th{vertical-align:bottom;border-bottom:2px solid var(--accent);font-weight:650}\n"
	"tbody th{font-weight:400;min-width:8.5rem}\n"
	".many tbody th{min-width:7rem}\n"
	".coded tbody th{min-width:0}\n"
	".named tbody th{min-width:14rem}.named td,.named thead th:not(:first-child){padding-inline:.6rem}"
	".named tr>:last-child{padding-right:0}\n"
	".c{white-space:nowrap}\n"
	"td.w{min-width:10rem}\n"
	".n{text-align:right;white-space:nowrap}\n"
	"thead .n{white-space:normal}\n"
	".total th,.total td{font-weight:650;border-top:2px solid var(--line);"
	"border-bottom-color:var(--accent)}\n"
	"svg.spark{width:6.5rem;min-width:0;height:1.5rem;fill:currentColor}\n"
	"figure{margin:0 0 1.6rem}\n"
	"figure .wide{margin:0}\n"
	"svg{display:block;width:100%;min-width:32rem;height:auto;color:var(--ink);"
	"font:13px system-ui,-apple-system,\"Segoe UI\",Roboto,\"Noto Sans\",Arial,sans-serif}\n"
	"svg text{fill:currentColor;font-variant-numeric:tabular-nums}\n"
	"svg .soft{fill:var(--soft)}\n"
	"svg .grid{stroke:var(--line);stroke-width:1}\n"
	"svg .zero{stroke:var(--soft);stroke-width:1}\n"
	"svg .line{fill:none;stroke:var(--accent);stroke-width:2.5;stroke-linejoin:round;"
	"stroke-linecap:round}\n"
	"svg .line.more{stroke:currentColor;stroke-width:1.5}\n"
	"svg .line.reference{stroke:var(--soft);stroke-width:1.75;stroke-dasharray:5 4}\n"
	"svg .dot{fill:var(--accent);stroke:var(--paper);stroke-width:1.5}\n"
	"svg .dot.more{fill:var(--paper);stroke:currentColor}\n"
	"svg .dot.reference{fill:var(--soft);stroke:none}\n"
	"svg .bar{fill:var(--accent)}\n"
	"svg .bar.more{fill:currentColor}\n"
	"svg .bar.reference{fill-opacity:.25;stroke:var(--soft);stroke-width:1}\n"
	"svg .band{fill:var(--accent);fill-opacity:.2;stroke:none}\n"
	"svg .edge{fill:none;stroke:var(--soft);stroke-width:1}\n"
	"svg .hatch{fill:none;stroke:var(--soft);stroke-width:.75}\n"
	"svg .cell{fill:var(--accent);fill-opacity:0;stroke:var(--line);stroke-width:1}\n"
	"svg .cell.light{fill-opacity:.12}svg .cell.half{fill-opacity:.38}svg .cell.full{fill-opacity:1}\n"
	"svg .on{fill:var(--paper)}\n"
	"svg .small{font-size:11px}\n"
	"svg .change{font-weight:400}\n"
	"svg .strong{font-weight:650}\n"
	"svg .halo{paint-order:stroke;stroke:var(--paper);stroke-width:4px;stroke-linejoin:round}\n";

/* Of drawings whose things have marks: signs and shades that need no colour. */
static const char marks_on_page[] =
	"svg .mark{fill:none;stroke:var(--accent);stroke-width:1.5}\n"
	"svg .mark.full{fill:var(--accent)}\n"
	"svg .mark.dashed{stroke:var(--soft);stroke-dasharray:4 3}\n"
	"svg .mark.crossed,svg .struck{stroke:var(--soft);stroke-width:1}\n"
	"svg .mark.unknown{fill:var(--card);stroke:none}\n"
	"svg .hatched{stroke:var(--accent);stroke-width:1.25}\n"
	"svg .sign{fill:none;stroke:currentColor;stroke-width:1.5}\n"
	"svg .sign.full{fill:currentColor}\n"
	"svg .sign.dashed{stroke-dasharray:2.2 2}\n"
	"svg .clear{stroke:var(--paper);stroke-width:16;stroke-linecap:round}\n"
	"svg .overrun{stroke:currentColor;stroke-width:1.5;stroke-dasharray:2 3}\n"
	"svg .now{stroke:currentColor;stroke-width:1.25}\n"
	"svg .frame{fill:none;stroke:var(--line);stroke-width:1}\n"
	"svg .place{color:var(--accent)}\n"
	"svg .place text{fill:var(--ink)}\n"
	"svg .inverse{color:var(--paper)}\n";

/* On a phone, what is wider than the screen scrolls with its title and its first column in sight. */
static const char phone[] =
	"@media screen and (max-width:36rem){body{padding:1.25rem 1rem 3rem}h1{font-size:1.6rem}"
	".wide:has(th:nth-child(5)) table{min-width:30rem}.named tbody th{min-width:8rem}"
	".wide:has(th:nth-child(5)) tr>:first-child{position:sticky;left:0;max-width:9rem;"
	"background:var(--paper)}"
	"caption{max-width:calc(100vw - 2rem)}"
	"caption{position:sticky;left:0}"
	".figures,.figures.by3{grid-template-columns:repeat(auto-fit,minmax(9.4rem,1fr));gap:0 .6rem}"
	".figures div{padding:.7rem .75rem;margin-bottom:.6rem}.figures .value{font-size:1.25rem}}\n";

/* A title stays with what it names, and a table that fits on a page is not cut: a long one not
 * after its first row, nor before its last. */
static const char paper[] =
	"@page{size:A4;margin:15mm 17mm 18mm;@bottom-right{content:counter(page) \" / \" "
	"counter(pages);font:9pt sans-serif;color:#556170}}\n"
	"@media print{html{font-size:10pt}body{max-width:none;padding:0;line-height:1.5}"
	"h1{font-size:20pt}h2{font-size:13pt}nav{display:none}section{margin-bottom:7mm}"
	"p,section>ul{orphans:3;widows:3;max-width:none}.method{margin-bottom:.5rem;line-height:1.4}.method,.note,.method+ul{font-size:8pt}"
	"p:has(+figure),p:has(+ul){break-after:avoid}.wide{overflow:visible;margin-bottom:5mm}"
	"table{font-size:9pt}th,td{padding-block:.32rem}.many th,.many td{font-size:8pt;padding-inline:.22rem}.many tbody th,td.w{min-width:6rem}svg{min-width:0}figure svg{max-width:150mm}svg.spark{width:5rem;height:1.15rem}"
	".named td,.named thead th:not(:first-child){padding-inline:.35rem}"
	".named tr>:last-child{padding-right:0}"
	"thead{display:table-header-group}"
	"h2,caption,figcaption,thead{break-after:avoid}tr,figure,.figures,.callout{break-inside:avoid}"
	".wide:not(:has(tr:nth-child(9))){break-inside:avoid}"
	"tbody tr:nth-child(-n+2),tbody tr:last-child{break-before:avoid}"
	".figures{grid-template-columns:repeat(auto-fit,minmax(41mm,1fr));gap:0 3mm}"
	".figures.by3{grid-template-columns:repeat(3,1fr)}"
	".figures div{padding:.7rem .8rem;margin-bottom:3mm}.figures .value{font-size:15pt}"
	".figures div,.callout{-webkit-print-color-adjust:exact;print-color-adjust:exact}}\n";

/* Paper is always white: what is printed has the light colour. */
static void add_colours(text *out, const page_look *look)
{
	if (look && look->colour)
		text_addf(out,
			"@media print,(prefers-color-scheme:light){:root{--accent:%s}}\n",
			look->colour);
	if (look && look->colour_dark)
		text_addf(out,
			"@media screen and (prefers-color-scheme:dark){:root{--accent:%s}}\n",
			look->colour_dark);
}

void page_open(text *out, relais_lang lang, const char *title, const page_look *look)
{
	text_addf(out,
		"<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
		"<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<title>",
		lang == RELAIS_FR ? "fr" : "en");
	html_text(out, title);
	text_add(out, "</title>\n<style>\n");
	text_add(out, colours);
	text_add(out, words_on_page);
	text_add(out, things_on_page);
	text_add(out, marks_on_page);
	text_add(out, phone);
	text_add(out, paper);
	add_colours(out, look);
	text_add(out, "</style>\n</head>\n<body>\n");
}

void page_fragment_style(text *out, const page_look *look)
{
	const char *const parts[] = { colours, words_on_page, things_on_page, marks_on_page,
		phone, paper };
	text own = { 0 };

	text_add(out, "<style>\n");
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		scope_style(out, ".relais", parts[i]);
	add_colours(&own, look);
	scope_style(out, ".relais", text_str(&own));
	out->failed = out->failed || own.failed;
	text_free(&own);
	text_add(out, "</style>\n");
}

void page_close(text *out)
{
	text_add(out, "</body>\n</html>\n");
}
