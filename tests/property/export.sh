#!/bin/sh
# SPDX-License-Identifier: MIT
# Whatever the texts hold (quotes, leading =, apostrophes, accents, blanks), what is exported goes
# into a new store and comes out again the same, all kinds together.
# shellcheck disable=SC1112 # the quotes are what is tried
set -eu
awk 'BEGIN {
	srand(22)
	n = split("a|é|œ|\"\"|=1+1|+2|-3|@x|'"'"'|’|;|,|%|\\|  |€|日本|#|<b>|&|\t", piece, "|")
	print "code,name,commune,category,web"
	for (i = 1; i <= 200; i++) {
		name = ""
		for (k = 0; k < 6; k++) name = name piece[int(rand() * n) + 1]
		printf "OT-%03d,\"n%s\",\"%sc\",I,\"%s\"\n", i, name, piece[int(rand() * n) + 1], name
	}
}' >offices.csv
awk 'BEGIN {
	srand(29)
	n = split("z|m|n|d", flag, "|")
	print "office,indicator,period,value,flag"
	for (i = 1; i <= 200; i++) for (m = 1; m <= 12; m++)
		if (rand() < 0.1) printf "OT-%03d,contacts_guichet,2024-%02d,,%s\n", i, m, flag[int(rand() * n) + 1]
		else printf "OT-%03d,contacts_guichet,2024-%02d,%d,\n", i, m, rand() * 100000
}' >figures.csv
printf 'code,resolution,title\nA5-01,A5,"=cmd ""quoted"" l’été"\nA5-02,A5,"'"'"'tis"\n' >actions.csv
printf 'resolution,date,state,note\nA5,2024-05-01,en_cours,"=1 ""x"""\nP2,2024-06-01,fait,été\n' >progress.csv
printf 'name,value\nnetwork_name,"=Réseau ""d’essai"""\n' >settings.csv
awk 'BEGIN {
	srand(31)
	print "office,scheme,value,valid_from,valid_until"
	for (i = 1; i <= 200; i += 3) printf "OT-%03d,portail_%d,\"@%d \"\"é\"\"\",%s,\n", i, i % 2, i,
		rand() < 0.5 ? "2020-01-01" : ""
	for (i = 1; i <= 9; i++) printf "OT-00%d,siren,732829320,200%d-01-01,200%d-12-31\n", i, i, i
}' >identifiers.csv
awk 'BEGIN {
	srand(37)
	print "date,type,office,into,share,note"
	for (i = 1; i < 200; i += 7) printf "2020-%02d-01,fusion,OT-%03d,OT-200,,\"=é ""%d\"\"\"\"\"\n", i % 12 + 1, i, i
	for (i = 2; i < 200; i += 7) printf "2021-01-15,changement_nom,OT-%03d,@%d é,,\n", i, i
	for (i = 3; i < 200; i += 7) printf "2021-01-15,scission,OT-%03d,OT-200,%d.5,\n", i, rand() * 90
	for (i = 4; i < 200; i += 7) printf "2021-01-15,transformation_en_bit,OT-%03d,OT-200,,x\n", i
}' >events.csv
awk 'BEGIN {
	srand(41)
	print "office,indicator,period,confirmed,reason"
	for (i = 1; i <= 200; i += 9) printf "OT-%03d,contacts_guichet,2024-%02d,%d,\"@%d \"\"é\"\"\"\n", i, i % 12 + 1, rand() * 100000, i
}' >confirmations.csv
printf 'indicator,definition_version,valid_from,valid_until,required,section,rank,source\n' >norm.csv
printf 'contacts_guichet,"=2 ""é""",2026-01-01,2026-12-31,0,"@x",3,"\047y"\nnuitees_taxees,1,2020-01-01,,1,,,\n' >>norm.csv
printf 'office,indicator,date,reason\nOT-003,contacts_guichet,2024-03,"=""compteur"" été"\n,contacts_guichet,2024-03-01,@\nOT-003,contacts_guichet,2024-03-02,x\n' >breaks.csv
printf 'type,zone,label,from,until\nschool,A,"=""é""",2024-04-20,2024-05-05\nschool,B,"=""é""",2024-04-20,\nevent,,@x,2024-06-21,\nevent,+1,@x,2024-06-21,2024-06-22\n' >calendar.csv
printf 'office,holder,scheme,decided_on,level,name,filed_on,reason\nOT-001,,classement,2021-02-28,II,,2025-01-02,"=1 ""é"""\n,+1,commune_touristique,2022-03-01,,"@ Y",,\nOT-002,,accueil_velo,,,,2025-01-02,\n' >labels.csv
printf 'commune,year,population,hotel_rooms,berths\n22001,2024,1500,0,\n22001,2023,1490,,7\n' >lodging.csv
printf 'office,covers,name,valid_from,valid_until\nOT-004,22001,=x,,2024-06-30\nOT-004,2A004,,2024-01-01,\n' >perimeters.csv
printf 'partner,name,type,role\nP-1,"=Chambre ""é""",consulaire,@accueil\nP-2,+1,,\n' >partners.csv
printf 'agreement,type,office,partner,with,signed_on,until,services\nC-1,objectifs,OT-001,,"=CC ""é""",2024-01-01,2026-12-31,1\nC-2,partenariat,,P-1,,,,\n' >agreements.csv
printf 'agreement,indicator,period,target,sense,label\nC-1,contacts_guichet,2024,1000.5,down,"=x ""é"""\nC-1,contacts_guichet,2025,1,,\n' >objectives.csv
printf 'resolution,indicator,level,from,until,value,sense,note\nA5,,relay,2024,2025,12,,"=x"\n,contacts_guichet,,2024-08,,-5,down,@é\nA5,contacts_guichet,office,2024,,1,,\n' >targets.csv
printf 'code,date,type,resolutions,title,offices,partners,people,days,delay_days,proof\n' >activities.csv
printf '"=1",2024-05-01,demande,A5 P2,"=cmd ""é""",OT-001 OT-002,P-1 P-2,12,0.5,3,@x\n,2024-05-01,note,A5,,,,,,,\n' >>activities.csv
printf 'session,title,theme,resolutions,state,begins,ends,days,seats,teaching_eur,other_costs_eur,opco_eur,cnfpt_eur,satisfaction,answers\n' >sessions.csv
printf 'S-1,"=x ""é""",@y,P10 P1,tenu,2024-03-04,2024-03-05,1.5,12,1200.5,0.1,600,,8.25,7\nS-2,\047x,y,,propose,,,,,,,,,,\n' >>sessions.csv
printf 'session,office,category,regime,trainees,absent,hours,days\nS-1,OT-003,accueil,prive,3,1,,1\nS-1,OT-003,elu,,1,0,3.5,\nS-2,OT-004,direction,public,0,,,\n' >enrolments.csv
printf 'year,office,theme,category,regime,trainees,days,resolutions,note\n2025,OT-003,=y,accueil,prive,2,1.5,P1,"@ ""é"""\n2025,OT-003,y,elu,,1,,,\n' >needs.csv
day='--today 2025-01-15'
# word splitting of $day is meant
# shellcheck disable=SC2086
rt-import -q --db r.db $day offices.csv figures.csv actions.csv progress.csv settings.csv identifiers.csv confirmations.csv events.csv breaks.csv calendar.csv norm.csv partners.csv agreements.csv objectives.csv targets.csv activities.csv
# shellcheck disable=SC2086
rt-import -q --db r.db $day sessions.csv enrolments.csv needs.csv labels.csv lodging.csv perimeters.csv
kinds=$(rt-import --kinds --format csv | sed 1d | cut -d, -f1 | uniq)
mkdir out again
for kind in $kinds; do rt-import --export "$kind" --db r.db -o "out/$kind.csv"; done
for kind in territories offices indicators resolutions observations actions progress settings identifiers confirmations events breaks calendar norm partners agreements objectives targets activities sessions enrolments needs labels lodging perimeters needs; do
	[ "$(wc -l <"out/$kind.csv")" -gt 1 ] || continue # headings alone are no file
	# shellcheck disable=SC2086
	rt-import -q --db new.db $day --as $kind "out/$kind.csv"
done
for kind in $kinds; do
	rt-import --export "$kind" --db new.db >"again/$kind.csv"
	cmp "out/$kind.csv" "again/$kind.csv"
done
