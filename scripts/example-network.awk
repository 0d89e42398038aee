# SPDX-License-Identifier: MIT
# example-network.awk - the model of the invented figures: an office's size, the season of its
# kind of place, a slow trend, the weather of the month, the chance of the day. Whole numbers
# only and a generator of our own, so that every awk writes the same bytes. Reads offices.csv,
# writes UTF-8 files with Windows line ends in the folder `out`.

BEGIN {
	FS = ";"; EOL = "\r\n"; FIRST = 2023; LAST = 2025
	split("15 25 45 95 130 150 290 330 85 40 15 20", season_littoral, " ")
	split("130 190 120 45 30 60 170 190 70 35 20 140", season_montagne, " ")
	split("55 60 75 95 115 110 140 150 110 90 70 130", season_ville, " ")
	split("20 30 50 100 135 130 190 210 110 70 30 25", season_campagne, " ")
	# contacts of an average month, office by office, in the order of the codes
	split("6200 3400 1500 1900 420 5200 1100 800 950 4100 2900 1300 900 260 1200 620 480 540 310 " \
		"1700 520 240 350 600", size, " ")
	# thousandths: contacts from abroad
	split("180 165 120 110 90 270 190 150 140 240 225 180 170 110 130 105 70 95 60 160 85 70 75 120", foreign, " ")
	shops = " 1 2 3 4 6 7 8 9 10 11 12 13 15 16 17 18 20 21 23 24 "
	outreach = " 1 2 3 4 6 10 11 20 "; chats = " 1 2 6 10 11 15 20 24 "
	long_month = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
	split(long_month, MONTH, " ")
	split("JANVIER FÉVRIER MARS AVRIL MAI JUIN JUILLET AOÛT SEPTEMBRE OCTOBRE NOVEMBRE DÉCEMBRE", UPPER, " ")
	split("janv févr mars avr mai juin juil août sept oct nov déc", SHORT, " ")
	NBSP = "\302\240"
	# the columns of the grid
	GUICHET = 1; ETRANGERS = 2; HORS_MURS = 3; TELEPHONE = 4; ECRITES = 5; TCHAT = 6; WEB = 7
	BOUTIQUE = 8; AVIS = 9; NOTE = 10; HEURES = 11; COLUMNS = 11
}
FNR > 1 { code[++offices] = $1; name[offices] = $2; zone[offices] = $7 }
END {
	for (year = FIRST; year <= LAST; year++) {
		for (month = 1; month <= 12; month++)
			grid(sprintf("%s/grilles/%d-%02d.csv", out, year, month), year, month, "")
		own_file(out "/envois/OT-99-009-" year ".csv", 9, year, year == LAST ? 8 : 12)
	}
	own_file(out "/envois/OT-99-009-" LAST "-complet.csv", 9, LAST, 12)
	corrected = 1
	grid(out "/grilles/corrections/2025-08-rectifiee.csv", 2025, 8, " (rectifiée)")
	corrected = 0
	only = 13
	grid(out "/envois/retard-OT-99-013-2025-08.csv", 2025, 8, "")
}

# ---- chance: Park and Miller's generator, three steps from a seed of the place and the day
function chance(a, b, c,    seed, i) {
	seed = (a * 7919 + b * 104729 + c * 1299709 + 20250915) % 2147483647
	for (i = 0; i < 3; i++) seed = (seed * 16807) % 2147483647
	return seed
}
function between(low, high, a, b, c) { return low + chance(a, b, c) % (high - low + 1) }
function grow(value, thousandths) { return int((value * (1000 + thousandths) + 500) / 1000) }
function has(list, office) { return index(list, " " office " ") > 0 }

