# SPDX-License-Identifier: MIT
# man-page - what po4a wrote (second file) of a page (first file) as the page to install: the heading,
# the examples as they are in the first, and, as mdoc wants it, each sentence on a line of its own
# and what no space parts from a macro on the macro's line.
# Variables: page, its name; sum, the fingerprint of what it is made of; command, what makes a literal block an example.

BEGIN {
	narrow = "\342\200\257" # no-break spaces: narrow, and as po4a writes the other
	quote = "(\342\200\231|\302\253\\\\~|\\()$"
}

function flush() { if (held != "") print held; held = "" }
function hold(line) {
	flush()
	while (line !~ /^\./ && sub(/  /, "\n", line));
	held = line
}
function inline(line) { return line ~ /^\.[A-Z][a-z]/ && line !~ /^\.(Sh|Ss|Pp|Bl|El|It|Dd|Dt|Os|Dl|Nd)( |$)/ }

FILENAME == ARGV[1] {
	if (/^\.Bd -literal/) { block = $0; example = 0; inside = 1; next }
	if (!inside) next
	block = block "\n" $0
	if ($0 ~ command) example = 1
	if (/^\.Ed/) { inside = 0; if (example) examples[++count] = block }
	next
}
FNR == 1 {
	print ".\\\" SPDX-License-Identifier: MIT"
	print ".\\\" Written by scripts/man-fr from man/" page " (" sum ") and po/man/" page ".fr.po: change these."
}
!started { if (!/^\.Dd/) next; started = 1 }
/^\.example / { flush(); print examples[$2]; next }
/^\.Bd/ { literal = 1 }
literal { flush(); print; if (/^\.Ed/) literal = 0; next }
# the heading before which groff prints no head of the page
/^\.Os/ { flush(); print; print ".ds doc-section-name NOM"; next }
{ gsub(/\\ /, "\\~"); gsub(narrow, "\\~") }
# an apostrophe or what opens, before a macro
inline($0) && held ~ quote && held !~ /^\./ {
	word = held
	sub(/^.*[ \n]/, "", word)
	rest = substr(held, 1, length(held) - length(word) - 1)
	if (rest != "") print rest
	held = word == "(" ? substr($0, 1, 4) "( " substr($0, 5) : ".No " word " Ns " substr($0, 2)
	next
}
# a sign with the space before it, after a macro; what Pq and Ql enclose goes to the end of their line
/^\\~/ && inline(held) {
	word = $0
	sub(/ .*/, "", word)
	quoted = sub(/ Ql /, " So ", held) || sub(/^\.Ql /, ".So ", held)
	if (quoted) held = held " Sc"
	if (sub(/^\.Pq /, ".Po ", held)) held = held " Pc"
	held = held " Ns " word
	rest = substr($0, length(word) + 2)
	if (rest != "") hold(rest)
	next
}
{ hold($0) }
END { flush() }
