import { number } from '../format.ts';

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
  found: (count: number): string => (count === 1 ? '1 code' : `${count} codes`),
  more: (count: number): string => `${number(count)} more: type to find ${count === 1 ? 'it' : 'them'}`,
  nothing: 'No code matches.',
  empty: 'No codes yet. Type a name to make one.',
} as const;
