import { z } from 'zod';
import { disagreementSchema } from '../model/disagreement.ts';
import { coderSchema, idSchema, offsetSchema } from '../model/records.ts';
import { answerSchema } from '../model/variables.ts';
import { intervalStates } from '../stats/certainty/intervalState.ts';
import { task } from './define.ts';
import { fileRefSchema, replaceSchema, warningsSchema } from './files.ts';

/**
 * `span`: passages as they were marked; `document`, `paragraph`, `sentence`: whether a code occurs there; `characters`:
 * whether each character is marked (its figures bear a warning).
 */
export const agreementUnitSchema = z.enum(['span', 'document', 'paragraph', 'sentence', 'characters']);

/** What is compared: the same choice for a matrix and for its cells. */
export const comparisonSchema = z.strictObject({
  /** For codes: passages as they were marked (for characters, too), or units of the text in which a code occurs. */
  unit: agreementUnitSchema.default('span'),
  /** These codes and those below them; absent: all. */
  codes: z.array(idSchema).optional(),
  /** Given: answers to this article variable in place of codes. */
  variable: idSchema.optional(),
  /** The coder of the rows and the coder of the columns; absent: all pairs of coders, and the matrix is symmetric. */
  coders: z.tuple([idSchema, idSchema]).optional(),
  /** Only articles and coders of this round. */
  round: idSchema.optional(),
  /** Only these articles. */
  documents: z.array(idSchema).max(100_000).optional(),
});

export type Comparison = z.output<typeof comparisonSchema>;

/** A row or column: a code, a value, or one of `absent`, `not-applicable`, `nothing`, `other`. */
export const categorySchema = z.strictObject({
  /** The code's id; `value:` and the value; `absent`, `not-applicable`; `nothing`: no code there, or no answer. */
  key: z.string(),
  /** The code's path, or the value's label; in words for the rest. */
  label: z.string(),
  kind: z.enum(['code', 'value', 'absent', 'not-applicable', 'nothing', 'other']),
});

export type Category = z.output<typeof categorySchema>;

export const confusionSchema = z.strictObject({
  /** Names: of the two coders who are compared, or of all. */
  coders: z.array(coderSchema),
  /** Articles that are compared. */
  documents: z.number().int(),
  /** Rows and columns alike; `nothing` last. */
  categories: z.array(categorySchema),
  /** `counts[row][column]`: places where the coder of the row has this and the coder of the column has that. */
  counts: z.array(z.array(z.number().int())),
  /** `characters[row][column]`: UTF-16 code units of these places; null for variables. */
  characters: z.array(z.array(z.number().int())).nullable(),
  /** Places compared, and those where both have the same. */
  places: z.number().int(),
  agreeing: z.number().int(),
  /** How places were found and counted, in words. */
  basis: z.string(),
});

export type Confusion = z.output<typeof confusionSchema>;

/** What one coder did at a place. */
export const sideSchema = z.strictObject({
  coder: coderSchema,
  codings: z.array(
    z.strictObject({
      annotation: idSchema,
      code: idSchema,
      start: offsetSchema,
      end: offsetSchema,
      memo: z.string(),
    }),
  ),
  /** The answer, for variables; null: none. `words`: how it reads, with labels in place of numbers. */
  answer: answerSchema.extend({ words: z.string() }).nullable(),
});

export type Side = z.output<typeof sideSchema>;

export const disputedUnitSchema = z.strictObject({
  document: idSchema,
  documentName: z.string(),
  /** The place in the text; null for an article variable. */
  span: z.strictObject({ start: offsetSchema, end: offsetSchema }).nullable(),
  variable: idSchema.nullable(),
  /** Its words, cut after 400 characters, with up to 120 before and after; '' for a variable. */
  quote: z.string(),
  before: z.string(),
  after: z.string(),
  /** The codes that coders have there, in dispute or not. */
  codes: z.array(idSchema),
  /** Each coder who is compared and took part in the article, those without anything there too. */
  sides: z.array(sideSchema),
  /** What the agreed version has there; null: no agreed version of this article. */
  agreed: sideSchema.nullable(),
  /** What was said about it: the record of this place, or of the one that shares most of its text. */
  mark: disagreementSchema.nullable(),
});

export type DisputedUnit = z.output<typeof disputedUnitSchema>;

const figureShape = {
  /** Null where it is undefined; then `reason` says why, in words. */
  value: z.number().nullable(),
  reason: z.string(),
};

const figureSchema = z.strictObject(figureShape);