# ---- the figures ------------------------------------------------------------
function season(office, month) {
	if (zone[office] == "littoral") return season_littoral[month]
	if (zone[office] == "montagne") return season_montagne[month]
	return zone[office] == "ville" ? season_ville[month] : season_campagne[month]
}
# Easter weekend in March 2024, in April the other two years
function easter(year, month) {
	if (year != 2024) return month == 4 ? 40 : 0
	return month == 3 ? 110 : month == 4 ? -50 : 0
}
function closed(office, month) {
	if (office == 5) return month <= 2 || month >= 11
	return office == 14 && (month == 4 || month == 5 || month == 10 || month == 11)
}
# requests at the counter, before the merger
function contacts(office, year, month,    value, t) {
	t = (year - FIRST) * 12 + month
	value = int(size[office] * season(office, month) / 100)
	value = grow(value, between(-25, 40, office, 0, 1) * (year - FIRST))
	value = grow(value, between(-45, 45, 100 + index("lmvc", substr(zone[office], 1, 1)), t, 2))
	value = grow(value, easter(year, month))
	return grow(value, between(-60, 60, office, t, 3))
}
# one cell as a whole number: cents for the shop, hundredths for the mark, halves for the hours
function own_figure(office, year, month, k,    t, c, base) {
	t = (year - FIRST) * 12 + month
	c = contacts(office, year, month)
	base = size[office]
	if (k == GUICHET) return c
	if (k == ETRANGERS) return int(c * (foreign[office] + between(-25, 25, office, t, 4)) / 1000)
	if (k == HORS_MURS) return month >= 6 && month <= 9 ? int(c * between(45, 90, office, t, 5) / 1000) : 0
	if (k == TELEPHONE) return int((c * 140 + base * between(55, 75, office, t, 6)) / 1000)
	if (k == ECRITES) return int((c * 45 + base * between(35, 55, office, t, 7)) / 1000)
	if (k == TCHAT) return int((c * 12 + base * between(8, 16, office, t, 8)) * (10 + 2 * (year - FIRST)) / 10000)
	if (k == WEB) return int((c * 3 + base * 2) * between(900, 1100, office, t, 9) / 1000)
	if (k == BOUTIQUE) return c * (between(110, 260, office, 0, 10) + between(-19, 19, office, t, 11)) + t
	if (k == AVIS) return int(c * (between(6, 14, office, 0, 16) + between(-2, 2, office, t, 12)) / 1000)
	if (k == NOTE) return between(790, 910, office, 0, 13) + between(-35, 35, office, t, 14)
	return between(280, 340, office, month, 15) + (base > 1000 ? 220 : 0) + season(office, month)
}
# Brévoise-Plage goes on alone from 2025, with what Brévoise-le-Bourg received
function figure(office, year, month, k,    value) {
	value = own_figure(office, year, month, k)
	if (office == 4 && year >= 2025 && k != NOTE)
		value += own_figure(17, year, month, k)
	if (corrected && office == 3 && k == GUICHET) value += 214
	if (corrected && office == 10 && k == BOUTIQUE) value -= 120050
	if (corrected && office == 21 && k == TELEPHONE) value += 31
	return value
}
# why there is no figure: 0 there is one, else what the office wrote instead
function absent(office, year, month, k,    t, draw) {
	t = (year - FIRST) * 12 + month
	if (closed(office, month) && k != WEB) return "fermé"
	if (k == HORS_MURS && !has(outreach, office)) return "vide"
	if (k == TCHAT && !has(chats, office)) return "vide"
	if (k == BOUTIQUE && !has(shops, office)) return "vide"
	if (k == NOTE && figure(office, year, month, AVIS) == 0) return "-"
	if (k == ETRANGERS && absent(office, year, month, GUICHET) != "") return "vide"
	if (k == GUICHET && office == 23 && t == 32) return "n.d."
	if (k == GUICHET && office == 19 && t == 20) return "vide"
	draw = chance(office, t, 50 + k) % 1000
	if (month == 8 || draw >= 16) return ""
	return draw < 8 ? "n.d." : draw < 12 ? "-" : "vide"
}
function sends(office, year, month) {
	if (only) return office == only
	if (office == 9 || office == 17 && year > 2024) return 0
	if (office == 24 && year * 100 + month < 202404) return 0
	if (office == 13 && year == 2025 && month == 8) return 0
	if (office == 16 && year == 2025 && month == 3) return 0
	return !(office == 22 && (year * 100 + month == 202311 || year * 100 + month == 202402))
}

