import { count, number } from '../format.ts';

/** What the code picker says. */
export const codePickerStrings = {
  title: 'Choose a code',
  changeTitle: 'Choose another code',
  field: 'Code',
  placeholder: 'Type a few letters',
  codes: 'Codes',
  /** In pieces, because the names are set apart: they may run from right to left. */
  newCode: <Name>(name: Name, parent: Name | null): readonly (Name | string)[] =>
    parent === null ? ['New code “', name, '”'] : ['New code “', name, '” under ', parent],
  // The quotation is isolated: it may run from right to left.
  quote: (quote: string): string => `code “\u2068${quote}\u2069”`,
  recoded: (quote: string): string => `another code for “\u2068${quote}\u2069”`,
  recodedMany: (codings: number): string => `another code for ${count(codings, 'coding', 'codings')}`,
  found: (codes: number): string => (codes === 1 ? '1 code' : `${codes} codes`),
  more: (codes: number): string => `${number(codes)} more: type to find ${codes === 1 ? 'it' : 'them'}`,
  nothing: 'No code matches.',
  empty: 'No codes yet. Type a name to make one.',
} as const;
