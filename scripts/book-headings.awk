# SPDX-License-Identifier: MIT
# book-headings - a page of mandoc whose headings have anchors, and whose contents and references lead to
# them: mandoc ends the name of an anchor at the first letter with an accent.

BEGIN { RS = "\001"; ORS = "" }

function plain(text) {
	gsub(/<[^>]*>/, "", text)
	gsub(/[ \n]+/, " ", text)
	return text
}

# HTML up to the end of what PATTERN matches goes to `before` and `tag`, what follows up to CLOSE to `inside`
function next_of(pattern, close_tag) {
	if (!match(rest, pattern)) return 0
	before = substr(rest, 1, RSTART - 1)
	tag = substr(rest, RSTART, RLENGTH)
	rest = substr(rest, RSTART + RLENGTH)
	inside = substr(rest, 1, index(rest, close_tag) - 1)
	rest = substr(rest, length(inside) + 1)
	return 1
}

{
	rest = $0
	page = ""
	while (next_of("<h[12] class=\"S[hs]\"[^>]*>", "</h")) {
		page = page before
		if (!contents++) { # the heading of the contents
			page = page tag inside
			continue
		}
		sub(/^<a class="permalink"[^>]*>/, "", inside)
		sub(/<\/a>$/, "", inside)
		id = "titre-" ++headings
		if (!(plain(inside) in place)) place[plain(inside)] = id
		sub(/ id="[^"]*"/, "", tag)
		sub(/>$/, " id=\"" id "\">", tag)
		page = page tag "<a class=\"permalink\" href=\"#" id "\">" inside "</a>"
	}
	rest = page rest
	while (next_of("<a (class=\"Sx\" )?href=\"#[^\"]*\">", "</a>")) {
		# links without a class are the contents: in the order of the headings
		id = tag ~ /Sx/ ? place[plain(inside)] : "titre-" ++links
		sub(/#[^"]*/, "#" id, tag)
		print before tag inside
	}
	print rest
}
