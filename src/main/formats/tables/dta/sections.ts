import { tablesWords as words } from '#words/core/tables.ts';
import { createByteWriter } from '../statistics/byteWriter.ts';
import type { ByteWriter } from '../statistics/byteWriter.ts';
import type { TableOptions } from '../statistics/dataset.ts';
import type { TableFacts } from '../statistics/measure.ts';
import { cutBytes, cutCharacters, oneLine } from '../statistics/text.ts';
import { isLongText } from './columns.ts';
import type { DtaColumn, DtaLayout } from './columns.ts';
import type { LabelSet } from './labelSets.ts';

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** Bytes of a name, a format and a label: 32, 56 and 80 characters of up to 4 bytes (formats of 1), and an end. */
const nameBytes = 129;
const formatBytes = 57;
const labelBytes = 321;

/** Every long text is led by `GSO`, its place (4 + 8), its type (1), its length (4), and ended by NUL. */
const longTextOverhead = 3 + 4 + 8 + 1 + 4 + 1;

export type DtaSections = {
  /** From the beginning to `<data>`. */
  head: Uint8Array;
  /** Bytes of a row. */
  rowBytes: number;
  /** Bytes between `<strls>` and `</strls>`. */
  longTextBytes: number;
  /** From `<value_labels>` to the end. */
  tail: Uint8Array;
};

/** Everything but rows and long texts, after Stata's "help dta", section by section. All places are known beforehand. */
export function buildSections(
  { columns, labelSets }: DtaLayout,
  facts: TableFacts,
  options: TableOptions,
): DtaSections {
  const header = section((out) => writeHeader(out, columns, facts, options));
  const variables = [
    tagged('variable_types', (out) => columns.forEach(({ type }) => out.uint16(type.code))),
    tagged('varnames', (out) => columns.forEach(({ name }) => padded(out, name, nameBytes))),
    tagged('sortlist', (out) => out.fill(2 * (columns.length + 1), 0)),
    tagged('formats', (out) => columns.forEach(({ format }) => padded(out, format, formatBytes))),
    tagged('value_label_names', (out) => columns.forEach(({ labelSet }) => padded(out, labelSet, nameBytes))),
    tagged('variable_labels', (out) => columns.forEach(({ label }) => padded(out, label, labelBytes))),
    tagged('characteristics', (out) => writeNotes(out, columns, options)),
  ];
  const rowBytes = columns.reduce((sum, { type }) => sum + type.bytes, 0);
  const longTextBytes = columns.reduce((sum, column, index) => {
    const known = facts.columns[index];
    if (!isLongText(column) || known === undefined) return sum;
    return sum + known.texts * longTextOverhead + known.textBytes;
  }, 0);
  const labels = tagged('value_labels', (out) => labelSets.forEach((set) => writeLabelSet(out, set)));
  const end = section((out) => out.text('</stata_dta>'));
  const mapBytes = '<map></map>'.length + 14 * 8;
  const dataBytes = '<data></data>'.length + rowBytes * facts.rows;
  const textBytes = '<strls></strls>'.length + longTextBytes;
  const sizes = [
    header.length,
    mapBytes,
    ...variables.map(({ length }) => length),
    dataBytes,
    textBytes,
    labels.length,
  ];
  const map = tagged('map', (out) => {
    let place = 0;
    out.int64(place);
    for (const size of [...sizes, end.length]) {
      place += size;
      out.int64(place);
    }
  });
  const head = section((out) => {
    for (const part of [header, map, ...variables]) out.bytes(part);
    out.text('<data>');
  });
  const tail = section((out) => {
    out.bytes(labels);
    out.bytes(end);
  });
  return { head, rowBytes, longTextBytes, tail };
}

function writeHeader(
  out: ByteWriter,
  columns: readonly DtaColumn[],
  facts: TableFacts,
  { label, created, warn }: TableOptions,
): void {
  out.text('<stata_dta><header><release>118</release><byteorder>LSF</byteorder><K>');
  out.uint16(columns.length);
  out.text('</K><N>');
  out.int64(facts.rows);
  out.text('</N><label>');
  const kept = cutCharacters(oneLine(label), 80);
  if (kept !== oneLine(label)) warn({ variable: null, row: null, message: words.stataFileLabelCut });
  out.uint16(Buffer.byteLength(kept));
  out.text(kept);
  out.text('</label><timestamp>');
  const month = months[Number(created.slice(5, 7)) - 1] ?? 'Jan';
  out.uint8(17);
  out.padded(`${created.slice(8, 10)} ${month} ${created.slice(0, 4)} ${created.slice(11, 16)}`, 17, 0x20);
  out.text('</timestamp></header>');
}

/** Notes as Stata's own `notes` command keeps them: characteristics note1, note2 …, their number in note0. */
function writeNotes(out: ByteWriter, columns: readonly DtaColumn[], options: TableOptions): void {
  const add = (name: string, notes: readonly string[]): void => {
    if (notes.length === 0) return;
    for (const [index, note] of [String(notes.length), ...notes].entries()) {
      // The longest that a characteristic may be.
      const text = cutBytes(note, 67_784);
      out.text('<ch>');
      out.int32(2 * nameBytes + Buffer.byteLength(text) + 1);
      padded(out, name, nameBytes);
      padded(out, `note${index}`, nameBytes);
      out.text(text);
      out.uint8(0);
      out.text('</ch>');
    }
  };
  add(
    '_dta',
    options.documents.map(oneLine).filter((note) => note !== ''),
  );
  for (const { name, notes } of columns) add(name, notes);
}

function writeLabelSet(out: ByteWriter, { name, labels }: LabelSet): void {
  const texts = createByteWriter();
  const places = labels.map(({ label }) => {
    const place = texts.length();
    texts.text(label);
    texts.uint8(0);
    return place;
  });
  out.text('<lbl>');
  out.int32(8 + 8 * labels.length + texts.length());
  padded(out, name, nameBytes);
  out.fill(3, 0);
  out.int32(labels.length);
  out.int32(texts.length());
  for (const place of places) out.int32(place);
  for (const { value } of labels) out.int32(value);
  out.bytes(texts.take());
  out.text('</lbl>');
}

/** A text in a field of so many bytes, the last of them NUL. */
function padded(out: ByteWriter, text: string, bytes: number): void {
  out.padded(text, bytes - 1, 0);
  out.uint8(0);
}

function section(write: (out: ByteWriter) => void): Uint8Array {
  const out = createByteWriter();
  write(out);
  return out.take();
}

function tagged(tag: string, write: (out: ByteWriter) => void): Uint8Array {
  return section((out) => {
    out.text(`<${tag}>`);
    write(out);
    out.text(`</${tag}>`);
  });
}
