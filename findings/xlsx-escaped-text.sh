#!/usr/bin/env bash
# Program    npm exceljs 4.4.0, npm xlsx 0.18.5 (SheetJS), openpyxl 3.0.9
# Expected   the text _x0041_ comes back as it was put in. SpreadsheetML reads _xHHHH_ as a character, so that a writer has
#            to write such an underscore as _x005F_, and a reader has to undo it, wherever a text stands (in the table of
#            texts or in its cell), and in each run of a text by itself: ECMA-376 part 1, 22.9.2.19 (ST_Xstring), 18.4.12.
# Seen       exceljs and SheetJS write the text as it is and read their own file as "A". exceljs and openpyxl undo the escape
#            in the table of texts, not in a cell, where the valid _x005F_x0041_ comes as that; of other characters openpyxl
#            undoes none in either place. SheetJS undoes it in both, but joins the runs before it looks, so that a text
#            parted into _ and x0041_ is "A", too.
# Seen on    2026-11-29
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

needs_debian python3-openpyxl 3.0.9-1
needs_npm exceljs@4.4.0 xlsx@0.18.5
cd "$TMP"

cat >write.py <<'PY'
import zipfile

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
DOC = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'


def links(*targets):
    text = ''
    for at, (kind, path) in enumerate(targets):
        text += f'<Relationship Id="r{at}" Type="{DOC}/{kind}" Target="{path}"/>'
    return f'<Relationships xmlns="{PACKAGE}/relationships">{text}</Relationships>'


parts = {
    '[Content_Types].xml': f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{TYPE}.worksheet+xml"/>'
    f'<Override PartName="/xl/sharedStrings.xml" ContentType="{TYPE}.sharedStrings+xml"/></Types>',
    '_rels/.rels': links(('officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': f'<workbook xmlns="{MAIN}" xmlns:r="{DOC}"><sheets>'
    '<sheet name="S" sheetId="1" r:id="r0"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': links(('worksheet', 'worksheets/sheet1.xml'), ('sharedStrings', 'sharedStrings.xml')),
    'xl/sharedStrings.xml': f'<sst xmlns="{MAIN}" count="2" uniqueCount="2">'
    '<si><t>_x005F_x0041_</t></si><si><t>a_x0009_b</t></si></sst>',
    'xl/worksheets/sheet1.xml': f'<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c>'
    '<c r="B1" t="inlineStr"><is><t>_x005F_x0041_</t></is></c>'
    '<c r="C1" t="inlineStr"><is><r><t>_</t></r><r><t>x0041_</t></r></is></c>'
    '<c r="D1" t="s"><v>1</v></c></row></sheetData></worksheet>',
}
with zipfile.ZipFile('valid.xlsx', 'w', zipfile.ZIP_DEFLATED) as file:
    for name, text in parts.items():
        file.writestr(name, HEAD + text)
PY
cat >read.py <<'PY'
import openpyxl

print('openpyxl', ' '.join(cell.value for cell in openpyxl.load_workbook('valid.xlsx').active[1]))
PY
cat >try.cjs <<'JS'
const ExcelJS = require('exceljs');
const XLSX = require('xlsx');
async function withExcelJs(name) {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(name);
  const cells = book.worksheets[0].getRow(1).values.slice(1);
  return cells.map((cell) => cell.richText?.map(({ text }) => text).join('') ?? cell).join(' ').replace('\t', ' TAB ');
}
function withSheetJs(name) {
  const book = XLSX.readFile(name);
  return XLSX.utils.sheet_to_json(book.Sheets[book.SheetNames[0]], { header: 1 })[0].join(' ').replace('\t', ' TAB ');
}
(async () => {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('S').addRow(['_x0041_']);
  await book.xlsx.writeFile('exceljs.xlsx');
  const other = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(other, XLSX.utils.aoa_to_sheet([['_x0041_']]), 'S');
  XLSX.writeFile(other, 'sheetjs.xlsx');
  console.log('exceljs, own file', await withExcelJs('exceljs.xlsx'));
  console.log('SheetJS, own file', withSheetJs('sheetjs.xlsx'));
  console.log('exceljs', await withExcelJs('valid.xlsx'));
  console.log('SheetJS', withSheetJs('valid.xlsx'));
})();
JS

/usr/bin/python3 write.py
{
  node try.cjs
  /usr/bin/python3 read.py
} | verdict 'exceljs, own file A
SheetJS, own file A
exceljs _x0041_ _x005F_x0041_ _x0041_ a TAB b
SheetJS _x0041_ _x0041_ A a TAB b
openpyxl _x0041_ _x005F_x0041_ _x0041_ a_x0009_b'
