import { Document, HeadingLevel, Packer, Paragraph, ShadingType, TextRun } from 'docx';
import type { IRunOptions } from 'docx';
import { printedCodebookWords } from '#words/core/printedCodebook.ts';
import { clearZipDates } from '../../print/zipDates.ts';
import { directionOf } from '../../texts/direction.ts';
import { joinPath } from '../entry.ts';
import type { CodebookFile } from '../entry.ts';
import { hueColor } from '../hues.ts';
import { codeItems, variableItems } from './outline.ts';
import type { Item } from './outline.ts';

// eslint-disable-next-line no-control-regex -- control characters that XML may not hold
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

function run(text: string, isRightToLeft: boolean, isBold = false): TextRun {
  const children = [text.replace(unwritable, '\ufffd')];
  const options: IRunOptions = { children, bold: isBold, rightToLeft: isRightToLeft };
  return new TextRun(options);
}

function heading(text: string, level: (typeof HeadingLevel)[keyof typeof HeadingLevel], color?: string): Paragraph {
  const isRightToLeft = directionOf(text) === 'rtl';
  const swatch = color === undefined ? [] : [colorSwatch(color)];
  return new Paragraph({
    heading: level,
    keepNext: true,
    bidirectional: isRightToLeft,
    children: [...swatch, run(text, isRightToLeft)],
  });
}

function colorSwatch(color: string): TextRun {
  const fill = color.slice(1);
  return new TextRun({ text: '\u00a0\u00a0\u00a0', shading: { type: ShadingType.CLEAR, color: 'auto', fill } });
}

/** The label before the first line; the other lines below it. */
function itemParagraphs({ label, text }: Item): Paragraph[] {
  return text.split('\n').map((line, index) => {
    const isRightToLeft = directionOf(line) === 'rtl';
    const name = index === 0 ? [run(printedCodebookWords.beforeText({ label }), false, true)] : [];
    return new Paragraph({
      bidirectional: isRightToLeft,
      spacing: { after: 60 },
      indent: { start: 360 },
      children: [...name, run(line, isRightToLeft)],
    });
  });
}

/** A codebook as a Word document: codes in their order with rules and examples, then the variables. The same bytes each time. */
export async function codebookDocx(file: CodebookFile, title: string): Promise<Uint8Array> {
  const codes = file.codes.flatMap((code) => [
    heading(` ${joinPath(code.path)}`, HeadingLevel.HEADING_2, code.hue === undefined ? undefined : hueColor(code.hue)),
    ...codeItems(code, file).flatMap(itemParagraphs),
  ]);
  const variables = file.variables.flatMap((variable) => [
    heading(variable.name, HeadingLevel.HEADING_2),
    ...variableItems(variable).flatMap(itemParagraphs),
  ]);
  const children = [
    heading(title, HeadingLevel.TITLE),
    ...(codes.length === 0 ? [] : [heading(printedCodebookWords.codes, HeadingLevel.HEADING_1), ...codes]),
    ...(variables.length === 0 ? [] : [heading(printedCodebookWords.variables, HeadingLevel.HEADING_1), ...variables]),
  ];
  const core = { path: 'docProps/core.xml', data: coreProperties(title) };
  const bytes = new Uint8Array(
    await Packer.toArrayBuffer(new Document({ sections: [{ children }] }), undefined, [core]),
  );
  clearZipDates(bytes);
  return bytes;
}

/** The title without dates: the library would write the moment of the call. */
function coreProperties(title: string): string {
  const text = title.replace(unwritable, '\ufffd').replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const spaces =
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"';
  return `<?xml version="1.0" encoding="UTF-8"?><cp:coreProperties ${spaces}><dc:title>${text}</dc:title></cp:coreProperties>`;
}
