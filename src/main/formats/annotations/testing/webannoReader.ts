/**
 * A small reader of WebAnno TSV 3.3, written to the format's description and to what INCEpTION's reader does: text is put
 * together from the `#Text=` lines and the offsets of first tokens; an annotation grows over the rows that carry its
 * number; reserved signs are unescaped last. Only tests use it.
 */
export type ReadAnnotation = { start: number; end: number; features: Record<string, string | null> };
export type ReadRelation = { source: ReadAnnotation; target: ReadAnnotation; relation: string | null };
export type ReadTsv = { text: string; annotations: ReadAnnotation[]; relations: ReadRelation[] };

type Row = { id: string; begin: number; end: number; cells: string[] };

const letters: Readonly<Record<string, string>> = { t: '\t', n: '\n', f: '\f', r: '\r', b: '\b' };

function unescape(value: string): string {
  return value.replace(/\\(->|[\s\S])/gu, (_, found: string) => letters[found] ?? found);
}

/** Splits at the sign where no backslash stands before it, as INCEpTION does. */
function stacked(cell: string): { value: string; number: number | null }[] {
  return cell.split(/(?<!\\)\|/u).map((part) => {
    const found = /^([\s\S]*)\[(\d+)\]$/u.exec(part);
    if (found && !part.endsWith('\\]')) return { value: found[1] ?? '', number: Number(found[2]) };
    return { value: part, number: null };
  });
}

function readRow(line: string, columns: number): Row {
  const cells = line.split('\t');
  if (cells.length < columns + 3) throw new Error(`too few fields: ${line}`);
  const [begin, end] = (cells[1] ?? '').split('-').map(Number);
  return { id: cells[0] ?? '', begin: begin ?? NaN, end: end ?? NaN, cells: cells.slice(3, 3 + columns) };
}

function readBody(body: string, columns: number): { text: string; rows: Row[] } {
  let text = '';
  const rows: Row[] = [];
  for (const block of body.replace(/\n$/u, '').split(/\n\n(?=#Text=)/u)) {
    const lines = block.split('\n');
    const firstRow = lines.findIndex((line) => !line.startsWith('#'));
    const sentence = lines.slice(0, firstRow).map((line) => `${unescape(line.replace('#Text=', ''))}\n`);
    const read = lines.slice(firstRow).map((line) => readRow(line, columns));
    const begin = read[0]?.begin ?? NaN;
    if (text.length > begin) text = text.slice(0, -1);
    text = text.padEnd(begin, ' ');
    if (text.length !== begin) throw new Error(`a sentence begins at ${begin}, the text before ends at ${text.length}`);
    text += sentence.join('');
    rows.push(...read);
  }
  return { text, rows };
}

export function readWebannoTsv(file: string): ReadTsv {
  const [header = '', ...rest] = file.split('\n\n\n');
  const layers = header
    .split('\n')
    .slice(1)
    .map((line) =>
      line
        .replace(/^#T_(?:SP|RL)=/u, '')
        .split('|')
        .slice(1),
    );
  const [features = [], relationFeatures = []] = layers;
  const { text, rows } = readBody(rest.join('\n\n\n'), features.length + relationFeatures.length);
  const byNumber = new Map<number, ReadAnnotation>();
  const annotations: ReadAnnotation[] = [];
  const byRow = new Map<string, ReadAnnotation[]>();
  for (const { id, begin, end, cells } of rows) {
    const here: ReadAnnotation[] = [];
    byRow.set(id, here);
    if (cells[0] === '_') continue;
    features.forEach((feature, column) => {
      stacked(cells[column] ?? '').forEach(({ value, number }, index) => {
        let annotation = here[index] ?? (number === null ? undefined : byNumber.get(number));
        if (annotation === undefined) {
          annotation = { start: begin, end, features: {} };
          annotations.push(annotation);
        } else if (!here.includes(annotation)) annotation.end = end;
        here[index] = annotation;
        if (number !== null) byNumber.set(number, annotation);
        annotation.features[feature] = value === '*' ? null : unescape(value);
      });
    });
  }
  const relations = rows.flatMap((row) => readRelations(row, features.length, byRow, byNumber));
  return { text, annotations, relations };
}

function readRelations(
  { id, cells }: Row,
  first: number,
  byRow: ReadonlyMap<string, ReadAnnotation[]>,
  byNumber: ReadonlyMap<number, ReadAnnotation>,
): ReadRelation[] {
  const [names = '_', references = '_'] = cells.slice(first);
  if (names === '_') return [];
  const find = (row: string, number: string | undefined): ReadAnnotation => {
    const numbered = number === undefined || number === '0' ? undefined : byNumber.get(Number(number));
    const found = numbered ?? byRow.get(row)?.[0];
    if (found === undefined) throw new Error(`no annotation in ${row}`);
    return found;
  };
  const values = stacked(names);
  return references.split('|').map((reference, index) => {
    const [, row = '', from, to] = /^([\d.-]+)(?:\[(\d+)_(\d+)\])?$/u.exec(reference) ?? [];
    const value = values[index]?.value ?? '*';
    return { source: find(row, from), target: find(id, to), relation: value === '*' ? null : unescape(value) };
  });
}
