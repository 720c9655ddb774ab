/** What is said of documents and imports. */
export const corpusWords = {
  documentGone: 'This document is no longer in the project.',
  blindRemoval: 'You code some of these articles blind, so they are not removed: work of others could go with them.',

  fileUnreadable: 'The file could not be read; it may be damaged.',
  sameFile: ({ name }: { name: string }) => `The same file is in the project already, as “${name}”.`,
  storedOtherwise: ({ file }: { file: string }) =>
    `What was stored of ${file} is not what was read from it, so nothing was imported. Import again; if that does not help, verify the project.`,
  signsReplaced: ({ inName, facts }: { inName: boolean; facts: readonly string[] }) =>
    `Signs that cannot be kept (U+0000, or half of a character) were replaced by � in ${[...(inName ? ['the name'] : []), ...facts].join(', ')}.`,
  givesNoText: ({ file }: { file: string }) => `${file} gives no text.`,
  originalUnreadable: 'The kept original file of this document cannot be read. Verify the project.',

  blindKeeping: ({ name }: { name: string }) =>
    `You code “${name}” blind. Its text stays as it is, for others may have coded it.`,
  noWebPage: ({ name }: { name: string }) => `“${name}” was not read from a web page: nothing was left out of it.`,
  /** `work`: what stands on the text, as below. */
  workedOn: ({ name, work }: { name: string; work: string }) =>
    `“${name}” ${work}, so its text is not read anew. Correct its text; or remove the article, import the page again, and keep what is left out before anybody works on it.`,
  hasCodings: 'has codings',
  hasEvidence: 'has answers that point at passages of it',
  hasExample: 'has an example in it',
  hasDisagreement: 'has a disagreement marked in it',
  hasOtherText: 'has been corrected or read anew already',
  changedMeanwhile: ({ name }: { name: string }) =>
    `The text of “${name}” was changed meanwhile, so it is not read anew.`,
  nothingLeftOut: ({ name }: { name: string }) => `Nothing was left out of “${name}”.`,
  /** Why there is another text, as it is kept with the text before. */
  keptLeftOut: 'What was left out of the web page was kept.',

  blindCorrecting: ({ name }: { name: string }) =>
    `You code “${name}” blind. Its correction would show the codings of others, for each needs a place.`,
  sameText: 'The corrected text is the same as the present one.',
  decidedTwice: 'A coding was decided on twice.',
  undecided: ({ codings }: { codings: number }) =>
    codings === 1
      ? '1 coding of this text has no place yet: decide for every one.'
      : `${codings} codings of this text have no place yet: decide for every one.`,
  decidedStrange: 'A decision is about a coding that this text does not have.',
  twins: ({ start, end }: { start: number; end: number }) =>
    `Two codings with one code by one coder would both stand at ${start} to ${end}. Remove one of them, or give it another place.`,

  hitsOutdated: 'The article in which these hits ended was removed or its text corrected. Search again.',

  /** What is being done, while it lasts. */
  importing: 'Import',
  searching: ({ query }: { query: string }) => `Search for “${query}”`,
  comparing: ({ name }: { name: string }) => `Compare “${name}” with its correction`,
} as const;
