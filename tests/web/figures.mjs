// SPDX-License-Identifier: MIT
// Figures: the list that --format csv gives, and what of a page it must hold.

// Our own CSV has no line break in a cell: a line is a row.
function cells(line) {
	return [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell]) =>
		cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
}

export function figureList(csv) {
	const [head, ...rows] = csv.trimEnd().split(/\r?\n/).map(cells);
	return rows.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i]])));
}

const NUMBER = /\d(?:[\d\u00a0\u202f.,]*\d)?/g;

// The numbers of a text as they are printed, without signs and units: spaces of thousands (in English
// commas) go, and the decimal mark becomes a point.
function numbers(text, lang) {
	return (text.match(NUMBER) ?? []).map((one) => {
		const digits = one.replace(/[\u00a0\u202f]/g, '');
		return lang === 'fr' ? digits.replace(',', '.') : digits.replaceAll(',', '');
	});
}

// Whether a printed number is the exact one, rounded to the places it is printed with.
function isRounded(printed, exact) {
	const places = (printed.split('.')[1] ?? '').length;
	return Math.abs(Math.abs(Number(exact)) - Number(printed)) <= 0.5 * 10 ** -places + 1e-9;
}

// Whether the numbers of a cell are in the list; a cell without any is a sign, and holds.
export function isTold(cell, lang, list) {
	return numbers(cell, lang).every((printed) =>
		list.some(({ value }) => value !== '' && isRounded(printed, value)));
}