/**
 * A figure with its 95 % percentile interval of documents drawn with replacement: none below 5 documents (`interval` is
 * `undefined`), an approximate one below 10; `note` says so in words.
 */
const judgedSchema = z.strictObject({
  ...figureShape,
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** Share of draws below .667 and below .800. */
  below667: z.number().nullable(),
  below800: z.number().nullable(),
  draws: z.number().int(),
  undefinedDraws: z.number().int(),
  resampled: z.number().int(),
  interval: z.enum(intervalStates),
  note: z.string(),
});

/** A figure of some part of the data: a mean, and of how many parts; parts where the figure is undefined are not in it. */
export const averageSchema = z.strictObject({
  /** `documents`: mean of the figures of single articles; `pairs`: mean of the figures of pairs of coders. */
  over: z.enum(['documents', 'pairs']),
  /** Which figure: `uα`, `|uα`, `cuα`, `F1 exact`, `F1 partial`, `α`, `agreement`. */
  name: z.string(),
  ...figureShape,
  /** Parts whose figure is defined, and those whose figure is not. */
  defined: z.number().int(),
  undefined: z.number().int(),
});

export type Average = z.output<typeof averageSchema>;

/** Passages of one pair of coders, in the articles that both finished. */
export const spanPairSchema = z.strictObject({
  coders: z.tuple([z.string(), z.string()]),
  documents: z.number().int(),
  places: figureSchema,
  placesAndCodes: figureSchema,
  codes: figureSchema,
  f1Exact: figureSchema,
  f1Partial: figureSchema,
});

export type SpanPair = z.output<typeof spanPairSchema>;

const codeReportSchema = z.strictObject({
  code: z.string(),
  spans: z.number().int(),
  characters: z.number().int(),
  alpha: judgedSchema,
  verdict: z.string(),
  sameText: figureSchema,
  coverage: figureSchema,
  f1Exact: figureSchema,
  f1Partial: figureSchema,
  jaccard: figureSchema,
});

const spanReportSchema = z.strictObject({
  documents: z.number().int(),
  /** |uα, uα, and cuα with its coverage. */
  places: judgedSchema,
  placesAndCodes: judgedSchema,
  codes: judgedSchema,
  coverage: figureSchema,
  f1Exact: figureSchema,
  f1Partial: figureSchema,
  verdict: z.string(),
  perCode: z.array(codeReportSchema),
  /** Each pair of coders who have articles in common. */
  pairs: z.array(spanPairSchema),
  /** Means over pairs of coders and over articles; all other figures pool the data. */
  averages: z.array(averageSchema),
  warnings: z.array(z.string()),
});

const valueReportSchema = z.strictObject({
  name: z.string(),
  level: z.string(),
  units: z.number().int(),
  values: z.number().int(),
  alpha: judgedSchema,
  verdict: z.string(),
  agreement: figureSchema,
  brennanPrediger: figureSchema,
  gwet: figureSchema,
  pairs: z.array(
    z.strictObject({
      coders: z.tuple([z.string(), z.string()]),
      alpha: figureSchema,
      agreement: figureSchema,
      units: z.number().int(),
    }),
  ),
  /** Means over pairs of coders and, where an article holds several units, over articles; all other figures pool. */
  averages: z.array(averageSchema),
  warnings: z.array(z.string()),
});

/** The figures of the articles that share a value of an article fact (an outlet, a year). */
export const agreementGroupSchema = z.strictObject({
  /** The fact's value; '' where it is not known. */
  value: z.string(),
  documents: z.number().int(),
  /** One row for uα (`name` is 'uα', spans), or one for each code or variable. */
  rows: z.array(
    z.strictObject({ name: z.string(), alpha: judgedSchema, agreement: figureSchema, units: z.number().int() }),
  ),
});

export type AgreementGroup = z.output<typeof agreementGroupSchema>;

/** How one coder compares with the agreed version, taken as right. */
export const againstAgreedSchema = z.strictObject({
  coder: z.string(),
  /** Articles that the coder finished and that have an agreed version. */
  documents: z.number().int(),
  /** Passages; null where variables or units were asked for. Precision: share of the coder's that are right. */
  spans: z
    .strictObject({
      placesAndCodes: figureSchema,
      exact: z.strictObject({ precision: figureSchema, recall: figureSchema, f1: figureSchema }),
      partial: z.strictObject({ precision: figureSchema, recall: figureSchema, f1: figureSchema }),
    })
    .nullable(),
  /** One row for each code (units other than passages) or variable. */
  values: z.array(
    z.strictObject({ name: z.string(), alpha: figureSchema, agreement: figureSchema, units: z.number().int() }),
  ),
});

