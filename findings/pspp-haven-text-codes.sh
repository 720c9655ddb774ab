#!/usr/bin/env bash
# Program    PSPP 1.6.2 and R haven 2.5.1, each on the other's .sav file
# Expected   a text of more than 8 bytes may have up to three codes that mean missing, and both programs keep them when one
#            reads what the other wrote. The record of them (7/22) has the length of a code once, says the PSPP developers'
#            guide of today ("Long String Missing Values Record"); the guide of 1.6 (B.15) has it before each code.
# Seen       One code goes both ways. Two do not: haven refuses PSPP's file whole, as invalid; PSPP warns of haven's that
#            the record ends unexpectedly, and counts the codes of this text, and those of every text after it, as valid
#            answers. haven cuts a code of more than 8 bytes when it writes, without a word, so that on reading the value
#            is no longer missing.
# Seen on    2026-11-29
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

needs_debian pspp 1.6.2-2
needs_debian r-cran-haven 2.5.1-1
cd "$TMP"

cat >write.sps <<'SPS'
DATA LIST LIST NOTABLE /frame (A16).
BEGIN DATA
"economic outcome"
"none"
"refused"
END DATA.
MISSING VALUES frame ("none").
SAVE OUTFILE='pspp1.sav'.
MISSING VALUES frame ("none", "refused").
SAVE OUTFILE='pspp2.sav'.
SPS
pspp write.sps >pspp.txt
cat >write.R <<'R'
suppressMessages(library(haven))
texts <- c("economic outcome", "none", "refused")
coded <- function(codes) labelled_spss(texts, labels = NULL, na_values = codes)
three <- tibble::tibble(first = coded("none"), second = coded(c("none", "refused")), third = coded("none"))
write_sav(three, "haven.sav")
long <- labelled_spss(c("economic outcome", "not applicable"), na_values = "not applicable")
write_sav(tibble::tibble(long), "long.sav")
for (name in c("pspp1.sav", "pspp2.sav", "haven.sav")) {
  read <- tryCatch(read_sav(name), error = function(e) NULL)
  cat("haven,", name, if (is.null(read)) "refused" else vapply(read, function(x) sum(is.na(x)), 1L), "\n")
}
cat("haven, long.sav", sum(is.na(read_sav("long.sav")$long)), "\n")
R
cat >read.sps <<'SPS'
GET FILE='haven.sav'.
FREQUENCIES first second third.
SPS

# missing NAME: how many values the table of frequencies counts as missing.
missing() {
  awk -v table="Table: $1" '
    /^Table: / { here = $0 == table; missing = 0 }
    /^Missing,/ { missing = 1 }
    /^Total,/ { missing = 0 }
    here && missing { count++ }
    END { print count + 0 }' read.txt
}

{
  Rscript write.R | sed 's/ *$//'
  pspp -O format=csv read.sps >read.txt 2>&1 || true
  grep -q 'subtype 22 ends unexpectedly' read.txt && echo 'PSPP, haven.sav: warns'
  echo "PSPP, haven.sav $(missing first) $(missing second) $(missing third)"
} | verdict 'haven, pspp1.sav 1
haven, pspp2.sav refused
haven, haven.sav 1 2 1
haven, long.sav 0
PSPP, haven.sav: warns
PSPP, haven.sav 1 0 0'
