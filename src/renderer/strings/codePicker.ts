/** What the code picker says. */
export const codePickerStrings = {
  title: 'Choose a code',
  field: 'Code',
  codes: 'Codes',
  newCode: 'New code',
  quote: (quote: string): string => `code “${quote}”`,
  under: 'under',
  found: (count: number): string => (count === 1 ? '1 code' : `${count} codes`),
  more: (count: number): string => `${count.toLocaleString('en')} more: type to find them`,
  nothing: 'No code matches.',
  empty: 'No codes yet. Type a name to make one.',
} as const;
