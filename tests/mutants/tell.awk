# SPDX-License-Identifier: MIT
# tell.awk part=1 EQUIVALENTS part=2 ALL part=3 VERDICTS - what lived, as a block of `equivalents`, what is
# wrong with that file, and the counts; exit 1 when a file has fewer killed than `least` percent.
function wrong(what) { print "equivalents:" what; bad = 1 }
BEGIN { FS = "\t" }
# a line of file and function, - the text, + each other text, then why it means the same
part == 1 && /^#/ { next }
part == 1 && /^$/ { head = 0; next }
part == 1 && !head { split($0, name, " "); head = 1; is_why = 0; next }
part == 1 && /^- / { old = substr($0, 3); next }
part == 1 && /^\+ / {
	is_equivalent[name[1], name[2], old, substr($0, 3)] = FNR
	if (!is_why) waits[FNR] = 1
	next
}
part == 1 { is_why = 1; split("", waits); next }
part == 2 {
	is_asked[$2] = 1
	there[$2, $4, $5, $6] = 1
	next
}
$3 == "0" {
	if ($1 == "killed") { print $2 ": its tests fail as it is"; bad = failed = 1 }
	if (!($2 in made)) { files[++count] = $2; made[$2] = 0 }
	next
}
{
	made[$2]++
	if ($1 == "killed") killed[$2]++
	if (($2, $4, $5, $6) in is_equivalent) {
		if ($1 == "killed") wrong(is_equivalent[$2, $4, $5, $6] ": killed after all: " $6)
		else same[$2]++
	} else if ($1 != "killed") {
		printf "%s %s\n- %s\n+ %s\nlives, line %d\n\n", $2, $4, $5, $6, $3
	}
}
END {
	for (line in waits) wrong(line ": no reason is given")
	for (k in is_equivalent) {
		split(k, key, SUBSEP)
		if (key[1] in is_asked && !(k in there)) wrong(is_equivalent[k] ": there is no such mutant: " key[4])
	}
	for (f = 1; f <= count; f++) {
		file = files[f]
		asked = made[file] - same[file]
		share = asked ? 100 * killed[file] / asked : 100
		printf "%s: %d mutants, %d killed, %d mean the same, %d live: %.1f %%\n", file, made[file], killed[file],
			same[file], asked - killed[file], share
		if (share < least) bad = 1
		all += made[file]; dead += killed[file]; equal += same[file]
	}
	if (!all) { print "no mutant was made"; exit 1 }
	printf "mutants: %d of %d that mean something else killed, %.1f %% (at least %d %% of each file)\n", dead,
		all - equal, 100 * dead / (all - equal), least
	exit bad
}
