#!/usr/bin/env bash
# Program    npm @duckdb/node-api 1.5.5-r.5 (DuckDB 1.5.5) on a file of npm parquetjs 0.11.2
# Expected   a column with the older mark TIMESTAMP_MILLIS alone holds moments in UTC, so that DuckDB takes it for
#            TIMESTAMP WITH TIME ZONE: Parquet format, LogicalTypes.md, "Deprecated timestamp ConvertedType" (its table for
#            backward compatibility has isAdjustedToUTC = true).
# Seen       DuckDB takes it for TIMESTAMP, which has no zone: compared with a moment, or made one, the value is taken for
#            local time, and in New York is five hours off. parquetjs writes the older mark and no other.
# Seen on    2026-11-29
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

needs_npm @duckdb/node-api@1.5.5-r.5 parquetjs@0.11.2 thrift@0.11.0
cd "$TMP"

cat >try.cjs <<'JS'
const { DuckDBInstance } = require('@duckdb/node-api');
const { ParquetSchema, ParquetWriter } = require('parquetjs');
(async () => {
  const schema = new ParquetSchema({ published: { type: 'TIMESTAMP_MILLIS' } });
  const writer = await ParquetWriter.openFile(schema, 'moments.parquet');
  await writer.appendRow({ published: new Date('2024-02-29T23:30:00Z') });
  await writer.close();
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(`set timezone = 'America/New_York'`);
  const ask = async (sql) => (await connection.runAndReadAll(sql)).getRowsJson()[0].join(' ');
  const marks = `converted_type, coalesce(logical_type, 'none')`;
  console.log(await ask(`select ${marks} from parquet_schema('moments.parquet') where name = 'published'`));
  console.log(await ask(`select typeof(published) from 'moments.parquet'`));
  const hoursOff = `date_diff('hour', timestamptz '2024-02-29 23:30:00+00', published::timestamptz)`;
  console.log('hours off:', await ask(`select ${hoursOff} from 'moments.parquet'`));
})();
JS

node try.cjs | verdict 'TIMESTAMP_MILLIS none
TIMESTAMP
hours off: 5'
