import { packagesWords } from '#words/core/packages.ts';
import { isOfDocument, packageReferences, packageTableNames } from '../../../shared/model/packageRows.ts';
import type { PackageRow, PackageTable } from '../../../shared/model/packageRows.ts';
import { codePoint, offsetConverter } from '../../../shared/text/offsets.ts';
import type { PackageContent } from '../../formats/projects/package/content.ts';
import { baseNameOf } from '../../formats/texts/fileName.ts';
import { matchDocuments } from '../../formats/projects/package/match.ts';
import type { Held, Match, MatchKind } from '../../formats/projects/package/match.ts';
import { annotationPlacer } from '../../formats/projects/package/place.ts';
import type { PackedAnnotation, PlacedText } from '../../formats/projects/package/place.ts';
import type { Surroundings } from '../../formats/projects/package/surroundings.ts';
import type { Store } from '../../store/database.ts';
import { openReader } from '../../store/openReader.ts';
import { quoteHash } from '../../store/rows/annotation.ts';
import { textContent } from '../../store/rows/content.ts';
import type { JobContext } from '../../workers/job.ts';
import { readPackageAt } from './packageSource.ts';

/** A coding that was not placed, for a person to judge. Places count UTF-16 units of the text that is there. */
export type OpenAnnotation = {
  document: string;
  code: string;
  coder: string;
  /** What the package quotes of it; '' for nothing. */
  quote: string;
  /** Where it stood in the text that was coded, in code points. */
  start: number;
  end: number;
  memo: string;
  reason: string;
  /** The nearest passage; null: none. */
  suggestion: { start: number; end: number; quote: string } | null;
};

export type DocumentReport = {
  name: string;
  /** How its text was found; `missing`: not at all. */
  match: MatchKind | 'missing';
  /** The file that it was found in; '' for none. */
  file: string;
  codings: number;
  placed: number;
};

/** All that is to be written, and what there is to say of it. */
export type PackagePlan = {
  name: string;
  /** The package's documents that have a text, each with the place of that text among those that are there. */
  documents: { row: PackageRow; held: number }[];
  /** Records by table, without documents. */
  rows: { table: Exclude<PackageTable, 'document'>; rows: PackageRow[] }[];
  report: {
    documents: DocumentReport[];
    exact: number;
    moved: number;
    open: OpenAnnotation[];
    /** Codings of documents that have no text. */
    absent: number;
    /** Answers that no longer point at a passage, since their text is another one. */
    evidence: number;
    /** Files that the package does not know. */
    extra: string[];
  };
};

/** A text that is there: stored in row `text` of the project, though no document may have it yet. Hashes are hexadecimal. */
export type HeldText = { name: string; text: number; textHash: string; characters: number; fileHash: string };

/** Finds the texts and places of a package's codings among the texts that were stored for it. Writes nothing. */
export async function matchPackageJob(
  input: { project: string; path: string; held: readonly HeldText[] },
  context: JobContext,
): Promise<PackagePlan> {
  const content = await readPackageAt(input.path);
  const db = openReader(input.project);
  try {
    return new Attachment(db, content, input.held, context).plan();
  } finally {
    db.close();
  }
}

class Attachment {
  private readonly content: PackageContent;
  private readonly context: JobContext;
  private readonly held: (Held & { file: string })[];
  private readonly matches: ReadonlyMap<unknown, Match>;
  /** Ids of codings that have a place. */
  private readonly placed = new Set<unknown>();
  private readonly report: PackagePlan['report'] = {
    documents: [],
    exact: 0,
    moved: 0,
    open: [],
    absent: 0,
    evidence: 0,
    extra: [],
  };
  private readonly annotations: PackageRow[] = [];
  private readonly answers: PackageRow[] = [];
  private readonly examples: PackageRow[];

  constructor(db: Store['db'], content: PackageContent, held: readonly HeldText[], context: JobContext) {
    this.content = content;
    this.context = context;
    this.examples = content.tables.example.map((row) => ({ ...row, document: null, start: null, end: null }));
    this.held = held.map((one, place) => ({
      ...one,
      id: String(place),
      file: one.name,
      text: () => textContent(db, one.text),
    }));
    this.matches = this.match();
  }

