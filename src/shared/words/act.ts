import { actWords } from '#words/acts.ts';

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

/**
 * The words of a label as the journal keeps it. Labels from before version 10 of the file are sentences, each of which begins with
 * a letter, and stay as they are. An act that this version does not know is told by its method.
 */
export function labelWords(label: string): string {
  if (!label.startsWith('{')) return label;
  const { method, values } = JSON.parse(label) as { method: string; values: object }; // what `actLabel` wrote
  const words: unknown = Object.hasOwn(actWords, method) ? actWords[method as ActName] : method;
  return typeof words === 'function' ? (words as (values: object) => string)(values) : String(words);
}
