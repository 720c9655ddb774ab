#!/usr/bin/env bash
# Program    npm dom-anchor-text-quote 4.0.2 (with diff-match-patch 1.0.5)
# Expected   a quotation that the library describes itself (exact, prefix, suffix) is found again where it was, when no
#            other place has all three. W3C Web Annotation Data Model, 4.2.4 "Text Quote Selector": prefix and suffix tell
#            like passages apart.
# Seen       Where the words before two quotations are alike, as in agency copy and refrains, the suffix is not looked at:
#            the description of the first gives the place of a later one, as an ordinary match. It is right with the hint
#            (the place in the text), and without the prefix.
# Seen on    2026-11-29
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

needs_npm dom-anchor-text-quote@4.0.2 dom-anchor-text-position@4.0.0 diff-match-patch@1.0.5
cd "$TMP"

cat >try.cjs <<'JS'
const quotes = require('dom-anchor-text-quote');
const lead = 'Same lead of the agency in both. ';
const root = { textContent: `${lead}Port reopens today after storm. ${lead}Port remains shut after storm.` };
const count = ({ exact, prefix, suffix }) => root.textContent.split(prefix + exact + suffix).length - 1;
for (const start of [lead.length, root.textContent.lastIndexOf('Port')]) {
  const selector = quotes.fromTextPosition(root, { start, end: start + 4 });
  const { prefix, ...withoutPrefix } = selector;
  const found = (given, options) => quotes.toTextPosition(root, given, options)?.start;
  console.log(`at ${start}, places with all three: ${count(selector)}, found at ${found(selector)}`);
  console.log(`  with a hint at ${found(selector, { hint: start })}, without the prefix at ${found(withoutPrefix)}`);
}
JS

node try.cjs | verdict 'at 33, places with all three: 1, found at 98
  with a hint at 33, without the prefix at 33
at 98, places with all three: 1, found at 98
  with a hint at 98, without the prefix at 98'