  private match(): ReadonlyMap<unknown, Match> {
    const wanted = this.content.tables.document.map((row) => ({
      id: String(row['id']),
      name: String(row['name']),
      nameOfFile: baseNameOf(String(row['path']).split('/').at(-1) ?? ''),
      textHash: String(row['text_sha256']),
      fileHash: String(row['original_sha256']),
      characters: Number(row['characters']),
    }));
    const quotes = groupBy(this.content.tables.annotation, 'document');
    const quotesOf = (id: string): string[] =>
      (quotes.get(id) ?? []).flatMap(({ quote }) => (typeof quote === 'string' ? quote : []));
    const matches = matchDocuments(wanted, this.held, quotesOf);
    // Without quotations there is nothing to tell whether an article of the same name is the one that was coded.
    const sure = matches.filter(({ kind }) => this.content.manifest.quote > 0 || kind === 'text' || kind === 'file');
    return new Map(sure.map((match) => [match.wanted, match]));
  }

  plan(): PackagePlan {
    const { tables, manifest } = this.content;
    const codings = groupBy(tables.annotation, 'document');
    const answers = groupBy(tables.answer, 'document');
    tables.document.forEach((row, index) => {
      this.context.checkpoint();
      this.addDocument(row, codings.get(row['id']) ?? [], answers.get(row['id']) ?? []);
      this.context.progress(index + 1, tables.document.length);
    });
    const used = new Set([...this.matches.values()].map(({ held }) => held));
    this.report.extra = this.held.filter(({ id }) => !used.has(id)).map(({ file }) => file);
    const chosen: Partial<Record<PackageTable, PackageRow[]>> = {
      code: parentsFirst(tables.code),
      example: this.examples,
      annotation: this.annotations,
      answer: this.answers,
    };
    const rowsOf = (table: PackageTable): PackageRow[] =>
      chosen[table] ?? (isOfDocument(table) ? this.withGround(table) : tables[table]);
    return {
      name: manifest.project.name,
      documents: tables.document.flatMap((row) => {
        const match = this.matches.get(row['id']);
        return match ? [{ row, held: Number(match.held) }] : [];
      }),
      rows: packageTableNames.flatMap((table) => (table === 'document' ? [] : [{ table, rows: rowsOf(table) }])),
      report: this.report,
    };
  }

  /** The records of a table whose document was found, and the codings that they name placed. */
  private withGround(table: PackageTable): PackageRow[] {
    const codings = Object.entries(packageReferences[table]).flatMap(([field, to]) =>
      to === 'annotation' ? field : [],
    );
    return this.content.tables[table].filter(
      (row) =>
        this.matches.has(row['document']) &&
        codings.every((field) => row[field] === null || this.placed.has(row[field])),
    );
  }

  private addDocument(row: PackageRow, codings: readonly PackageRow[], answers: readonly PackageRow[]): void {
    const match = this.matches.get(row['id']);
    const held = match && this.held.find(({ id }) => id === match.held);
    const name = String(row['name']);
    const before = this.annotations.length;
    if (match && held) {
      const text = held.text();
      const isSame = match.kind === 'text';
      const salt = String(row['text_sha256']);
      const hash = (words: string): string => quoteHash(words).toString('hex');
      this.placeCodings(name, { text, isSame, salt, hash }, codings);
      this.placeAnswers(text, isSame, answers);
      if (isSame) this.placeExamples(row['id'], text);
    } else this.report.absent += codings.length;
    this.report.documents.push({
      name,
      match: match?.kind ?? 'missing',
      file: held?.file ?? '',
      codings: codings.length,
      placed: this.annotations.length - before,
    });
  }

