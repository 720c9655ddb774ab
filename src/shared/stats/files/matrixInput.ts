import { z } from 'zod';
import { statsWords } from '#words/core/stats.ts';
import { AppError } from '../../errors.ts';
import { said } from '../../words/message.ts';
import type { CodedUnit } from '../spans/continuum.ts';

/*
 * The files that hold one measure's input as plain numbers and spans, outside any project. Long lists of cells are
 * checked where they are encoded, not here, so that a matrix of 500,000 values is walked once.
 */

/** Units that a text may have which is cut into segments: each takes a place in memory. */
const mostUnits = 10_000_000;
/** Codes whose coincidences are counted: the table grows with the square. */
const mostCodes = 2000;
/** Draws of a bootstrap: each keeps its figure. */
const mostDraws = 1_000_000;

const level = z.enum(['nominal', 'ordinal', 'interval', 'ratio']);
const scaleValue = z.union([z.string(), z.number(), z.boolean()]);
const rows = z.array(z.custom<readonly unknown[]>((value) => Array.isArray(value), statsWords.rowNoList));
const positive = z.number().positive();

const matrix = {
  kind: z.literal('reliabilityMatrix').optional(),
  values: rows,
  missing: scaleValue.nullish(),
};

const unit = z
  .object({ start: z.number(), end: z.number(), category: z.union([z.string(), z.number()]).transform(String) })
  .transform(({ start, end, category }): CodedUnit => ({ start, end, code: category }));

const shortUnit = z
  .tuple([z.number(), z.number(), z.union([z.string(), z.number()]).transform(String)])
  .transform(([start, end, code]): CodedUnit => ({ start, end, code }));

const twoCoders = {
  kind: z.literal('units').optional(),
  continuumLength: positive,
  A: z.array(unit),
  B: z.array(unit),
};

const coefficients = z.object({
  ...matrix,
  levels: z.array(level).min(1),
  valueOrder: z.array(scaleValue).nullish(),
});

const bootstrap = z.object({
  ...matrix,
  level,
  valueOrder: z.array(scaleValue).nullish(),
  resamplingUnit: z.literal('unit').optional(),
  ciLevel: z.number().gt(0).lt(1).default(0.95),
  minResamples: z.number().int().positive().max(mostDraws).default(2000),
});

const documentVariables = z.object({
  kind: z.literal('documentVariables').optional(),
  missing: scaleValue.nullish(),
  variables: z.record(z.string(), z.object({ level, valueOrder: z.array(scaleValue).nullish(), values: rows })),
});

const unitizing = z.object({
  kind: z.literal('units').optional(),
  documents: z
    .array(z.object({ continuumLength: positive, coders: z.array(z.object({ units: z.array(unit) })) }))
    .superRefine((documents, context) => {
      const codes = new Set(
        documents.flatMap(({ coders }) => coders.flatMap(({ units }) => units.map(({ code }) => code))),
      );
      if (codes.size <= mostCodes) return;
      const message = statsWords.manyCodes({ codes: codes.size, most: mostCodes });
      context.addIssue({ code: 'custom', message });
    }),
});

const gamma = z.object({
  kind: z.literal('units').optional(),
  coders: z.array(z.array(shortUnit)).optional(),
  units: z
    .array(z.intersection(unit, z.object({ annotator: z.union([z.string(), z.number()]).transform(String) })))
    .optional(),
  sampledContinua: z.array(z.array(z.array(shortUnit))).optional(),
  alpha: z.number().nonnegative(),
  beta: z.number().nonnegative(),
  deltaEmpty: positive,
  categoricalDissimilarity: z.literal('nominal').default('nominal'),
});

const masses = z
  .array(z.number().int().nonnegative())
  .min(1)
  .superRefine((lengths, context) => {
    const sum = lengths.reduce((total, length) => total + length, 0);
    if (sum <= mostUnits) return;
    const message = statsWords.longSegments({ units: sum, most: mostUnits });
    context.addIssue({ code: 'custom', message });
  });

const segmentation = z.object({
  kind: z.literal('segmentation').optional(),
  reference: masses,
  hypothesis: masses,
  window: z.number().nullish(),
  transpositionSpan: z.number().nullish(),
});

/** One file: the name of the measure, and its input in the measure's shape. */
const matrixFile = z.discriminatedUnion('measure', [
  z.object({ measure: z.literal('matrix-coefficients'), input: coefficients }),
  z.object({ measure: z.literal('set-valued-alpha'), input: z.object(matrix) }),
  z.object({ measure: z.literal('alpha-bootstrap'), input: bootstrap }),
  z.object({ measure: z.literal('alpha-bootstrap-exact'), input: bootstrap }),
  z.object({ measure: z.literal('document-variables'), input: documentVariables }),
  z.object({ measure: z.literal('unitizing-alpha'), input: unitizing }),
  z.object({ measure: z.literal('gamma'), input: gamma }),
  z.object({ measure: z.literal('span-prf'), input: z.object(twoCoders) }),
  z.object({
    measure: z.literal('per-code-tables'),
    input: z.object({ ...twoCoders, codeCount: z.number().int().positive() }),
  }),
  z.object({ measure: z.literal('segmentation'), input: segmentation }),
]);

/** Throws AppError `bad-input` for more draws than are kept. */
export function checkDraws(draws: number | null): void {
  if (draws === null || draws <= mostDraws) return;
  throw new AppError('bad-input', said('stats.manyDraws', { draws, most: mostDraws }));
}

/** A parsed file. */
export type MatrixFile = z.output<typeof matrixFile>;

/** The input of one measure. */
export type InputOf<Measure extends MatrixFile['measure']> = Extract<MatrixFile, { measure: Measure }>['input'];

/**
 * Parses a file. Keys it does not know (names, sources, expected figures) are passed over.
 *
 * @throws AppError bad-input: what is wrong first, and where in the file.
 */
export function parseMatrixFile(file: unknown): MatrixFile {
  const result = matrixFile.safeParse(file);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const place = issue?.path.map(String).join('.') ?? '';
  const fault = issue?.message ?? said('stats.unknownShape');
  throw new AppError('bad-input', said('stats.unreadable', { place, fault }), { place });
}
