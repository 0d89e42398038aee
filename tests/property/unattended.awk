# SPDX-License-Identifier: MIT
# unattended.awk - what six invented offices send in 36 months, and the account of it. Writes arrivals/DAY/N-NAME, in
# the order they come on a day; `account`, what the store must know at the end, worked out here from what was
# sent and nothing else; `plan`, a line for each run: day, what it is to complain of ("-": nothing), fault.
# A day is YYYY-MM-DD. -v seed=N.

function chance(n) { state = (state * 16807) % 2147483647; return state % n }
function month_of(i) { return sprintf("%d-%02d", 2022 + int((i - 1) / 12), (i - 1) % 12 + 1) }
function day_of(i, d) { return month_of(i + 1) "-" sprintf("%02d", d) }
# said once: what the store knows of a figure, by the rules: a figure of a year is final after 31 March of the next
function send(day, office, indicator, period, value,    key) {
	key = office "," indicator "," period
	if (key in known && day > (substr(period, 1, 4) + 1) "-03-31")
		return
	known[key] = value
}
function open_file(day, name) {
	if (!(day in files)) system("mkdir -p arrivals/" day)
	file = sprintf("arrivals/%s/%d-%s", day, 10 + files[day]++, name)
}
function line(said) { print said >file }
function done() { close(file) }
# a grid as a spreadsheet saves it, or a figure a line
function begin(day, name, i) {
	open_file(day, name)
	wide = i % 2
	if (!wide) {
		line("office,indicator,period,value")
		return
	}
	line("Grille de fréquentation — " month_of(i) ";;;")
	line("Code office;Mois;Guichet;Tél.")
}
function figures(day, office, i, guichet, telephone) {
	send(day, office, "contacts_guichet", month_of(i), guichet)
	send(day, office, "demandes_telephone", month_of(i), telephone)
	if (wide) {
		line(office ";" month_of(i) ";" guichet ";" telephone)
		return
	}
	line(office ",contacts_guichet," month_of(i) "," guichet)
	line(office ",demandes_telephone," month_of(i) "," telephone)
}
function active(o, i) {
	return o <= 4 || o == 5 && i <= 18 || o == 6 && i >= 13
}
function run(day, complaint, fault) { print day, complaint, fault >"plan" }
# the rest is said month by month
function month(i,    early, late, o, who, complaint, fault, key, parts) {
	early = day_of(i, "08")
	late = day_of(i, "16")
	who = i % 3 == 0 ? 1 + int(i / 3) % 4 : 0 # is late
	begin(early, "grille-" month_of(i) ".csv", i)
	for (o = 1; o <= 6; o++)
		if (active(o, i) && o != who) figures(early, "OT-" o, i, 500 + chance(900), 50 + chance(90))
	done()
	complaint = "-"
	if (i == 12) {
		open_file(early, "registre.csv")
		line("code,name,territory,opened_on"); line("OT-6,Office du Lac,T2,2023-01-01")
		done()
	}
	if (i == 18) {
		open_file(late, "fusion.csv")
		line("type,date,office,into"); line("fusion,2023-07-01,OT-5,OT-4")
		done()
	}
	if (i == 20) {
		open_file(early, "indicateurs.csv")
		line("code,label,unit,periodicity"); line("visites_velo,Cyclistes accueillis,cycliste,M")
		done()
	}
	if (i >= 20) {
		open_file(early, "velo-" month_of(i) ".csv")
		line("office;indicateur;période;valeur")
		for (o = 1; o <= 2; o++) {
			key = 10 + chance(90)
			send(early, "OT-" o, "visites_velo", month_of(i), key)
			line("OT-" o ";visites_velo;" month_of(i) ";" key)
		}
		done()
	}
	if (i % 5 == 3 && (i - 1) % 9 != 2) # and once more, saved by another program: it brings nothing new
		print "{ cat drop/*-grille-" month_of(i - 1) ".csv; echo; } >drop/encore-" month_of(i - 1) ".csv" >("arrivals/" early ".sh")
	if (i % 6 == 1) { # and somebody takes it away
		open_file(early, "illisible-" i ".csv"); line("bonjour, voici nos chiffres"); done()
		complaint = "illisible"
	}
	if (i % 9 == 2) { # one line of an office that nobody knows
		open_file(early, "inconnu-" i ".csv")
		line("office,indicator,period,value"); line("OT-9,contacts_guichet," month_of(i) ",5")
		send(early, "OT-1", "demandes_telephone", month_of(i), 77); line("OT-1,demandes_telephone," month_of(i) ",77")
		done()
		complaint = "inconnu"
	}
	fault = "-"
	if (i % 7 == 3) fault = "killed"
	if (i == 8) fault = "full"
	if (i == 14) fault = "locked"
	if (i == 22) fault = "ahead"
	if (i == 27) fault = "behind"
	if (i == 29) fault = "restored"
	run(early, complaint, fault)

	complaint = "-"
	if (who) {
		begin(late, "retard-" who "-" month_of(i) ".csv", i)
		figures(late, "OT-" who, i, 500 + chance(900), 50 + chance(90))
		done()
	}
	if (i % 5 == 0) {
		open_file(late, "correction-" month_of(i) ".csv")
		line("office,indicator,period,value")
		key = 2000 + i
		send(late, "OT-2", "contacts_guichet", month_of(i), key); line("OT-2,contacts_guichet," month_of(i) "," key)
		done()
	}
	if (i % 5 == 1 && i > 1) # last month's grid again, under another name, after its correction
		print "cp drop/*-grille-" month_of(i - 1) ".csv drop/copie-" month_of(i - 1) ".csv" >("arrivals/" late ".sh")
	if (i == 17) { # of a year that is final
		open_file(late, "trop-tard.csv")
		line("office,indicator,period,value")
		send(late, "OT-1", "contacts_guichet", "2022-02", 1); line("OT-1,contacts_guichet,2022-02,1")
		done()
		complaint = "trop-tard"
	}
	if (i == 25) { # a mistake, undone by hand the day after
		open_file(late, "faux.csv")
		line("office,indicator,period,value"); line("OT-3,contacts_guichet," month_of(i) ",99999")
		done()
	}
	# a day on which nothing comes is as the one before
	if (files[late] || i % 5 == 1)
		run(late, complaint, i % 11 == 5 ? "killed" : "-")
}
BEGIN {
	state = seed + 1
	for (i = 1; i <= 36; i++) month(i)
	for (key in known) print key "," known[key] | "sort >account"
	close("sort >account")
}
