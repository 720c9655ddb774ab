import { actWords } from '#words/lists.ts';

type Acts = typeof actWords;

/** The method of an act that is a step of the history. */
export type ActName = keyof Acts;

/** What the words of an act are told with: plain JSON. */
export type ActValues<A extends ActName> = Acts[A] extends (values: infer V) => string ? V : Record<string, never>;

/** What a command hands back: what its step is told with, and its answer. */
export type Acted<A extends ActName, T> = { values: ActValues<A>; output: T };

/** How the journal keeps what an act is called: `{"method":"codes.create","values":{"name":"Conflict"}}`. */
export function actLabel<A extends ActName>(method: A, values: ActValues<A>): string {
  return JSON.stringify({ method, values });
}

/** What `actLabel` wrote; null for a sentence, and for what damage has made of a label. */
function stepOf(label: string): { method: string; values: object } | null {
  if (!label.startsWith('{')) return null;
  try {
    const step = JSON.parse(label) as { method?: unknown; values?: unknown };
    const { method, values } = step;
    return typeof method === 'string' && typeof values === 'object' && values !== null ? { method, values } : null;
  } catch {
    return null;
  }
}

/**
 * The words of a label as the journal keeps it. Labels from before version 10 of the file are sentences, each of which begins with
 * a letter, and stay as they are, and so does what is damaged. An act that this version does not know is told by its method.
 */
export function labelWords(label: string): string {
  const step = stepOf(label);
  if (step === null) return label;
  const words: unknown = Object.hasOwn(actWords, step.method) ? actWords[step.method as ActName] : step.method;
  return typeof words === 'function' ? told(words as (values: object) => unknown, step) : String(words);
}

/** A journal that is damaged must still be listed, so that one sees it. */
function told(words: (values: object) => unknown, { method, values }: { method: string; values: object }): string {
  try {
    const text = words(values);
    return typeof text === 'string' ? text : method;
  } catch {
    return method;
  }
}
