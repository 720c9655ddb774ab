#!/usr/bin/env bash
# Program    pandas 1.5.3, its StataReader, on a .dta file of its own
# Expected   the labels of a file can be asked for before its rows, and the rows are the same: pandas' reference of
#            pandas.io.stata.StataReader.value_labels says nothing of an order.
# Seen       Asked for value_labels() first, the reader gives the number of the column in every row of a column of long
#            texts (strL), without a word. After variable_labels(), or after nothing, the texts are there: 3,000 letters
#            and 5.
# Seen on    2026-11-29
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

needs_debian python3-pandas 1.5.3+dfsg-2
cd "$TMP"

cat >try.py <<'PY'
import pandas as pd
from pandas.io.stata import StataReader

table = pd.DataFrame({'code': pd.Categorical(['yes', 'no']), 'text': ['word ' * 600, 'short']})
table.to_stata('own.dta', version=118, write_index=False, convert_strl=['text'])


def after(name):
    with StataReader('own.dta', convert_categoricals=False) as reader:
        if name:
            getattr(reader, name)()
        return [len(text) if isinstance(text, str) else f'number {text}' for text in reader.read()['text']]


for name in [None, 'variable_labels', 'value_labels']:
    print(name or 'nothing', *after(name), sep=', ')
PY

/usr/bin/python3 try.py | verdict 'nothing, 3000, 5
variable_labels, 3000, 5
value_labels, number 2, number 2'
