/** What the code picker says. */
export const codePickerStrings = {
  title: 'Choose a code',
  field: 'Code',
  placeholder: 'Type a few letters',
  codes: 'Codes',
  newCode: 'New code',
  // The quotation is isolated: it may run from right to left.
  quote: (quote: string): string => `code “\u2068${quote}\u2069”`,
  under: 'under',
  found: (count: number): string => (count === 1 ? '1 code' : `${count} codes`),
  more: (count: number): string => `${count.toLocaleString('en')} more: type to find them`,
  nothing: 'No code matches.',
  empty: 'No codes yet. Type a name to make one.',
} as const;
