#!/usr/bin/env bash
# Program    npm sav-reader 2.0.8 on files of R haven 2.5.1 (ReadStat); PSPP 1.6.2 for comparison
# Expected   all rows of a .sav file. A code 0 among the codes of compressed cases is to be passed over: PSPP developers'
#            guide 1.6, B.20 "Data Record". haven ends the codes of every row with such codes.
# Seen       SavBufferReader.readAllRows gives the first of three rows and no error, although the header that it has read
#            says three; PSPP lists three rows of the same file. A file of PSPP itself is read whole. In an uncompressed
#            file a system-missing number comes as -1.797e+308, where that of a compressed file is left out of the row.
# Seen on    2026-11-29
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

needs_debian r-cran-haven 2.5.1-1
needs_debian pspp 1.6.2-2
needs_npm sav-reader@2.0.8
cd "$TMP"

Rscript -e 'suppressMessages(library(haven)); write_sav(data.frame(id = 1:3, share = c(0.25, 0.5, 0.75)), "haven.sav")'
cat >files.sps <<'SPS'
GET FILE='haven.sav'.
SAVE TRANSLATE /OUTFILE='haven.csv' /TYPE=CSV /REPLACE.
SAVE OUTFILE='pspp.sav'.
DATA LIST LIST NOTABLE /id (F4.0) share (F8.2).
BEGIN DATA
1 .
END DATA.
SAVE OUTFILE='plain.sav' /UNCOMPRESSED.
SAVE OUTFILE='packed.sav' /COMPRESSED.
SPS
pspp files.sps >pspp.txt
cat >try.cjs <<'JS'
const { readFileSync } = require('node:fs');
const { SavBufferReader } = require('sav-reader');
async function read(name) {
  const reader = new SavBufferReader(readFileSync(name));
  await reader.open();
  return { cases: reader.meta.header.n_cases, rows: await reader.readAllRows() };
}
(async () => {
  for (const name of ['haven.sav', 'pspp.sav']) {
    const { cases, rows } = await read(name);
    console.log(`${name}: ${cases} in the header, ${rows.length} read`);
  }
  for (const name of ['packed.sav', 'plain.sav']) console.log(name, (await read(name)).rows[0].share);
})();
JS

{
  echo "rows in PSPP: $(wc -l <haven.csv)"
  node try.cjs
} | verdict 'rows in PSPP: 3
haven.sav: 3 in the header, 1 read
pspp.sav: 3 in the header, 3 read
packed.sav undefined
plain.sav -1.7976931348623157e+308'
