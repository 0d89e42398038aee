# SPDX-License-Identifier: MIT
# Completion of the relais tools for bash: what may come next is asked of the tool itself.
# Bash cuts words at = and :, and puts a completion in the place of the last piece.
_relais() {
	local words=() word line typed kept joined=
	for word in "${COMP_WORDS[@]:1:COMP_CWORD}"; do
		if ((${#words[@]})) && [[ $joined || $word == [=:] ]]; then
			words[-1]+=$word
		else
			words+=("$word")
		fi
		joined=
		[[ $word == [=:] ]] && joined=1
	done
	typed=${words[-1]}
	kept=${typed%"${typed##*[=:]}"}
	COMPREPLY=()
	while IFS= read -r line; do
		case $line in
		:files | :folders)
			compopt -o filenames 2>/dev/null
			while IFS= read -r word; do COMPREPLY+=("$word"); done < <(
				compgen "$([[ $line == :files ]] && echo -f || echo -d)" -- "${typed#"$kept"}")
			;;
		*)
			line=${line%%$'\t'*}
			COMPREPLY+=("${line#"$kept"}")
			;;
		esac
	done < <("$1" --complete "${words[@]}" 2>/dev/null)
}
complete -F _relais rt-import rt-status rt-observatory rt-report rt-plan
