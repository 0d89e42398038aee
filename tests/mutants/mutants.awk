# SPDX-License-Identifier: MIT
# mutants.awk FILE - every mutant of a C file as `line TAB where TAB old TAB new`: that line of the file is another.
# `where` is its function, and behind a # which of the function's lines of that very text it is when it is not
# the first. Boundaries and negations of comparisons, arithmetic, logic, constants one off, conditions
# negated, statements left out, answers that are 0. The code is formatted, so that what has two operands
# stands between blanks; comments, strings and lines of the preprocessor have no mutants, and what does not
# compile is thrown away by who asked.

function stripped(text) { sub(/^\t+/, "", text); gsub(/\t+/, " ", text); return text }
# so many bytes from `at` become `new`
function put(at, bytes, new,   text) {
	text = substr($0, 1, at - 1) new substr($0, at + bytes)
	text = stripped(text)
	if (text == bare || (FNR, text) in seen) return
	seen[FNR, text] = 1
	print FNR "\t" where (nth > 1 ? "#" nth : "") "\t" bare "\t" text
}
# each `old` of the line becomes `new`
function each(old, new,   from, at) {
	for (from = 1; (at = index(substr(code, from), old)) > 0; from += at + length(old) - 1)
		if (old !~ /!$/ || substr(code, from + at - 1 + length(old), 1) != "=")
			put(from + at - 1, length(old), new)
}
# each number one more, and one less
function constants(   from, at, bytes, n, before) {
	for (from = 1; match(substr(code, from), /[0-9]+/); from = at + bytes) {
		at = from + RSTART - 1
		bytes = RLENGTH
		n = substr(code, at, bytes)
		before = substr(code, 1, at - 1)
		if (before ~ /[A-Za-z_0-9.]$/ || substr(code, at + bytes, 1) ~ /[A-Za-z_.]/ || length(n) > 15) continue
		put(at, bytes, n + 1)
		if (n > 0) put(at, bytes, n - 1)
	}
}
# a condition of one line, unless its only comparison is negated anyhow
function conditions(   at, end, inner, rest, compared) {
	if (!match(code, /(if|while) \(.*\)/)) return
	at = RSTART + index(substr(code, RSTART), "(") - 1
	end = RSTART + RLENGTH - 1
	rest = substr(code, end + 1)
	if (rest !~ /^( \{)? *$/) return
	inner = substr($0, at + 1, end - at - 1)
	compared = gsub(/ (<|>|<=|>=|==|!=) /, "&", inner)
	if (inner ~ / (&&|\|\|) / || (!compared && inner !~ /^![A-Za-z_>.-]+$/))
		put(at, end - at + 1, "(!(" inner "))")
}
# a statement of one line; declarations do not compile without, and memory that is lost is for others to find
function statements(   open, shut, text) {
	text = code
	sub(/[ \t]+$/, "", text)
	open = gsub(/\(/, "&", text)
	shut = gsub(/\)/, "&", text)
	if (text ~ /^\t+[a-z_]*free\(/) return
	if (text !~ /^\t.*;$/ || text ~ /^\t+(return|else|for|while|do|if|}|goto)/ || open != shut || continued) return
	put(1, length($0), ";")
}
function answers(   at, end) {
	if (!match(code, /return [^;]+;/)) return
	at = RSTART
	end = RLENGTH
	if (substr(code, at, end) ~ /^return (0|false|NULL|true);$/) return
	put(at, end, "return 0;")
}

BEGIN {
	split("< <= > >= == != && || + - * / % += -= *= /= %= & | ^ << >> |= &=", from_, " ")
	split("<=,>= <,> >=,<= >,< != == || && - + / * / -= += /= *= /= | & | >> << = =", to_, " ")
}
{
	code = $0
	# what is inside quotes or comments keeps its columns
	while (match(code, /"([^"\\]|\\.)*"|'([^'\\]|\\.)*'|\/\*.*\*\//)) {
		blank = sprintf("%" RLENGTH "s", "")
		if (substr(code, RSTART, 1) != "/") gsub(/ /, "_", blank)
		code = substr(code, 1, RSTART - 1) blank substr(code, RSTART + RLENGTH)
	}
	while (match(code, /snprintf\([a-z_]+, [0-9]+,/))
		code = substr(code, 1, RSTART - 1) sprintf("%" RLENGTH "s", "") substr(code, RSTART + RLENGTH)
	if (inside) {
		if (match(code, /\*\//)) inside = 0
		next
	}
	if (match(code, /\/\*/)) { inside = 1; code = substr(code, 1, RSTART - 1) }
	if (code ~ /^#/ || code ~ /[sS]tatic_assert/ || code ~ /^[ \t]*$/) next
	if (code ~ /^[A-Za-z_].*\(/ && code !~ /;$/) {
		where = substr(code, 1, index(code, "(") - 1)
		sub(/^.*[ *]/, "", where)
	} else if (code ~ /^[A-Za-z_]/) {
		where = "-"
	}
	# how much room an array has means nothing
	if (match(code, /^[^=;]*(bool|char|int|size_t|scan_piece|[a-z0-9]+_t) \**[a-z_]+(\[[^]]*\])+/))
		code = sprintf("%" RLENGTH "s", "") substr(code, RLENGTH + 1)
	bare = stripped($0)
	nth = ++met[where, bare]
	code = code " "
	for (k = 1; k in from_; k++) {
		many = split(to_[k], other, ",")
		for (o = 1; o <= many; o++) each(" " from_[k] " ", " " other[o] " ")
	}
	each("return true;", "return false;")
	each("return false;", "return true;")
	each("return 0;", "return 1;")
	each("++", "--")
	each("--", "++")
	each("(!", "(")
	each(" !", " ")
	constants()
	conditions()
	statements()
	answers()
	# the next line goes on with what this one began
	continued = code ~ /([,=(?]|&&|\|\||[-+*\/]) *$/
}
