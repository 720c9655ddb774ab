import { splitFigures } from './figures.ts';
import type { FigureGroup, Figures } from './figures.ts';
import { checkDraws, parseMatrixFile } from './matrixInput.ts';
import type { MatrixFile } from './matrixInput.ts';
import { codeTableFigures, gammaFigures, segmentationFigures, spanFigures, unitizingFigures } from './matrixSpans.ts';
import {
  bootstrapFigures,
  bootstrapNotes,
  distributionFigures,
  matrixCoefficients,
  setFigures,
  variableFigures,
} from './matrixValues.ts';
import type { DrawOptions } from './matrixValues.ts';

/** The answer to one file: all its figures, null where undefined, and for these the reason in words. */
export interface MatrixAnswer extends Figures {
  /** What to bear in mind about figures that have a value, by their ids. */
  readonly notes: Record<string, string>;
  readonly measure: MatrixFile['measure'];
}

/**
 * Computes every figure of a file that holds a measure's name and its input, outside any project:
 * `{ measure: 'matrix-coefficients', input: { values: [[1, 2], [1, 3]], levels: ['nominal'] } }`. The shapes are those of
 * matrixInput.ts, the figures and their ids those of matrixValues.ts and matrixSpans.ts. Scales are reduced to the values
 * that occur, as other programs do. Bootstraps take 10,000 draws, or as many as the file or `options` ask for.
 *
 * @throws AppError bad-input: what is wrong in the file, and where.
 */
export function evaluateMatrix(file: unknown, options: Partial<DrawOptions> = {}): MatrixAnswer {
  const parsed = parseMatrixFile(file);
  const drawOptions = { draws: options.draws ?? null, seed: options.seed ?? 1 };
  checkDraws(drawOptions.draws);
  const notes = parsed.measure === 'alpha-bootstrap' ? bootstrapNotes(parsed.input) : {};
  return { measure: parsed.measure, ...splitFigures(figuresOf(parsed, drawOptions)), notes };
}

function figuresOf(file: MatrixFile, options: DrawOptions): FigureGroup {
  switch (file.measure) {
    case 'matrix-coefficients':
      return matrixCoefficients(file.input);
    case 'set-valued-alpha':
      return setFigures(file.input);
    case 'alpha-bootstrap':
      return bootstrapFigures(file.input, options);
    case 'alpha-bootstrap-exact':
      return distributionFigures(file.input, options);
    case 'document-variables':
      return variableFigures(file.input);
    case 'unitizing-alpha':
      return unitizingFigures(file.input);
    case 'gamma':
      return gammaFigures(file.input);
    case 'span-prf':
      return spanFigures(file.input);
    case 'per-code-tables':
      return codeTableFigures(file.input);
    case 'segmentation':
      return segmentationFigures(file.input);
  }
}
