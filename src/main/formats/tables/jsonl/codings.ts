import { z } from 'zod';
import { AppError } from '../../../../shared/errors.ts';
import { keptTextSchema } from '../../../../shared/model/records.ts';
import { depthReason, parseJson } from '../../../../shared/text/json.ts';
import { said } from '../../../../shared/words/message.ts';
import type { Message } from '../../../../shared/words/message.ts';
import { linesOf } from './lines.ts';

const optionalText = z
  .string()
  .nullish()
  .transform((value) => value ?? undefined);

/** A coding as files name it. Other keys are passed over, so that an export can be read back. */
const codingLineSchema = z.object({
  document: z.string().min(1),
  /** Code points, half-open. */
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  code: z.string().min(1),
  quote: optionalText,
  memo: keptTextSchema.nullish().transform((value) => value ?? undefined),
});

/** One coding and the line of the file on which it stands, from 1. */
export type CodingLine = z.output<typeof codingLineSchema> & { line: number };

/**
 * Reads codings from JSON Lines, one `{document, start, end, code[, quote][, memo]}` a line, in order. Blank lines are
 * passed over. Throws AppError `file-damaged` that names the first line at fault.
 */
export function* readCodings(text: string): Generator<CodingLine> {
  let line = 0;
  for (const source of linesOf(text.startsWith('\uFEFF') ? text.slice(1) : text)) {
    line++;
    if (source.trim() !== '') yield readLine(source, line);
  }
}

function readLine(source: string, line: number): CodingLine {
  const parsed = codingLineSchema.safeParse(jsonOf(source, line));
  if (!parsed.success) throw lineFault(line, explain(parsed.error));
  return { ...parsed.data, line };
}

function jsonOf(source: string, line: number): unknown {
  try {
    return parseJson(source);
  } catch (error) {
    if (error instanceof SyntaxError && error.message === depthReason) throw lineFault(line, depthReason);
    // What the parser says quotes the line at length; where it is says enough.
    throw lineFault(line, said('tables.notCodingLine'));
  }
}

function explain(error: z.ZodError): Message {
  const issue = error.issues[0];
  const field = issue?.path.join('.') ?? '';
  if (issue === undefined || field === '') return said('tables.notObject');
  return said('tables.atField', { field, fault: issue.message });
}

/** The error for one line at fault. */
export function lineFault(line: number, reason: Message | string): AppError {
  return new AppError('file-damaged', said('tables.atLine', { line, reason }), { line });
}