export type AgainstAgreed = z.output<typeof againstAgreedSchema>;

export type AgreementUnit = z.output<typeof agreementUnitSchema>;

export const agreementReportSchema = z.strictObject({
  unit: agreementUnitSchema,
  coders: z.array(z.string()),
  /** Articles that two or more coders have finished (or, where nobody marks articles done, have coded in). */
  documents: z.number().int(),
  /** How it was known who has finished an article, and what no code on a text means. */
  basis: z.string(),
  seed: z.number().int(),
  /** Null when variables were asked for, or the unit is not `span`. */
  spans: spanReportSchema.nullable(),
  /** One row for each code (units other than `span`) or variable. */
  values: z.array(valueReportSchema),
  /** Given when `by` was asked: the figures of the articles of each value of that fact. */
  groups: z.strictObject({ fact: z.string(), rows: z.array(agreementGroupSchema) }).nullable(),
  /** Given when `agreed` was asked: each coder against the agreed version. */
  against: z.array(againstAgreedSchema).nullable(),
  /** A paragraph for the methods section. */
  methods: z.string(),
});

export type AgreementReport = z.output<typeof agreementReportSchema>;

/** What is measured, and on what. */
export const measurementSchema = z.strictObject({
  unit: agreementUnitSchema.default('span'),
  /** Absent: all codes. */
  codes: z.array(idSchema).optional(),
  /** Given: these variables in place of codes; empty: all that are answered for an article. */
  variables: z.array(idSchema).optional(),
  /** Only articles and coders of this round. */
  round: idSchema.optional(),
  /** Only these articles. */
  documents: z.array(idSchema).max(100_000).optional(),
  /** Only these coders. */
  coders: z.array(idSchema).max(1000).optional(),
  /** An article fact (its id): figures for each of its values, too. */
  by: idSchema.optional(),
  /** Whether each coder is compared with the agreed version, too. */
  agreed: z.boolean().default(false),
  /** Bootstrap draws; 0: no intervals. */
  draws: z.number().int().nonnegative().max(100_000).default(2000),
  seed: z.number().int().nonnegative().max(0xffffffff).default(1),
});

export type Measurement = z.output<typeof measurementSchema>;

/**
 * Files of a report: `csv` all figures; `docx` tables and the methods paragraph; `svg` the intervals as a plot; `units` the raw
 * data for R (unit by coder, or every passage; offsets in code points); `methods` the paragraph as text.
 */
export const agreementFileSchema = z.enum(['csv', 'docx', 'svg', 'units', 'methods']);

export type AgreementFile = z.output<typeof agreementFileSchema>;

export const reliabilityApi = {
  /** Who said what where: rows are one coder's codes or values, columns the other's. */
  'reliability.confusion': task(comparisonSchema, confusionSchema),
  /** The places behind one cell of that matrix, in the order of articles and texts. */
  'reliability.cell': task(
    comparisonSchema.extend({
      row: z.string(),
      column: z.string(),
      offset: z.number().int().nonnegative().default(0),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    z.strictObject({ total: z.number().int(), units: z.array(disputedUnitSchema) }),
  ),
  /** Agreement between coders, on codes (all, or those given with the codes below them) or on article variables. */
  'reliability.run': task(measurementSchema, agreementReportSchema),
  /** Measures anew and writes the report into a folder: `agreement.csv`, `.docx`, `.svg`, `agreement-units.csv`, `-methods.txt`. */
  'reliability.export': task(
    measurementSchema.extend({
      folder: fileRefSchema,
      replace: replaceSchema,
      files: z.array(agreementFileSchema),
      /** Whether the answer brings the plot too, for `reliability.picture`, whose file must then not be in the way either. */
      plot: z.boolean().default(false),
    }),
    /** What was measured; the folder's full path, to show; names of the files; the plot as SVG where it was asked for. */
    z.strictObject({
      report: agreementReportSchema,
      folder: z.string(),
      files: z.array(z.string()),
      plot: z.string().nullable(),
      warnings: warningsSchema,
    }),
  ),
  /**
   * Writes `agreement.png`, drawn from the plot by who has a canvas, whole into a folder. `png`: base64, at most 20 MB of
   * bytes. Throws `bad-input` for what is no PNG.
   */
  'reliability.picture': task(
    z.strictObject({ folder: fileRefSchema, replace: replaceSchema, png: z.string().max(28_000_000) }),
    z.strictObject({ file: z.string(), warnings: warningsSchema }),
  ),
};
