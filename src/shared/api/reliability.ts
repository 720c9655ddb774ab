import { z } from 'zod';
import { idSchema } from '../model/records.ts';
import { intervalStates } from '../stats/intervalState.ts';
import { task } from './define.ts';
import { fileRefSchema, replaceSchema, warningsSchema } from './files.ts';

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

/**
 * `span`: passages as they were marked; `document`, `paragraph`, `sentence`: whether a code occurs there; `characters`:
 * whether each character is marked (its figures bear a warning).
 */
export const agreementUnitSchema = z.enum(['span', 'document', 'paragraph', 'sentence', 'characters']);
export type AgreementUnit = z.output<typeof agreementUnitSchema>;

export const reliabilitySchema = z.strictObject({
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
export type Reliability = z.output<typeof reliabilitySchema>;

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

/**
 * Files of a report: `csv` all figures; `docx` tables and the methods paragraph; `svg` the intervals as a plot; `units` the raw
 * data for R (unit by coder, or every passage; offsets in code points); `methods` the paragraph as text.
 */
export const agreementFileSchema = z.enum(['csv', 'docx', 'svg', 'units', 'methods']);
export type AgreementFile = z.output<typeof agreementFileSchema>;

export const reliabilityApi = {
  /** Agreement between coders, on codes (all, or those given with the codes below them) or on article variables. */
  'reliability.run': task(measurementSchema, reliabilitySchema),
  /** Measures anew and writes the report into a folder: `agreement.csv`, `.docx`, `.svg`, `agreement-units.csv`, `-methods.txt`. */
  'reliability.export': task(
    measurementSchema.extend({
      folder: fileRefSchema,
      replace: replaceSchema,
      files: z.array(agreementFileSchema),
      /** Whether the answer brings the plot too, for `reliability.picture`, whose file must then not be in the way either. */
      plot: z.boolean().default(false),
    }),
    /** The folder's full path, to show; names of the files; the plot as SVG where it was asked for. */
    z.strictObject({
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
