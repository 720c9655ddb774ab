import { messages } from '#words/lists.ts';

type Messages = typeof messages;
type Area = keyof Messages;

/** The name of a message: its area and its own name, such as `codebook.nameTaken`. */
export type MessageId = { [A in Area]: `${A}.${keyof Messages[A] & string}` }[Area];

type Entry<Id extends MessageId> = Id extends `${infer A extends Area}.${infer Name}`
  ? Name extends keyof Messages[A]
    ? Messages[A][Name]
    : never
  : never;

/** A value as whoever tells it may give it: where words are wanted, another message will do. */
type Told<V> = V extends string
  ? string extends V
    ? string | Message
    : V
  : V extends readonly string[]
    ? readonly (string | Message)[]
    : V;

type ValuesOf<Id extends MessageId> =
  Entry<Id> extends (values: infer V) => string ? [values: { readonly [K in keyof V]: Told<V[K]> }] : [];

/**
 * Something that is said, apart from the language: the name of the message, and what it is told with, as plain JSON. A value may be
 * a message itself, a list may hold some.
 */
export type Message = { readonly says: MessageId } & { readonly [value: string]: unknown };

function isMessage(value: unknown): value is Message {
  return typeof value === 'object' && value !== null && 'says' in value && typeof value.says === 'string';
}

/** Makes a message. The types know what each is told with. */
export function said<Id extends MessageId>(says: Id, ...values: ValuesOf<Id>): Message {
  return { ...values[0], says };
}

function inWords(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inWords);
  return isMessage(value) ? say(value) : value;
}

/** What there is under a name that may come from a file or another version. */
function own(names: object, name: string): unknown {
  return Object.hasOwn(names, name) ? (names as Readonly<Record<string, unknown>>)[name] : undefined;
}

/** The words of a message in the language in use; its name, where this version has no words for it. */
export function say(message: Message): string {
  const { says, ...values } = message;
  const [area = '', name = ''] = says.split('.');
  const entry = own(own(messages, area) ?? {}, name);
  if (typeof entry === 'string') return entry;
  if (typeof entry !== 'function') return says;
  const told = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, inWords(value)]));
  try {
    return (entry as (values: object) => string)(told); // what `said` was held to
  } catch (error) {
    // A message from a file may lack what it is told with: it must not keep the file from being read.
    if (error instanceof TypeError) return says;
    throw error;
  }
}

/** The words of something that may be words already: what another program, the system or the user says. */
export function wordsOf(words: string | Message): string {
  return typeof words === 'string' ? words : say(words);
}
