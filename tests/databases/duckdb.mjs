// SPDX-License-Identifier: MIT
// duckdb.mjs DATABASE <SCRIPT - what the duckdb shell would do with a script, for machines that
// have none: stop at the first error. Lines that begin with a point are the shell's own.
import { DuckDBInstance } from '@duckdb/node-api';
import { readFileSync } from 'node:fs';

const connection = await (await DuckDBInstance.create(process.argv[2])).connect();
const statements = await connection.extractStatements(readFileSync(0, 'utf8').replace(/^\..*$/gm, ''));
for (let i = 0; i < statements.count; i++)
	await (await statements.prepare(i)).run();
