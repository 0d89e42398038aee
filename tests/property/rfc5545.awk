# What RFC 5545 asks of a calendar, written down from its grammar, and what we ask of ours: which
# properties a component has and how often, which parameters and values they take, lines that end with
# CR LF, have at most 75 octets and are not cut inside a letter, text with every comma, semicolon and
# backslash escaped, an end after its start, a UID of its own for each entry.
# Says what is wrong, and at the end how much there was.
function wrong(why) { printf "%d: %s: %s\n", NR, why, line; bad = 1 }
# table("VEVENT", "UID!")  !: exactly once  ?: at most once  *: any number
function table(component, list,   i, n, all) {
	n = split(list, all, " ")
	for (i = 1; i <= n; i++) often[component, substr(all[i], 1, length(all[i]) - 1)] = substr(all[i], length(all[i]))
}
BEGIN {
	table("VCALENDAR", "VERSION! PRODID! CALSCALE? METHOD? NAME? DESCRIPTION? X-WR-CALNAME?")
	table("VEVENT", "UID! DTSTAMP! DTSTART! DTEND? SUMMARY! SEQUENCE! LAST-MODIFIED? TRANSP? LOCATION? DESCRIPTION? STATUS? CATEGORIES*")
	table("VTODO", "UID! DTSTAMP! DTSTART? DUE? SUMMARY! SEQUENCE! LAST-MODIFIED? PERCENT-COMPLETE? LOCATION? DESCRIPTION? STATUS? CATEGORIES*")
	table("VALARM", "ACTION! TRIGGER! DESCRIPTION!")
	is_text = " SUMMARY DESCRIPTION LOCATION NAME X-WR-CALNAME CATEGORIES UID "
	parents["VCALENDAR"] = ""; parents["VEVENT"] = parents["VTODO"] = "VCALENDAR"; parents["VALARM"] = "VEVENT VTODO"
	split("31 28 31 30 31 30 31 31 30 31 30 31", length_of, " ")
}
function is_day(s,   y, m, last) {
	if (s !~ /^[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]$/) return 0
	y = substr(s, 1, 4) + 0; m = substr(s, 5, 2) + 0
	last = m == 2 && (y % 4 == 0 && y % 100 || y % 400 == 0) ? 29 : length_of[m]
	return m >= 1 && m <= 12 && substr(s, 7) + 0 >= 1 && substr(s, 7) + 0 <= last
}
function is_moment(s) { return length(s) == 16 && is_day(substr(s, 1, 8)) && substr(s, 9) ~ /^T[0-2][0-9][0-5][0-9][0-5][0-9]Z$/ }
function check_text(s) {
	gsub(/\\[\\;,nN]/, "", s)
	if (s ~ /\\/) wrong("a backslash that escapes nothing")
	if (s ~ /[;,]/) wrong("a comma or semicolon that is not escaped")
}
function check_value(component, name, parameters, s,   status) {
	if (index(is_text, " " name " ")) check_text(s)
	if (parameters != "" && name !~ /^(DTSTART|DTEND|DUE|TRIGGER)$/) wrong("parameters of a property that has none")
	if (name == "VERSION" && s != "2.0") wrong("version")
	if (name == "PRODID" && s !~ /^-\/\/.*\/\/.*\/\/[A-Z][A-Z]$/) wrong("no formal public identifier")
	if (name == "CALSCALE" && s != "GREGORIAN") wrong("scale")
	if (name ~ /^(DTSTAMP|LAST-MODIFIED)$/ && !is_moment(s)) wrong("no moment in UTC")
	if (name ~ /^(DTSTART|DTEND|DUE)$/ && (parameters != ";VALUE=DATE" || !is_day(s))) wrong("no day")
	if (name == "SEQUENCE" && s !~ /^[0-9]+$/) wrong("no count")
	if (name == "PERCENT-COMPLETE" && (s !~ /^[0-9]+$/ || s > 100)) wrong("no percentage")
	if (name == "TRANSP" && s !~ /^(OPAQUE|TRANSPARENT)$/) wrong("neither opaque nor transparent")
	status = component == "VEVENT" ? "^(TENTATIVE|CONFIRMED|CANCELLED)$" : "^(NEEDS-ACTION|COMPLETED|IN-PROCESS|CANCELLED)$"
	if (name == "STATUS" && s !~ status) wrong("no state of such an entry")
	if (name == "ACTION" && s != "DISPLAY") wrong("no alarm that is shown")
	if (name == "TRIGGER" && (parameters != ";RELATED=END" || s !~ /^-?P([0-9]+W|[0-9]+D|([0-9]+D)?T([0-9]+H)?([0-9]+M)?([0-9]+S)?)$/ || s ~ /T$/))
		wrong("no duration before the end")
}
function begin(component) {
	if (!(component in parents)) wrong("no component we write")
	if (depth ? !index(" " parents[component] " ", " " open[depth] " ") : component != "VCALENDAR") wrong("a component out of place")
	open[++depth] = component; count[component]++
	for (key in often) { split(key, parts, SUBSEP); if (parts[1] == component) times[depth, parts[2]] = 0 }
	if (component != "VALARM") first = last = ""
}
function end(component,   key, parts) {
	if (open[depth] != component) wrong("ends what did not begin")
	for (key in often) {
		split(key, parts, SUBSEP)
		if (parts[1] != component) continue
		if (often[key] == "!" && times[depth, parts[2]] != 1) wrong("not exactly one " parts[2])
		if (often[key] == "?" && times[depth, parts[2]] > 1) wrong("more than one " parts[2])
	}
	if (component == "VEVENT" && last <= first) wrong("ends before it begins")
	if (component == "VTODO" && times[depth, "DUE"] + times[depth, "DTSTART"] != 1) wrong("days of a to-do")
	depth--
}
# a whole line, unfolded
function take(   name, head, s) {
	if (line == "") return
	if (!match(line, /^[A-Z][A-Z-]*(;[A-Z-]+=[^;:",]+)*:/)) { wrong("no name, parameters and value"); return }
	head = substr(line, 1, RLENGTH - 1); s = substr(line, RLENGTH + 1)
	name = head; sub(/;.*/, "", name)
	if (name == "BEGIN") { begin(s); return }
	if (name == "END") { end(s); return }
	if (s == "") wrong("nothing said")
	if (!((open[depth], name) in often)) wrong("no property of " open[depth])
	times[depth, name]++
	check_value(open[depth], name, substr(head, length(name) + 1), s)
	if (name == "UID" && ids[s]++) wrong("the same UID twice")
	if (name == "DTSTART") first = s
	if (name == "DTEND") last = s
}
{
	if (substr($0, length($0)) != "\r") wrong("no CR LF")
	sub(/\r$/, "")
	if (length($0) > 75) wrong("more than 75 octets")
	if ($0 ~ /[\001-\010\013-\037\177]/) wrong("a control character")
	if (substr($0, 1, 1) == " ") {
		if (NR == 1) wrong("nothing to go on with")
		if (substr($0, 2, 1) ~ /[\200-\277]/) wrong("cut inside a letter")
		line = line substr($0, 2); next
	}
	take(); line = $0
	if (NR == 1 && line != "BEGIN:VCALENDAR") wrong("no calendar")
	if (line == "") wrong("an empty line")
}
END {
	take()
	if (depth || count["VCALENDAR"] != 1) wrong("not one calendar from its begin to its end")
	printf "%d events, %d to-dos, %d alarms%s\n", count["VEVENT"], count["VTODO"], count["VALARM"], bad ? ", wrong" : ""
}
