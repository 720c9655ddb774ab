/** What the command line says whatever the verb. */
export const commandLineWords = {
  program: 'Galley, the annotation workbench, from the command line.',
  more: '`galley help VERB` says more. Exit status: 0 done, 1 failed (stderr says why), 2 wrong usage, 130 interrupted.',
  usage: ({ line }: { line: string }) => `Usage: ${line}`,

  help: {
    help: 'Print this.',
    json: 'Print the answer as one JSON document.',
    coder: 'Who acts; the log says so.',
    replace: 'Replace files of those names, whoever wrote them.',
  },

  /** Wrong usage: what is wrong, and the usage in one line. */
  wrong: ({ what, usage }: { what: string; usage: string }) => `${what}. ${usage}`,
  noVerb: ({ name, verbs }: { name: string; verbs: readonly string[] }) =>
    `there is no verb “${name}”; say one of ${verbs.join(', ')}, help`,
  missing: 'something is missing',
  wordMissing: 'a word is missing',
  wholeNumber: ({ option, least, given }: { option: string; least: number; given: string }) =>
    `--${option} takes a whole number from ${least}, not “${given}”`,
  tooMuch: ({ word }: { word: string }) => `“${word}” is too much`,
  emptyWord: ({ place, verb }: { place: number; verb: string }) => `word ${place} after “${verb}” is empty`,
  emptyValue: ({ option }: { option: string }) => `--${option} is empty: say its value, or leave it out`,
  emptyPath: 'a path is empty; write “.” for the folder that you are in',
  signOfNoPath: ({ path }: { path: string }) => `no path can hold the sign U+0000: ${path}`,
  unknownWord: ({ option, word, known }: { option: string; word: string; known: readonly string[] }) =>
    `--${option}: “${word}” is unknown; known are ${known.join(', ')}`,

  notAllPrinted: ({ why }: { why: string }) => `not all of the answer could be printed. ${why}`,
} as const;
