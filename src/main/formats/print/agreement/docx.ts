import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, WidthType } from 'docx';
import type { AgreementReport } from '../../../../shared/api/reliability.ts';
import { printable } from '../printable.ts';
import { textRun } from '../textRun.ts';
import { figureWords, threeDecimals } from './table.ts';

type Cells = readonly string[];

function cellOf(text: string, isHead: boolean): TableCell {
  const run = textRun(text, isHead ? { bold: true } : {});
  return new TableCell({ children: [new Paragraph({ children: [run] })] });
}

function tableOf(head: Cells, rows: readonly Cells[]): Table {
  const line = (cells: Cells, isHead: boolean): TableRow =>
    new TableRow({ tableHeader: isHead, cantSplit: true, children: cells.map((text) => cellOf(text, isHead)) });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [line(head, true), ...rows.map((row) => line(row, false))],
  });
}

function heading(text: string): Paragraph {
  return new Paragraph({ text: printable(text), heading: HeadingLevel.HEADING_2 });
}

type Figure = { value: number | null; reason: string };
const short = ({ value, reason }: Figure): string => (value === null ? `– (${reason})` : threeDecimals(value));
const share = ({ value }: Figure): string => (value === null ? '–' : `${Math.round(value * 100)} %`);

function spanTables({ spans }: AgreementReport): (Paragraph | Table)[] {
  if (!spans) return [];
  const overall = [
    ['Same places', '|uα', figureWords(spans.places)],
    ['Same places and codes', 'uα', figureWords(spans.placesAndCodes)],
    [
      'Same code where both marked',
      'cuα',
      `${figureWords(spans.codes)}, on ${share(spans.coverage)} of the marked text`,
    ],
    ['Same passages', 'F1 exact', short(spans.f1Exact)],
    ['Same passages in part', 'F1 partial', short(spans.f1Partial)],
  ];
  const codes = spans.perCode.map((code) => [
    code.code,
    String(code.spans),
    figureWords(code.alpha),
    code.verdict,
    short(code.f1Exact),
    short(code.f1Partial),
    short(code.jaccard),
  ]);
  const pairs = spans.pairs.map((pair) => [
    pair.coders.join(' / '),
    String(pair.documents),
    short(pair.placesAndCodes),
    short(pair.f1Exact),
    short(pair.f1Partial),
  ]);
  return [
    heading('Passages'),
    tableOf(['Question', 'Measure', 'Figure'], overall),
    heading('By code'),
    tableOf(['Code', 'Passages', 'uα', 'Verdict', 'F1 exact', 'F1 partial', 'Jaccard'], codes),
    heading('By pair of coders'),
    tableOf(['Coders', 'Articles', 'uα', 'F1 exact', 'F1 partial'], pairs),
  ];
}

function valueTables({ values, unit }: AgreementReport): (Paragraph | Table)[] {
  if (values.length === 0) return [];
  const rows = values.map((value) => [
    value.name,
    value.level,
    String(value.units),
    figureWords(value.alpha),
    value.verdict,
    share(value.agreement),
  ]);
  const pairs = values.flatMap((value) =>
    value.pairs.map((pair) => [
      value.name,
      pair.coders.join(' / '),
      String(pair.units),
      short(pair.alpha),
      share(pair.agreement),
    ]),
  );
  const units = unit === 'characters' ? 'Characters' : 'Units';
  return [
    heading('Krippendorff’s alpha'),
    tableOf(['Name', 'Level', units, 'α', 'Verdict', 'Agreement'], rows),
    heading('By pair of coders'),
    tableOf(['Name', 'Coders', units, 'α', 'Agreement'], pairs),
  ];
}

function groupTables({ groups }: AgreementReport): (Paragraph | Table)[] {
  if (!groups) return [];
  const rows = groups.rows.flatMap(({ value, documents, rows: own }) =>
    own.map(({ name, alpha }) => [value === '' ? '(unknown)' : value, String(documents), name, figureWords(alpha)]),
  );
  return [heading(`By ${groups.fact}`), tableOf([groups.fact, 'Articles', 'Name', 'Figure'], rows)];
}

function agreedTables({ against }: AgreementReport): (Paragraph | Table)[] {
  if (!against || against.length === 0) return [];
  const spans = against.flatMap(({ coder, documents, spans: own }) =>
    own
      ? [
          [
            coder,
            String(documents),
            short(own.exact.precision),
            short(own.exact.recall),
            short(own.exact.f1),
            short(own.placesAndCodes),
          ],
        ]
      : [],
  );
  const values = against.flatMap(({ coder, values: own }) =>
    own.map(({ name, units, alpha, agreement }) => [coder, name, String(units), short(alpha), share(agreement)]),
  );
  return [
    heading('Against the agreed version'),
    ...(spans.length > 0
      ? [tableOf(['Coder', 'Articles', 'Precision (exact)', 'Recall (exact)', 'F1 (exact)', 'uα'], spans)]
      : []),
    ...(values.length > 0 ? [tableOf(['Coder', 'Name', 'Units', 'α', 'Agreement'], values)] : []),
  ];
}

/** The report as a Word document: tables with three decimals, warnings, and the paragraph for the methods section. */
export async function agreementDocx(report: AgreementReport): Promise<Uint8Array> {
  const warnings = [
    ...(report.spans?.warnings ?? []),
    ...report.values.flatMap(({ name, warnings: own }) => own.map((text) => `${name}: ${text}`)),
  ];
  const document = new Document({
    title: 'Agreement between coders',
    creator: 'Galley',
    sections: [
      {
        children: [
          new Paragraph({ text: 'Agreement between coders', heading: HeadingLevel.HEADING_1 }),
          new Paragraph({ text: printable(report.methods) }),
          ...spanTables(report),
          ...valueTables(report),
          ...groupTables(report),
          ...agreedTables(report),
          ...(warnings.length > 0 ? [heading('Beware')] : []),
          ...warnings.map((text) => new Paragraph({ text: printable(text), bullet: { level: 0 } })),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
