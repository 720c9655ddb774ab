#!/usr/bin/env bash
# Program    npm krippendorff 0.1.0
# Expected   alpha of Krippendorff's own example of four observers, twelve units and missing values is 0.743 (nominal), in
#            whatever order the observers stand: Krippendorff, K. (2011), Computing Krippendorff's Alpha-Reliability,
#            section C. The package's README lets the list of a rater who rated less end early.
# Seen       0.743 if the rater whose list ends early stands second, third or last, but 0.692 if that rater stands first:
#            the first list's length is taken for the number of units, and what others rated beyond it is left out of the
#            figure without a word. Ratings of only one value give not a number.
# Seen on    2026-11-29
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

needs_npm krippendorff@0.1.0

cat >"$TMP/try.cjs" <<'JS'
const { alpha } = require('krippendorff');
const none = undefined;
const early = [1, 2, 3, 3, 2, 1, 4, 1, 2]; // the last three units were not rated
const others = [
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, none, 3],
  [none, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, none],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, none],
];
console.log('list written out, first', alpha([[...early, none, none, none], ...others]).toFixed(3));
for (const place of [0, 1, 2, 3])
  console.log('list ends early, at', place + 1, alpha(others.toSpliced(place, 0, early)).toFixed(3));
console.log('one value alone', alpha([[1, 1, 1], [1, 1, 1]]));
JS

node "$TMP/try.cjs" | verdict 'list written out, first 0.743
list ends early, at 1 0.692
list ends early, at 2 0.743
list ends early, at 3 0.743
list ends early, at 4 0.743
one value alone NaN'
