# What RFC 5545 asks of every calendar, and what it asks of ours: lines end with CR LF and have at most
# 75 octets, each entry has one UID of its own, a stamp and a summary, a to-do that rings has the day
# it rings before. Says what is wrong, and at the end how much there was.
function wrong(why) { printf "%d: %s: %s\n", NR, why, $0; bad = 1 }
function value() { return substr(line, index(line, ":") + 1) }
# a whole line, unfolded
function take(   name) {
	if (line == "") return
	name = line; sub(/[;:].*/, "", name)
	if (name !~ /^[A-Z-]+$/) wrong("no name of a property")
	if (name == "BEGIN") { open[++depth] = value(); count[value()]++; delete has; if (depth == 2) { split("", mine) } }
	else if (depth == 2 && name != "END") { mine[name]++; if (name == "UID" && ids[value()]++) wrong("the same UID twice") }
	if (name == "DTSTAMP" || name == "LAST-MODIFIED") if (value() !~ /^[0-9]{8}T[0-9]{6}Z$/ && length(value()) != 16) wrong("no moment in UTC")
	if (name ~ /^(DTSTART|DTEND|DUE)$/ && line !~ /^[A-Z]+;VALUE=DATE:[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]$/) wrong("no day")
	if (name == "TRIGGER" && line !~ /^TRIGGER;RELATED=END:-P[0-9]/) wrong("does not ring before the end")
	if (name == "END") {
		if (open[depth--] != value()) wrong("ends what did not begin")
		if (value() == "VEVENT" || value() == "VTODO") {
			if (mine["UID"] != 1 || mine["DTSTAMP"] != 1 || mine["SUMMARY"] != 1 || mine["SEQUENCE"] != 1) wrong("misses UID, DTSTAMP, SUMMARY or SEQUENCE")
			if (value() == "VEVENT" && (mine["DTSTART"] != 1 || mine["DTEND"] != 1 || mine["DUE"])) wrong("days of an event")
			if (value() == "VTODO" && mine["DUE"] + mine["DTSTART"] != 1) wrong("days of a to-do")
		}
	}
}
{
	if (substr($0, length($0)) != "\r") wrong("no CR LF")
	sub(/\r$/, "")
	if (length($0) > 75) wrong("more than 75 octets")
	if (substr($0, 1, 1) == " ") { line = line substr($0, 2); next }
	take(); line = $0
	if (NR == 1 && line != "BEGIN:VCALENDAR") wrong("no calendar")
}
END { take(); if (depth) wrong("something is not ended"); printf "%d events, %d to-dos, %d alarms%s\n", count["VEVENT"], count["VTODO"], count["VALARM"], bad ? ", wrong" : "" }
