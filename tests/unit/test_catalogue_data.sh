#!/bin/sh
# SPDX-License-Identifier: MIT
# test_catalogue_data.sh [DIR] - the shipped catalogue holds together: its totals are those of
# the manifesto, every code it mentions exists, and no heading means two indicators.
# Prints what is wrong, one sentence a line; needs nothing but sh and awk.
set -eu
dir=${1-$(dirname "$0")/../../share}
export LC_ALL=C
awk '
# split a CSV line in f[1..n]; quotes doubled inside quotes, no line break inside a field
function cut(line, f,    n, i, c, field, quoted) {
	n = 0; field = ""; quoted = 0
	for (i = 1; i <= length(line); i++) {
		c = substr(line, i, 1)
		if (quoted && c == "\"" && substr(line, i + 1, 1) == "\"") { field = field c; i++ }
		else if (c == "\"") quoted = !quoted
		else if (c == "," && !quoted) { f[++n] = field; field = "" }
		else field = field c
	}
	f[++n] = field
	if (quoted) wrong("a quote is never closed")
	return n
}
# as headings are compared: lower case, no accents, punctuation of words as one blank
function fold(s) {
	s = tolower(s)
	gsub(/\303[\200\202\240\242]/, "a", s); gsub(/\303[\207\247]/, "c", s)
	gsub(/\303[\210-\213\250-\253]/, "e", s); gsub(/\303[\216\217\256\257]/, "i", s)
	gsub(/\303[\224\264]/, "o", s); gsub(/\303[\231\233\271\273]/, "u", s)
	gsub(/\305[\222\223]/, "oe", s); gsub(/\342\200\231/, " ", s); gsub(/\302\240/, " ", s)
	gsub(/[-_.'\''\t ]+/, " ", s); sub(/^ /, "", s); sub(/ $/, "", s)
	return s
}
function wrong(why) { print FILENAME ":" FNR ": " why; bad = 1 }
function one_of(name, list) {
	if (index(" " list " ", " " f[at[name]] " ") == 0 || f[at[name]] == "")
		wrong(name " \"" f[at[name]] "\" is none of: " list)
}
function of(name) { return f[at[name]] }
function owns(heading, code,    key) {
	key = fold(heading)
	if (key == "") wrong("an alias of " code " is empty")
	else if (key in owner && owner[key] != code)
		wrong("heading \"" heading "\" means both " owner[key] " and " code)
	owner[key] = code
}
function numeric(name) {
	if (of(name) != "" && of(name) !~ /^-?[0-9]+(\.[0-9]+)?$/)
		wrong(name " \"" of(name) "\" is not a plain number")
}
function later(code, where) { if (code != "") wanted[where ": " code] = code }
function expect(name, found, asked) {
	if (found + 0 != asked) { print name ": " found + 0 " rows, " asked " expected"; bad = 1 }
}
/\r/ { wrong("a carriage return") }
FNR == 1 {
	file = FILENAME; sub(/.*\//, "", file); sub(/\.csv$/, "", file)
	split("", at); columns = cut($0, f); rank = -1
	for (i = 1; i <= columns; i++) at[f[i]] = i
	next
}
# read by cutting lines at their commas
file == "norm" {
	if (/"/) wrong("a quote")
	if (cut($0, f) != columns) wrong("not " columns " fields")
	if (!(of("indicator") in indicator)) wrong("unknown indicator " of("indicator"))
	if ((of("indicator"), of("definition_version")) in asked) wrong("asked for twice")
	asked[of("indicator"), of("definition_version")] = 1; asked_for[of("indicator")] = 1
	if (of("valid_from") !~ /^[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]$/) wrong("valid_from is no day")
	one_of("required", "0 1")
	next
}
file == "criteria" {
	if (/"/) wrong("a quote")
	if (cut($0, f) != columns) wrong("not " columns " fields")
	if (!(of("indicator") in indicator)) wrong("unknown indicator " of("indicator"))
	numeric("minimum"); one_of("grid", "2010 2019"); one_of("level", "III II I")
	if (of("grid") of("indicator") == last_criterion && of("minimum") + 0 <= least) wrong("a higher category asks for more")
	last_criterion = of("grid") of("indicator"); least = of("minimum") + 0
	if (of("source") == "") wrong("without its source")
	next
}
# likewise; what a scheme is called, and the days of its laws
function is_day(name) {
	if (of(name) != "" && of(name) !~ /^[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]$/) wrong(name " is no day")
}
file == "labels" {
	if (/"/) wrong("a quote")
	if (cut($0, f) != columns) wrong("not " columns " fields")
	scheme = of("scheme"); count["labels"]++; is_scheme[scheme] = 1
	if (scheme != last_scheme && scheme in until) wrong("the laws of " scheme " are apart")
	if (scheme == last_scheme && of("from") <= until[scheme] && of("from") != "") wrong("its laws overlap")
	if (scheme == last_scheme && of("label_fr") != label_of[scheme]) wrong("two names for " scheme)
	last_scheme = scheme; label_of[scheme] = of("label_fr"); until[scheme] = of("until")
	if (of("label_fr") == "" || of("label_en") == "") wrong("a label is empty")
	one_of("holder", "office commune hebergement any")
	n = split("from until complete_before ends_by extended_from extended_to", name, " ")
	for (i = 1; i <= n; i++) is_day(name[i])
	numeric("years"); numeric("procedure"); numeric("least")
	if (of("reminders") !~ /^[0-9]+([|][0-9]+)*$/) wrong("reminders are months")
	if (of("years") != "" && of("source") == "") wrong("a term without its source")
	n = split(of("replaced_by") " " of("takes_over") " " of("needs"), name, " ")
	for (i = 1; i <= n; i++) { sub(/:.*/, "", name[i]); wanted_scheme[name[i]] = scheme }
	n = split(scheme "|" of("label_fr") "|" of("aliases"), name, "|")
	for (i = 1; i <= n; i++) {
		key = fold(name[i])
		if (key in scheme_of && scheme_of[key] != scheme) wrong(name[i] " means both " scheme_of[key] " and " scheme)
		scheme_of[key] = scheme
	}
	next
}
{
	if (cut($0, f) != columns) wrong("not " columns " fields")
	if ((file, of("code")) in seen) wrong("code " of("code") " twice")
	seen[file, of("code")] = 1; count[file]++
	if (of("rank") + 0 <= rank) wrong("rank " of("rank") " does not grow")
	rank = of("rank") + 0
	if (of("label_fr") == "" || of("label_en") == "") wrong("a label is empty")
}
file == "domains" || file == "challenges" { known[of("code")] = file }
file == "challenges" { challenges += of("is_challenge") }
file == "resolutions" {
	resolution[of("code")] = 1; domain[of("domain")]++; challenge[of("challenge")]++
	if (known[of("domain")] != "domains") wrong("unknown domain " of("domain"))
	if (known[of("challenge")] != "challenges") wrong("unknown challenge " of("challenge"))
	if (of("challenge_alt") != "" && known[of("challenge_alt")] != "challenges")
		wrong("unknown challenge " of("challenge_alt"))
	one_of("certainty", "sur probable ambigu")
	if ((of("certainty") == "sur") != (of("challenge_alt") == ""))
		wrong("an alternative goes with a doubt, and a doubt with an alternative")
	# bytes that start a character: a label stays short on a screen
	label = of("label_fr"); gsub(/[\200-\277]/, "", label)
	if (length(label) > 60 || length(of("label_en")) > 64) wrong("label longer than 60")
}
file == "indicators" {
	code = of("code"); indicator[code] = 1; in_norm[code] = of("norm"); type[code] = of("type"); periodicity[code] = of("periodicity")
	if (code !~ /^[a-z][a-z0-9_]*$/) wrong("code " code " is not plain")
	one_of("type", "count eur percent fte duration score flag ratio number")
	one_of("periodicity", "M Q Y M/Y Q/Y")
	one_of("over_offices", "sum mean wmean share ratio last")
	one_of("over_time", "sum last mean wmean ratio")
	one_of("factor", "1 100 1000"); one_of("derived", "0 1"); one_of("norm", "0 1")
	one_of("decimals", "0 1 2 3 4 5 6")
	numeric("minimum"); numeric("maximum"); numeric("soft_maximum"); numeric("step")
	if (of("minimum") != "" && of("maximum") != "" && of("minimum") + 0 >= of("maximum") + 0)
		wrong("minimum not below maximum")
	if ((of("over_offices") == "wmean") != (of("weight") != "")) wrong("weight goes with wmean")
	if ((of("over_offices") == "ratio") != (of("denominator") != "")) wrong("denominator goes with ratio")
	if ((of("derived") == 1) != (of("numerator") != "")) wrong("numerator goes with derived")
	if (of("type") == "percent" && of("factor") != 100) wrong("a percentage has factor 100")
	later(of("weight"), FILENAME ":" FNR ": weight"); later(of("part_of"), FILENAME ":" FNR ": part_of")
	later(of("denominator"), FILENAME ":" FNR ": denominator")
	n = split(of("numerator"), term, "+")
	for (i = 1; i <= n; i++) { sub(/^\?/, "", term[i]); later(term[i], FILENAME ":" FNR ": numerator") }
	n = split(of("resolutions"), term, " ")
	if (n == 0) wrong("serves no resolution")
	for (i = 1; i <= n; i++) if (!(term[i] in resolution)) wrong("unknown resolution " term[i])
	owns(code, code); owns(of("label_fr"), code); owns(of("label_en"), code)
	split("", mine); n = split(of("aliases"), term, "|")
	for (i = 1; i <= n; i++) {
		owns(term[i], code)
		if (fold(term[i]) in mine) wrong("alias \"" term[i] "\" twice")
		mine[fold(term[i])] = 1
	}
}
END {
	n = split("offices classes categorie_1 a_echeance qualite tourisme_handicap accueil_velo", name, " ")
	for (i = 1; i <= n; i++) indicator["register:" name[i]] = 1
	for (where in wanted) if (!(wanted[where] in indicator)) { print where " is unknown"; bad = 1 }
	for (scheme in wanted_scheme) if (!(scheme in is_scheme)) { print "labels.csv: no scheme " scheme; bad = 1 }
	for (code in in_norm) if (in_norm[code] != (code in asked_for)) { print "norm.csv and the mark of " code " differ"; bad = 1 }
	# columns of other kinds, which no indicator may claim
	n = split("office offices code nom mois periode annee indicateur valeur commune territoire epci departement " \
		"zone categorie total statut adherent pilote partenaires note etat preuve resolution date structure " \
		"mesure variable rubrique trimestre semestre exercice temps nombre resultat quantite drapeau value period year", name, " ")
	for (i = 1; i <= n; i++) if (name[i] in owner) { print "heading " name[i] " is taken by " owner[name[i]]; bad = 1 }
	expect("domains", count["domains"], 4); expect("challenges", count["challenges"], 6)
	expect("challenges that are challenges", challenges, 5)
	expect("resolutions", count["resolutions"], 30); expect("indicators", count["indicators"], 61)
	expect("animation", domain["animation"], 6); expect("professionnalisation", domain["professionnalisation"], 10)
	expect("structuration", domain["structuration"], 3); expect("representation", domain["representation"], 11)
	expect("general", challenge["general"], 5); expect("numerique", challenge["numerique"], 3)
	expect("ressources", challenge["ressources"], 6); expect("qualite_dd", challenge["qualite_dd"], 5)
	expect("mise_en_reseau", challenge["mise_en_reseau"], 5); expect("culturel", challenge["culturel"], 6)
	if (!bad) print "catalogue: 30 resolutions, 61 indicators, every reference resolves"
	exit bad
}' "$dir/domains.csv" "$dir/challenges.csv" "$dir/resolutions.csv" "$dir/indicators.csv" "$dir/norm.csv" "$dir/labels.csv" "$dir/criteria.csv"
