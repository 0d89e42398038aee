#!/bin/sh
# SPDX-License-Identifier: MIT
# 36 months that nobody looks at, by the lines of share/units/relais.cron: files that come late, corrected, twice, unreadable, of
# offices that merge and open, of a new indicator; runs that are killed, with a full disk, a lock that is held, a
# clock that goes wrong. At the end the store is sound, what it knows is what was sent, every edition
# can be printed again as it was, and the copies can be gone back to.
# unwatched three years are 900 runs, of verbs that the cases have
set -eu
LC_ALL=C
export LC_ALL
for program in flock setsid; do command -v $program >/dev/null || exit 77; done
fail() { echo "$1"; [ ! -f said ] || cat said; exit 1; }

# ---- the relais: its configuration and its jobs are those of the units
here=$PWD
mkdir drop www copies locks bin
mkfifo gate
sed -e "s,/srv/relais,$here,; s,/srv/www/notes,$here/www,; s,^indicator=.*,indicator=contacts_guichet," -e 's/^gate=.*/gate=70/; s/^to=.*/to=board@example.org/' \
	-e 's/^days=.*/days=3/; s/^months=.*/months=12/' "$ROOT/share/units/relais.conf" >relais.conf
printf '#!/bin/sh\nsed -n "s/^Subject: Note //p" >>mailed\n' >bin/sendmail
printf '#!/bin/sh\ncat >>journal\n' >bin/logger
chmod +x bin/*
PATH=$here/bin:$ROOT/share/examples:$PATH
RT_LOCKS=$here/locks
export PATH RT_LOCKS
: >mailed
# job NAME - the command that cron has for it
job() { sed -n "s,/etc/relais,$here,g; s,/srv/relais,$here,g; s/^[^#A-Z].*  \(run-job $1 .*\)/\1/p" "$ROOT/share/units/relais.cron"; }
note=$(job note) backup=$(job backup) reminders=$(job reminders)
for command in "$note" "$backup" "$reminders"; do [ "$command" ] || fail 'a job is missing in relais.cron'; done

awk -v seed=36 -f "$ROOT/tests/property/unattended.awk"
printf 'code,name,territory\nOT-1,Office du Port,T1\nOT-2,Office des Dunes,T1\nOT-3,Office du Bourg,T1\nOT-4,Office du Val,T2\nOT-5,Office de la Combe,T2\n' >registre.csv
rt-import -q --create territories --as offices --today 2022-01-05 --db relais.db registre.csv

# ---- a run: what it said is in `said`, its status in $status
day_of() { SOURCE_DATE_EPOCH=$(date -u -d "$1" +%s); export SOURCE_DATE_EPOCH; }
attempt() {
	status=0
	sh -c "$1" >said 2>&1 || status=$?
}
killed=0
kill_it() {
	setsid sh -c "$1" >said 2>&1 &
	sleep "0.$(printf '%02d' $(((killed * 37 + 11) % 60 / 2)))"
	kill -9 -- "-$!" 2>/dev/null || :
	wait $! 2>/dev/null || :
	killed=$((killed + 1))
}
next_day() { day_of "$1 + 1 day"; attempt "$note"; }

trouble() { # DAY FAULT - the run of the day, and that of the next
	case $2 in
	-) attempt "$note" ;;
	killed) kill_it "$note"; next_day "$1" ;;
	full)
		attempt "ulimit -f 12; trap '' XFSZ; $note"
		[ "$status" -ne 0 ] || fail "$1: a full disk was not noticed"
		next_day "$1"
		;;
	locked)
		(flock 8 && echo held >held && read -r _ <gate) 8>relais.db.note-lock &
		until [ -s held ]; do sleep 0.01; done
		attempt "$note"
		echo enough >gate
		wait $!
		grep -q 'another one is at work' said || fail "$1: two at once"
		next_day "$1"
		;;
	ahead) day_of "$1 + 40 days"; attempt "$note"; next_day "$1" ;;
	restored) # what came since is taken in again; the note of the month between is asked for by hand
		rt-import --backup relais.db --db "copies/$(find copies -name '*.db' -printf '%f\n' | sort | tail -1)"
		attempt "$note $(date -u -d "$1 - 2 months" +%Y-%m)"
		! grep -q 'no note yet' said || fail "$1: what came since the copy is not taken in again"
		attempt "$note"
		;;
	behind) day_of "1970-01-02"; attempt "$note"; next_day "$1" ;;
	esac
}

while read -r day complaint fault; do
	for file in arrivals/"$day"/*; do cp "$file" drop/; done 2>/dev/null || :
	[ ! -f "arrivals/$day.sh" ] || sh "arrivals/$day.sh"
	day_of "$day"
	trouble "$day" "$fault"
	# nothing is said without a reason: what cannot be taken, or too few answers as yet
	if [ "$complaint" = - ]; then
		[ "$status" -eq 0 ] || grep -q 'no note yet' said || fail "$day: a complaint without a cause"
	else
		grep -q "$complaint" said || fail "$day: nothing is said of $complaint"
		rm -f drop/*"$complaint"*
	fi
	case $day in
	*-16)
		attempt "$backup"
		[ "$status" -eq 0 ] || fail "$day: no copy"
		if [ -f "arrivals/$day/10-faux.csv" ] || [ -f "arrivals/$day/11-faux.csv" ]; then
			batch=$(rt-import --log --db relais.db --format tsv | awk -F '\t' '$4 ~ /faux/ { print $1 }')
			rt-import -q --undo "$batch" --db relais.db >/dev/null
		fi
		;;
	esac
done <plan

# ---- at the end
unset SOURCE_DATE_EPOCH
rm said
rt-import --verify --db relais.db || fail 'the store is not sound'
rt-import --export observations --db relais.db | sed 1d | cut -d, -f1-4 | sort >known
diff account known || fail 'what is known is not what was sent'

# every month has its note, every edition is what it was, and each was mailed
rt-report --published --db relais.db --format tsv | sed 1d >editions
[ "$(cut -f 3 editions | sort -u | wc -l)" -eq 36 ] || fail "$(cut -f 3 editions | sort -u | wc -l) months of 36 have a note"
while IFS="$(printf '\t')" read -r edition report from _ _ options date known _; do
	[ "$options" = 'lang=fr' ] || fail "edition $edition: $options"
	rt-report --published "$edition" --db relais.db --format csv >told
	rt-report "$report" --db relais.db -p "$from" --today "$date" --as-of "$known" --lang fr --format csv >again
	cmp told again || fail "edition $edition of $from cannot be printed again"
	grep -q "^$from$" mailed || fail "$from was not mailed"
done <editions
[ "$(wc -l <mailed)" -le $(($(wc -l <editions) + killed)) ] || fail 'notes were mailed again and again'
[ "$(find www -name 'note-*.html' | wc -l)" -eq 36 ] || fail 'a page is missing'

# the copies: the last three, the last of twelve months, the last of each year; the last one is gone back to
ls copies >copied
printf 'relais-%s.db\n' 2022-12-16 2023-07-16 2023-09-16 2023-10-16 2024-01-16 2024-02-16 2024-03-16 2024-04-17 2024-07-16 \
	2024-08-16 2024-10-16 2024-12-16 2025-01-16 | cmp - copied || { cat copied; fail 'other copies are kept'; }
cp relais.db gone.db
rt-import --backup relais.db --db copies/relais-2025-01-16.db
rt-import --export observations --db relais.db | sed 1d | cut -d, -f1-4 | sort | cmp - account || fail 'the copy is another'

# whom to remind, when nobody has sent the last month
day_of 2025-02-09
attempt "$reminders"
[ "$status" -eq 0 ] || fail 'no reminders'
[ "$(sed 1d reminders.csv | cut -d, -f1 | tr '\n' ' ')" = 'OT-1 OT-2 OT-3 OT-4 OT-6 ' ] || { cat reminders.csv; fail 'others are reminded'; }