  private placeCodings(document: string, placed: PlacedText, codings: readonly PackageRow[]): void {
    const { text } = placed;
    const place = annotationPlacer(placed);
    const names = this.names();
    const taken = new Set<string>();
    for (const row of codings) {
      const coding = packed(row);
      const found = place(coding);
      const key = found.place ? [found.place.start, found.place.end, row['code'], row['coder']].join(' ') : '';
      const isTwin = found.place !== null && taken.has(key);
      if (!isTwin && (found.certainty === 'exact' || found.certainty === 'moved')) {
        taken.add(key);
        this.placed.add(row['id']);
        this.annotations.push({ ...row, start: found.place.start, end: found.place.end });
        this.report[found.certainty]++;
        continue;
      }
      const { start, end } = coding;
      this.report.open.push({
        document,
        code: names.get(row['code']) ?? '',
        coder: names.get(row['coder']) ?? '',
        quote: coding.quote ?? '',
        start,
        end,
        memo: String(row['memo']),
        reason: 'reason' in found ? found.reason : packagesWords.sameCoding,
        suggestion: found.place && { ...found.place, quote: text.slice(found.place.start, found.place.end) },
      });
    }
  }

  /** Names of codes (their paths) and coders by id. */
  private names(): ReadonlyMap<unknown, string> {
    this.known ??= new Map([
      ...this.content.tables.coder.map((row) => [row['id'], String(row['name'])] as const),
      ...codePaths(this.content.tables.code),
    ]);
    return this.known;
  }
  private known: ReadonlyMap<unknown, string> | undefined;

  private placeAnswers(text: string, isSame: boolean, answers: readonly PackageRow[]): void {
    const offsets = offsetConverter(text);
    for (const row of answers) {
      if (row['annotation'] !== null && !this.placed.has(row['annotation'])) continue;
      const places = row['evidence'] as { start: number; end: number }[]; // checked when the package was read
      const kept = isSame ? places.filter(({ end }) => end <= offsets.codePoints) : [];
      this.report.evidence += places.length - kept.length;
      const evidence = kept.map(({ start, end }) => ({
        start: offsets.toUtf16(codePoint(start)),
        end: offsets.toUtf16(codePoint(end)),
      }));
      this.answers.push({ ...row, evidence });
    }
  }

  private placeExamples(document: unknown, text: string): void {
    const offsets = offsetConverter(text);
    this.content.tables.example.forEach((row, index) => {
      const [start, end] = [Number(row['start']), Number(row['end'])];
      if (row['document'] !== document || start < 0 || start >= end || end > offsets.codePoints) return;
      const place = { start: offsets.toUtf16(codePoint(start)), end: offsets.toUtf16(codePoint(end)) };
      this.examples[index] = { ...row, ...place };
    });
  }
}

function packed(row: PackageRow): PackedAnnotation {
  return {
    start: Number(row['start']),
    end: Number(row['end']),
    quote: typeof row['quote'] === 'string' ? row['quote'] : null,
    cut: row['cut'] === true,
    hash: String(row['quote_hash']),
    surroundings: surroundingsIn(row),
  };
}

function surroundingsIn(row: PackageRow): Surroundings | null {
  const hashIn = (field: 'before' | 'after'): string | null => {
    const value = row[field];
    return typeof value === 'string' ? value : null;
  };
  if (row['stands'] === null) return null;
  const [stands, which, reach] = [Number(row['stands']), Number(row['which']), Number(row['reach'])];
  return { stands, which, reach, before: hashIn('before'), after: hashIn('after') };
}

function groupBy(rows: readonly PackageRow[], field: string): ReadonlyMap<unknown, PackageRow[]> {
  const groups = new Map<unknown, PackageRow[]>();
  for (const row of rows) {
    const group = groups.get(row[field]);
    if (group) group.push(row);
    else groups.set(row[field], [row]);
  }
  return groups;
}

function codePaths(codes: readonly PackageRow[]): [unknown, string][] {
  const byId = new Map(codes.map((row) => [row['id'], row]));
  const pathOf = (row: PackageRow, depth: number): string => {
    const parent = depth > 0 ? byId.get(row['parent']) : undefined;
    return parent ? `${pathOf(parent, depth - 1)} / ${String(row['name'])}` : String(row['name']);
  };
  return codes.map((row) => [row['id'], pathOf(row, 100)]);
}

/** Codes after the codes that they stand under. */
function parentsFirst(codes: readonly PackageRow[]): PackageRow[] {
  const children = groupBy(codes, 'parent');
  const ordered: PackageRow[] = [];
  const add = (rows: readonly PackageRow[]): void => {
    for (const row of rows) {
      ordered.push(row);
      add(children.get(row['id']) ?? []);
    }
  };
  add(children.get(null) ?? []);
  return ordered;
}
