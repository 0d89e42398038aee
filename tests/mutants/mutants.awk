# SPDX-License-Identifier: MIT
# mutants.awk FILE - every mutant of a C file as `line TAB column TAB old TAB new`: one operator or constant is
# another. The code is formatted, so that what has two operands stands between blanks. Comments,
# strings, declarations without a value and lines of the preprocessor have none.
function mutant(at, old, new) { print FNR "\t" at "\t" old "\t" new }
# each `old` of the line becomes `new`
function each(old, new,   from, at) {
	for (from = 1; (at = index(substr(code, from), old)) > 0; from += at + length(old) - 1)
		if (old != " !" || substr(code, from + at + 1, 1) != "=")
			mutant(from + at - 1, old, new)
}
BEGIN {
	split("< <= > >= == != && || + - * / % += -=", from_, " ")
	split("<= < >= > != == || && - + / * / -= +=", to_, " ")
}
{
	code = $0
	# what is inside quotes or comments keeps its columns
	while (match(code, /"([^"\\]|\\.)*"|'([^'\\]|\\.)*'|\/\*.*\*\//)) {
		blank = sprintf("%" RLENGTH "s", "")
		gsub(/ /, "_", blank)
		code = substr(code, 1, RSTART - 1) blank substr(code, RSTART + RLENGTH)
	}
	if (inside) {
		if (!match(code, /\*\//)) next
		inside = 0
		next
	}
	if (match(code, /\/\*/)) { inside = 1; code = substr(code, 1, RSTART - 1) }
	if (code ~ /^#/ || code ~ /static_assert/) next
	for (k = 1; k in from_; k++) each(" " from_[k] " ", " " to_[k] " ")
	each("return true;", "return false;")
	each("return false;", "return true;")
	each(" = 0;", " = 1;")
	each(" = 1;", " = 0;")
	each("return 0;", "return 1;")
	each("++", "--")
	each("(!", "(")
	each(" !", " ")
}