# ---- writing as people do ---------------------------------------------------
function group(n, blank,    s, sign) {
	if (n < 0) { sign = "-"; n = -n }
	s = sprintf("%03d", n % 1000)
	if (n < 1000) return sign n
	for (n = int(n / 1000); n >= 1000; n = int(n / 1000)) s = sprintf("%03d", n % 1000) blank s
	return sign n blank s
}
function written(value, k, blank) {
	if (k == BOUTIQUE) return group(int(value / 100), blank) sprintf(",%02d", value % 100)
	if (k == NOTE) return int(value / 100) "," (value % 10 ? sprintf("%02d", value % 100) : int(value % 100 / 10))
	if (k == HEURES) return group(int(value / 2), blank) (value % 2 ? ",5" : "")
	return group(value, blank)
}
# one way of writing the month for each file
function month_name(year, month,    way) {
	way = (year * 12 + month) % 8
	if (way == 0) return sprintf("%02d/%d", month, year)
	if (way == 1) return SHORT[month] "-" year % 100
	if (way == 2) return MONTH[month] " " year
	if (way == 3) return sprintf("%d-%02d", year, month)
	if (way == 4) return UPPER[month] " " year
	if (way == 5) return SHORT[month] (length(SHORT[month]) < length(MONTH[month]) ? "." : "") " " year
	if (way == 6) return sprintf("%d%02d", year, month)
	return sprintf("%dM%02d", year, month)
}
function blank_of(year, month,    way) {
	way = (year + month) % 3
	return way == 0 ? "" : way == 1 ? " " : NBSP
}
function semicolons(n,    s) { while (n-- > 0) s = s ";"; return s }

function grid(file, year, month, remark,    office, k, blank, line, why, sum) {
	blank = blank_of(year, month)
	printf "Relais Territorial du Val-de-Brume%s%s", semicolons(COLUMNS + 2), EOL >file
	printf "Grille mensuelle de fréquentation — %s %d%s%s%s", MONTH[month], year, remark, \
		semicolons(COLUMNS + 2), EOL >file
	if (month % 2) printf "%s%s", semicolons(COLUMNS + 2), EOL >file
	printf "Code office;Office;Mois;%s;dont étrangers;Hors les murs;%s;Courriels et courriers;" \
		"Tchat et réseaux;Sessions web;CA boutique;Avis;Note moyenne;Heures d’ouverture%s", \
		year == FIRST ? "Guichet" : "Contacts guichet", year == FIRST ? "Tél." : "Téléphone", EOL >file
	for (k = 1; k <= COLUMNS; k++) sum[k] = 0
	for (office = 1; office <= offices; office++) {
		if (!sends(office, year, month)) continue
		line = code[office] ";" name[office] ";" month_name(year, month)
		for (k = 1; k <= COLUMNS; k++) {
			why = absent(office, year, month, k)
			if (why == "") {
				sum[k] += figure(office, year, month, k)
				line = line ";" written(figure(office, year, month, k), k, blank)
			} else
				line = line ";" (why == "vide" ? "" : why)
		}
		printf "%s%s", line, EOL >file
	}
	if (!only) {
		line = "TOTAL;;"
		for (k = 1; k <= COLUMNS; k++) line = line ";" (k == NOTE ? "" : written(sum[k], k, blank))
		printf "%s%s%s%s", line, EOL, semicolons(COLUMNS + 2), EOL >file
	}
	printf "\"Source : offices de tourisme du réseau ; n.d. = non disponible\"%s%s", \
		semicolons(COLUMNS + 2), EOL >file
	close(file)
}

# the office that keeps its own table: a line for each indicator, a column for each month; the
# file of 2024 is a TAB one, that of 2025 starts with a byte order mark
function own_file(file, office, year, months,    sep, list, label, n, i, k, month, line, sum, why) {
	sep = year == 2024 ? "\t" : ";"
	n = split("Accueil guichet|dont étrangers|Appels téléphoniques|Mails et courriers|Sessions site|" \
		"CA boutique TTC|Nb avis|Note moyenne|Heures d’ouverture", label, "|")
	split(GUICHET " " ETRANGERS " " TELEPHONE " " ECRITES " " WEB " " BOUTIQUE " " AVIS " " NOTE " " HEURES, list, " ")
	if (year == 2025) printf "\357\273\277" >file
	printf "Office de tourisme de Vieux-Tournoy (%s)%s%d%s%s", code[office], sep, year, EOL, EOL >file
	line = "Indicateur"
	for (month = 1; month <= months; month++)
		line = line sep toupper(substr(SHORT[month], 1, 1)) substr(SHORT[month], 2)
	printf "%s%sTotal%s", line, sep, EOL >file
	for (i = 1; i <= n; i++) {
		k = list[i] + 0; line = label[i]; sum = 0
		for (month = 1; month <= months; month++) {
			why = absent(office, year, month, k)
			if (why == "") sum += figure(office, year, month, k)
			line = line sep (why != "" ? (why == "vide" ? "" : why) : \
				written(figure(office, year, month, k), k, " "))
		}
		printf "%s%s%s%s", line, sep, (k == NOTE ? "" : written(sum, k, " ")), EOL >file
	}
	close(file)
}
