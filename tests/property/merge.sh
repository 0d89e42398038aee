#!/bin/sh
# SPDX-License-Identifier: MIT
# Stores of relays merged are the store that had received all of their files itself, on any day it
# is asked about; the order of the stores means nothing; twice is once; what a relay
# receives or takes back later arrives with the next merge.
# shellcheck source=tests/property/network.inc
. "$ROOT/tests/property/network.inc"

dump() { # STORE DAY...
	merged=$1
	shift
	for kind in territories offices indicators resolutions aliases identifiers breaks calendar norm needs progress events; do
		rt-import --export $kind --db "$merged"
	done
	for day; do rt-import --export observations --db "$merged" --as-of "$day"; done
}
days='2025-01-12 2025-01-14 2025-01-16 2025-01-20'
both() { # N DAY FILE...: into the relay's store and into that of everything
	n=$1 day=$2 lines=
	shift 2
	for file; do [ "$(wc -l <"$file")" -le 1 ] || lines="$lines $file"; done
	[ -n "$lines" ] || return 0
	for into in relay-"$n".db all.db; do
		# shellcheck disable=SC2086 # the files are words
		rt-import -q --create territories --db "$into" --today "$day" $lines 2>said || [ $? -eq 1 ] || exit 1
	done
}
undo() { # N FILE: the batch it was, in both
	for into in relay-"$1".db all.db; do
		batch=$(rt-import --log --db "$into" | grep ",$2," | cut -d, -f1)
		[ -n "$batch" ] || continue
		rt-import --undo "$batch" --db "$into" --today 2025-01-18 >moved 2>said || exit 1
	done
}
cut_by_office() { # FILE N
	awk -F, -v n="$2" 'NR == 1 || substr($1, 4) % 3 == n' "$1"
}

for seed in $(seeds 1 5); do
	network "$seed"
	awk -F, 'NR > 1 && NR % 5 == 0 { sub(/[0-9]*$/, $4 + 1) } 1' figures.csv >revised.csv
	for n in 0 1 2; do
		for file in offices figures revised; do cut_by_office $file.csv $n >$file-$n.csv; done
	done
	for n in 0 1 2; do both $n 2025-01-1$n offices-$n.csv; done
	for n in 0 1 2; do both $n 2025-01-1$((n + 3)) figures-$n.csv; done
	printf 'resolution,office,date,state\nA5,OT-1,2024-05-01,en_cours\n' >progress.csv
	printf 'office,scheme,value\nOT-1,apidae,%d\n' "$seed" >identifiers.csv
	printf 'date,type,office,into,share,note\n2024-05-01,changement_nom,OT-1,Nouveau nom,,\n' >events.csv
	printf 'office,indicator,date,reason\nOT-1,contacts_guichet,2024-05-01,%d\n,contacts_guichet,2024-06-01,x\n' "$seed" >breaks.csv
	printf 'type,zone,label,from,until\nevent,,x,2024-05-01,\nschool,A,x,2024-05-01,2024-05-%d\n' $((seed % 20 + 10)) >calendar.csv
	printf 'year,office,theme,category,trainees\n2025,OT-1,x,elu,%d\n' "$seed" >needs.csv
	both 1 2025-01-15 progress.csv identifiers.csv events.csv breaks.csv calendar.csv needs.csv
	printf 'partner,name\nP-1,Chambre\n' >partners.csv
	printf 'agreement,type,office,partner\nC-1,objectifs,OT-1,\nC-2,partenariat,,P-1\n' >agreements.csv
	printf 'agreement,indicator,period,target\nC-1,contacts_guichet,2024,%d\n' "$seed" >objectives.csv
	printf 'code,date,type,resolutions,offices,partners\nN-1,2024-05-01,note,A5,OT-1,P-1\n,2024-05-02,note,A5,,P-1\n' >activities.csv
	rt-import -q --db relay-1.db --today 2025-01-15 partners.csv agreements.csv objectives.csv activities.csv
	# shellcheck disable=SC2086 # the days are words
	dump all.db $days >all

	rt-import -q --db france.db --today 2025-01-20 relay-0.db relay-1.db relay-2.db
	# shellcheck disable=SC2086
	dump france.db $days >france
	same "$seed" 'merged, they are not the store of everything' all france
	for kind in partners agreements objectives activities; do rt-import --export $kind --db france.db; done |
		sed 's,#[0-9]*,#,' >own
	{
		printf 'partner,name,type,role,web\nrelay-1/P-1,Chambre,autre,,\n'
		printf 'agreement,type,office,partner,with,signed_on,from,until,reviewed_on,services,resolution,proof\n'
		printf 'relay-1/C-1,objectifs,OT-1,,,,,,,,P5,\nrelay-1/C-2,partenariat,,relay-1/P-1,,,,,,,R9,\n'
		printf 'agreement,indicator,period,target,sense,label\nrelay-1/C-1,contacts_guichet,2024,%d,up,\n' "$seed"
		printf 'code,date,type,resolutions,title,offices,partners,people,days,delay_days,proof\n'
		printf 'relay-1/N-1,2024-05-01,note,A5,,OT-1,relay-1/P-1,,,,\nrelay-1/#,2024-05-02,note,A5,,,relay-1/P-1,,,,\n'
	} >expected_own
	same "$seed" 'what the relay numbers itself does not bear its name' expected_own own
	rt-import --log --db france.db >journal
	rt-import -q --db france.db --today 2025-01-20 relay-1.db relay-0.db relay-2.db
	rt-import --log --db france.db >again
	same "$seed" 'merged twice' journal again
	rt-import -q --db other.db --today 2025-01-20 relay-2.db relay-0.db relay-1.db
	rt-import --log --db other.db >again
	same "$seed" 'in another order the journal differs' journal again

	both 0 2025-01-16 revised-0.csv
	both 2 2025-01-17 revised-2.csv
	undo 2 revised-2.csv
	undo 1 figures-1.csv
	undo 1 progress.csv
	undo 1 identifiers.csv
	undo 1 breaks.csv
	batch=$(rt-import --log --db relay-1.db | grep ',activities.csv,' | cut -d, -f1)
	rt-import --undo "$batch" --db relay-1.db --today 2025-01-18 >moved 2>said || exit 1
	undo 1 needs.csv
	# shellcheck disable=SC2086
	dump all.db $days >all
	rt-import -q --db france.db --today 2025-01-20 relay-2.db relay-1.db relay-0.db
	# shellcheck disable=SC2086
	dump france.db $days >france
	same "$seed" 'what came later is not the same' all france
	[ "$(rt-import --export activities --db france.db | wc -l)" -eq 1 ] ||
		wrong "$seed" 'an activity that the relay took back is still there'
	rm -f ./*.db*
done
# a kind yet to come is merged too, or this says so
for kind in $(rt-import --kinds --format csv | sed 1d | cut -d, -f1 | uniq); do
	[ "$kind" = observations ] || grep -q "\"$kind\"" "$ROOT"/lib/ingest/relays/relay_[rj]*.c ||
		wrong 0 "the kind $kind is not merged"
done
