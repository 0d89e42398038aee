// SPDX-License-Identifier: MIT
// check.mjs CHROMIUM FRAGMENT PAGE... - every page, seen by a validator and by a browser. Beside each
// PAGE.html of a report lies PAGE.csv, its figures. Exit 1 when something is wrong.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { chromium } from 'playwright-core';
import { figureList, isTold } from './figures.mjs';

const [browserPath, fragment, ...pages] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let wrong = 0;

function complain(file, what) {
	console.log(`${file}: ${what}`);
	wrong++;
}

// What the standard asks, and nothing of taste: how a doctype or an element is spelled is ours.
const validator = new HtmlValidate({ extends: ['html-validate:standard'], elements: ['html5'] });

async function checkValidity(file) {
	const report = await validator.validateString(readFileSync(file, 'utf8'));
	for (const { messages } of report.results)
		for (const m of messages)
			complain(file, `${m.line}:${m.column} ${m.ruleId}: ${m.message}`);
}

async function checkAccess(file, tab, scheme) {
	await tab.emulateMedia({ colorScheme: scheme });
	const { violations } = await tab.evaluate(() => window.axe.run(document));
	for (const v of violations)
		for (const node of v.nodes)
			complain(file, `${scheme}: ${v.id}: ${v.help}: ${node.target}`);
}

async function checkWidth(file, tab) {
	await tab.setViewportSize({ width: 320, height: 640 });
	const wide = await tab.evaluate(() => document.documentElement.scrollWidth);
	if (wide > 320)
		complain(file, `${wide} px wide in a window of 320`);
	await tab.setViewportSize({ width: 1280, height: 900 });
}

// Printed, nothing is wider than the paper, which would make it all smaller, and a dashboard is one page.
const A4 = { width: 665, height: 980 }; // in px, less the margins of the style

async function checkPaper(file, tab) {
	await tab.setViewportSize(A4);
	await tab.emulateMedia({ media: 'print' });
	const wide = await tab.evaluate(() => document.documentElement.scrollWidth);
	await tab.emulateMedia({ media: null });
	await tab.setViewportSize({ width: 1280, height: 900 });
	if (wide > A4.width)
		complain(file, `${wide} px wide on paper of ${A4.width}`);
	if (!/\bboard-/.test(file))
		return;
	const printed = (await tab.pdf({ preferCSSPageSize: true })).toString('latin1');
	const pages = printed.match(/\/Type\s*\/Page\b/g).length;
	if (pages !== 1)
		complain(file, `${pages} pages of paper`);
}

// The first stops of the tabulator are the contents, in order, and Enter leads to the section.
async function checkKeyboard(file, tab) {
	const links = await tab.$$eval('nav a', (all) => all.map((a) => a.getAttribute('href')));
	if (!links.length && (await tab.$$('section')).length > 1)
		complain(file, 'no contents');
	for (const href of links) {
		await tab.keyboard.press('Tab');
		const at = await tab.evaluate(() => document.activeElement.getAttribute('href'));
		if (at !== href)
			complain(file, `the tabulator is at ${at}, not at ${href}`);
	}
	for (const href of links) {
		await tab.focus(`nav a[href="${href}"]`);
		await tab.keyboard.press('Enter');
		const reached = await tab.evaluate(() => document.querySelector(':target')?.tagName);
		if (reached !== 'SECTION')
			complain(file, `${href} leads to no section`);
	}
}

// What shows figures: cells, and in drawings the points that are named and the words beside bars and lines.
// Words with a halo are names on a drawing: an office on the map, the day on the plan.
const TOLD = 'td.n, dd.value, svg circle title, svg text:has(tspan), svg .small:not(.halo)';

// Section by section: what its cells show is in the list. The list holds more, the points of a line.
async function checkFigures(file, tab) {
	if (!existsSync(file.replace(/html$/, 'csv')))
		return 0; // an index
	const list = figureList(readFileSync(file.replace(/html$/, 'csv'), 'utf8'));
	const lang = await tab.evaluate(() => document.documentElement.lang);
	const sections = await tab.$$eval('section', (all, told) => all.map((one) => ({
		id: one.id,
		shown: [...one.querySelectorAll(told)].map((cell) => cell.textContent),
	})), TOLD);
	let shown = 0;

	for (const one of sections) {
		const told = list.filter((figure) => figure.section === one.id);
		shown += one.shown.length;
		for (const cell of one.shown)
			if (!isTold(cell, lang, told))
				complain(file, `#${one.id}: "${cell}" is no figure of the list`);
	}
	if (!shown)
		complain(file, 'no figure');
	return shown;
}

const browser = await chromium.launch({
	executablePath: browserPath,
	chromiumSandbox: process.getuid() !== 0, // a sandbox refuses to be started by root
});
await checkValidity(fragment);
let figures = 0;
for (const file of pages) {
	const tab = await browser.newPage({ viewport: { width: 1280, height: 900 } });
	tab.on('request', (r) => r.url().startsWith('file:') || complain(file, `asks for ${r.url()}`));
	await checkValidity(file);
	await tab.goto(`file://${resolve(file)}`);
	await checkKeyboard(file, tab);
	await tab.evaluate(axe);
	for (const scheme of ['light', 'dark'])
		await checkAccess(file, tab, scheme);
	await checkWidth(file, tab);
	await checkPaper(file, tab);
	figures += await checkFigures(file, tab);
	await tab.close();
}
await browser.close();
console.log(`check-web: ${pages.length} pages, ${figures} figures, ${wrong} wrong`);
process.exitCode = wrong ? 1 : 0;
