#!/usr/bin/env bash
# Program    R haven 2.5.1 on a .sav file of PSPP 1.6.2
# Expected   a date that the file declares missing is missing in R, too: haven's help on read_sav, argument user_na, says
#            that TRUE keeps such values, as labelled_spss(), of which is.na() is true.
# Seen       With user_na = FALSE all is well. With TRUE the column is no date any more: the values are days since 1970,
#            while the code stays in seconds since 14 October 1582, so that none equals it, and is.na() is false of the
#            very value that was declared. A value label stays with the seconds, too, in either way of reading, so that it
#            belongs to no value of the column.
# Seen on    2026-11-29
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

needs_debian pspp 1.6.2-2
needs_debian r-cran-haven 2.5.1-1
cd "$TMP"

cat >write.sps <<'SPS'
DATA LIST LIST NOTABLE /published (DATE11).
BEGIN DATA
"29-FEB-2024"
"01-JAN-1900"
END DATA.
MISSING VALUES published ("01-JAN-1900").
VALUE LABELS published "01-JAN-1900" "no date in the source".
SAVE OUTFILE='dates.sav'.
SPS
pspp write.sps >pspp.txt
cat >read.R <<'R'
suppressMessages(library(haven))
plain <- read_sav("dates.sav")$published
kept <- read_sav("dates.sav", user_na = TRUE)$published
cat("FALSE:", class(plain)[1], format(plain), "\n")
cat("TRUE:", class(kept)[1], as.vector(unclass(kept)), "\n")
cat("code:", format(attr(kept, "na_values"), scientific = FALSE), "\n")
cat("is.na:", is.na(kept), "\n")
labels <- function(x) format(unname(attr(x, "labels")), scientific = FALSE)
cat("labelled:", labels(plain), labels(kept), "\n")
R

Rscript read.R | sed 's/ *$//' | verdict 'FALSE: Date 2024-02-29 NA
TRUE: haven_labelled_spss 19782 -25567
code: 10010390400
is.na: FALSE FALSE
labelled: 10010390400 10010390400'
