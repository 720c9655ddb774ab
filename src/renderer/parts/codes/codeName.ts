import { codesStrings as say } from '#words/window/codes.ts';
import { codeNameSchema, pathSeparator } from '../../../shared/model/records.ts';

export type NameCheck = { name: string; problem: null } | { name: null; problem: string | null };

/**
 * Reads what was typed as a code's name. An empty one gives neither a name nor a problem: it means "leave it".
 *
 * @param taken names of the codes beside it, without its own.
 */
export function checkCodeName(typed: string, taken: ReadonlySet<string>): NameCheck {
  const parsed = codeNameSchema.safeParse(typed);
  if (parsed.success) {
    return taken.has(parsed.data) ? { name: null, problem: say.nameTaken } : { name: parsed.data, problem: null };
  }
  const text = typed.trim();
  if (text === '') return { name: null, problem: null };
  return { name: null, problem: ` ${text} `.includes(pathSeparator) ? say.nameSeparator : say.nameLong };
}
