import { cellText } from './text.ts';

/** Places in `cellXfs` of the style sheet. 0 is the usual look. */
export const cellStyles = { header: 1, date: 2, moment: 3, guarded: 4 } as const;

/** A file inside the workbook: its path, and its text. */
export type Part = { path: string; content: string };

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const contentTypes = 'http://schemas.openxmlformats.org/package/2006/content-types';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Where the sheet of a number, from 1, stands in the workbook. */
export function sheetPath(number: number): string {
  return `xl/worksheets/sheet${number}.xml`;
}

/**
 * Everything of a workbook but its sheets (ECMA-376 part 1). `names` are those of the sheets in order: unique without
 * regard to case, made with `sheetNames`; `shared` is the table of texts.
 */
export function workbookParts(names: readonly string[], shared: readonly string[]): Part[] {
  const sheets = names.map((name, at) => `<sheet name="${cellText(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`);
  const links = names.map(
    (_, at) => `<Relationship Id="rId${at + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  const styleLink = `<Relationship Id="rId${names.length + 1}" Type="${relations}/styles" Target="styles.xml"/>`;
  const more = shared.length > 0 ? sharedParts(shared, `rId${names.length + 2}`) : { type: '', link: '', parts: [] };
  const types = names.map(
    (_, at) => `<Override PartName="/${sheetPath(at + 1)}" ContentType="${spreadsheet}.worksheet+xml"/>`,
  );
  return [
    {
      path: '[Content_Types].xml',
      content:
        `${declaration}<Types xmlns="${contentTypes}">` +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        `<Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/>` +
        `<Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/>${types.join('')}${more.type}</Types>`,
    },
    {
      path: '_rels/.rels',
      content:
        `${declaration}<Relationships xmlns="${packageRelations}">` +
        `<Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      path: 'xl/workbook.xml',
      content:
        `${declaration}<workbook xmlns="${main}" xmlns:r="${relations}"><bookViews><workbookView/></bookViews>` +
        `<sheets>${sheets.join('')}</sheets></workbook>`,
    },
    {
      path: 'xl/_rels/workbook.xml.rels',
      content: `${declaration}<Relationships xmlns="${packageRelations}">${links.join('')}${styleLink}${more.link}</Relationships>`,
    },
    { path: 'xl/styles.xml', content: styleSheet },
    ...more.parts,
  ];
}

/** The table of texts, with what the workbook says of it elsewhere. */
function sharedParts(texts: readonly string[], id: string): { type: string; link: string; parts: Part[] } {
  const items = texts.map((text) => `<si><t xml:space="preserve">${cellText(text)}</t></si>`);
  return {
    type: `<Override PartName="/xl/sharedStrings.xml" ContentType="${spreadsheet}.sharedStrings+xml"/>`,
    link: `<Relationship Id="${id}" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/>`,
    parts: [
      {
        path: 'xl/sharedStrings.xml',
        content: `${declaration}<sst xmlns="${main}" uniqueCount="${items.length}">${items.join('')}</sst>`,
      },
    ],
  };
}

const styleSheet =
  `${declaration}<styleSheet xmlns="${main}">` +
  '<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>' +
  '<numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>' +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>' +
  '<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>' +
  '<border><left/><right/><top/><bottom style="thin"><color auto="1"/></bottom><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="1" xfId="0" applyFont="1" applyBorder="1"/>' +
  '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

/** The longest name of a sheet, in UTF-16 units. */
const longestName = 31;

// eslint-disable-next-line no-control-regex -- control characters are among what Excel forbids
const forbidden = /[\u0000-\u001f[\]:*?/\\]/gu;

/** Names that sheets may have: without the signs that Excel forbids, cut to 31 characters, no two alike. */
export function sheetNames(wanted: readonly string[]): string[] {
  const used = new Set<string>();
  return wanted.map((name) => {
    const clean =
      name
        .toWellFormed()
        .replace(forbidden, ' ')
        .replace(/^'+|'+$/gu, '')
        .trim() || 'table';
    let candidate = shorten(clean, '');
    for (let count = 2; used.has(candidate.toLowerCase()); count++) candidate = shorten(clean, ` (${count})`);
    used.add(candidate.toLowerCase());
    return candidate;
  });
}

function shorten(name: string, suffix: string): string {
  const room = longestName - suffix.length;
  const kept = name.length <= room ? name : name.slice(0, room).replace(/\p{Cs}$/u, '');
  return kept.trimEnd() + suffix;
}
