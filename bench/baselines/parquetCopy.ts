/**
 * DuckDB's own copy of a table to Parquet, from its memory and with the settings that it comes with. Prints milliseconds,
 * without those of reading the table, and the peak of memory in MB. Arguments: Parquet file to read, file to write.
 */
import { resourceUsage } from 'node:process';
import { DuckDBInstance } from '@duckdb/node-api';

const [source = '', target = ''] = process.argv.slice(2);
const connection = await (await DuckDBInstance.create(':memory:')).connect();
await connection.run(`CREATE TABLE codings AS FROM '${source}'`);
const begun = performance.now();
await connection.run(`COPY codings TO '${target}' (FORMAT parquet)`);
process.stdout.write(`${performance.now() - begun} ${resourceUsage().maxRSS / 1024}\n`);
connection.closeSync();
