import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, WidthType } from 'docx';
import { levelWords, printWords as words } from '#words/core/print.ts';
import { percent, figure as threeDecimals } from '#words/format.ts';
import type { AgreementReport } from '../../../../shared/api/reliability.ts';
import { printable } from '../printable.ts';
import { textRun } from '../textRun.ts';
import { figureWords } from './table.ts';

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
const share = ({ value }: Figure): string => (value === null ? '–' : percent(value));

function spanTables({ spans }: AgreementReport): (Paragraph | Table)[] {
  if (!spans) return [];
  const overall = [
    [words.samePlaces, '|uα', figureWords(spans.places)],
    [words.samePlacesAndCodes, 'uα', figureWords(spans.placesAndCodes)],
    [words.sameCode, 'cuα', words.onMarkedText({ figure: figureWords(spans.codes), share: share(spans.coverage) })],
    [words.samePassages, words.exactHead, short(spans.f1Exact)],
    [words.samePassagesInPart, words.partialHead, short(spans.f1Partial)],
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
    heading(words.passages),
    tableOf([words.question, words.measure, words.figureHead], overall),
    heading(words.byCode),
    tableOf([words.code, words.passages, 'uα', words.verdict, words.exactHead, words.partialHead, 'Jaccard'], codes),
    heading(words.byPair),
    tableOf([words.coders, words.articles, 'uα', words.exactHead, words.partialHead], pairs),
  ];
}

function valueTables({ values, unit }: AgreementReport): (Paragraph | Table)[] {
  if (values.length === 0) return [];
  const rows = values.map((value) => [
    value.name,
    levelWords[value.level] ?? value.level,
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
  const units = unit === 'characters' ? words.characters : words.units;
  return [
    heading(words.alpha),
    tableOf([words.name, words.level, units, 'α', words.verdict, words.agreementHead], rows),
    heading(words.byPair),
    tableOf([words.name, words.coders, units, 'α', words.agreementHead], pairs),
  ];
}

function groupTables({ groups }: AgreementReport): (Paragraph | Table)[] {
  if (!groups) return [];
  const rows = groups.rows.flatMap(({ value, documents, rows: own }) =>
    own.map(({ name, alpha }) => [value === '' ? words.unknown : value, String(documents), name, figureWords(alpha)]),
  );
  return [heading(words.byFact(groups)), tableOf([groups.fact, words.articles, words.name, words.figureHead], rows)];
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
    heading(words.againstAgreed),
    ...(spans.length > 0
      ? [tableOf([words.coder, words.articles, words.precisionExact, words.recallExact, words.f1Exact, 'uα'], spans)]
      : []),
    ...(values.length > 0 ? [tableOf([words.coder, words.name, words.units, 'α', words.agreementHead], values)] : []),
  ];
}

/** The report as a Word document: tables with three decimals, warnings, and the paragraph for the methods section. */
export async function agreementDocx(report: AgreementReport): Promise<Uint8Array> {
  const warnings = [
    ...(report.spans?.warnings ?? []),
    ...report.values.flatMap(({ name, warnings: own }) => own.map((text) => `${name}: ${text}`)),
  ];
  const document = new Document({
    title: words.agreement,
    creator: 'Galley',
    sections: [
      {
        children: [
          new Paragraph({ text: words.agreement, heading: HeadingLevel.HEADING_1 }),
          new Paragraph({ text: printable(report.methods) }),
          ...spanTables(report),
          ...valueTables(report),
          ...groupTables(report),
          ...agreedTables(report),
          ...(warnings.length > 0 ? [heading(words.beware)] : []),
          ...warnings.map((text) => new Paragraph({ text: printable(text), bullet: { level: 0 } })),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
