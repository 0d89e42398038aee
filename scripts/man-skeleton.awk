# SPDX-License-Identifier: MIT
# man-skeleton - what a page (mdoc) says in no language: sections, list items, examples, and paragraph by
# paragraph the options, words and names between the sentences, whatever their order. Two pages of
# the same skeleton document the same things. What stands for a value (Ar) may have another name. A
# literal block is an example, and the same in both, when one of its lines matches `command`.

function name(macro) { return macro ~ /^(Fl|Cm|Ic|Ar|Va|Ev|Pa|Xr|Ql|Nm)$/ }
function other(macro) { return macro ~ /^(Op|Oo|Oc|Pq|Po|Pc|Sc|Dq|Sq|Qq|No|Ns|Em|Sy|Sx|Li|It|Ap|Pf)$/ }

function named(macro, what) {
	if (macro == "Ar" || what ~ /^rt-[a-z]+ [A-Z]+$/) what = "…"
	words[++count] = macro " " what
}

function told(    i, j, word) {
	for (i = 2; i <= count; i++) {
		word = words[i]
		for (j = i - 1; j > 0 && words[j] > word; j--) words[j + 1] = words[j]
		words[j + 1] = word
	}
	for (i = 1; i <= count; i++) print place " " words[i]
	count = 0
}

# the names on a line of macros; a quotation (Ql) is one name, of other macros each word is one
function line(    i, macro, word, what, given) {
	for (i = 1; i <= NF; i++) {
		word = i == 1 ? substr($i, 2) : $i
		if (word == "(") continue
		if (word == "So") word = "Ql"
		if (name(word) || other(word) || word ~ /^[.,;:()|]+$/) {
			if (what != "" || name(macro) && !given) named(macro, what)
			what = ""
			given = 1
			if (word !~ /^[[:punct:]]/) {
				macro = word
				given = 0
			}
		} else if (macro == "Ql") {
			what = what (what == "" ? "" : " ") word
		} else if (name(macro)) {
			named(macro, word)
			given = 1
		}
	}
	if (what != "" || name(macro) && !given) named(macro, what)
}

/^\.\\"/ { next }
/^\.Sh / { told(); place = ++section; part = 0; print place " section"; next }
/^\.Ss / {
	told()
	place = section "." ++part
	# a verb has no translation
	print place " " (/^\.Ss -*[a-z, -]+$/ && NF == 2 ? $2 : "subsection")
	next
}
/^\.(Pp|Bl|El)( |$)/ { told(); print place " " $1; next }
/^\.Dl / { told(); print place " " (/^\.Dl (rt-[a-z]+|\.\\&) / ? $0 : $1); next }
/^\.Bd/ { told(); block = ""; example = 0; inside = 1; next }
inside && /^\.Ed/ { inside = 0; print place " block" (example ? block : ""); next }
inside {
	block = block "\n" place "  " $0
	if ($0 ~ command) example = 1
	next
}
/^\.It/ { told(); print place " item"; line(); told(); next }
/^\.[A-Z]/ { line() }
END { told() }
