/** What is said of codes, variables and versions. */
export const codebookWords = {
  codeGone: 'This code is no longer in the codebook.',
  setGone: 'This set of codes is no longer in the codebook.',
  exampleGone: 'This example is no longer in the codebook.',
  variableGone: 'This variable is no longer in the codebook.',
  entryGone: 'This entry is no longer in the list.',
  workGone: 'Some of this work is no longer in the project. Look at the list again.',
  noTemplate: ({ template }: { template: string }) => `There is no template “${template}”.`,

  codeTaken: ({ path }: { path: string }) => `There is a code “${path}” already. Give this one another name.`,
  archivedCodeTaken: ({ path }: { path: string }) =>
    `There is an archived code “${path}”. Bring it back in the codebook, or choose another name.`,
  setTaken: ({ name }: { name: string }) => `There is a set “${name}” already. Give this one another name.`,
  variableTaken: ({ name }: { name: string }) => `There is a variable “${name}” already. Give this one another name.`,
  entryTaken: ({ list, name }: { list: string; name: string }) => `The list “${list}” has an entry “${name}” already.`,

  mergedIntoItself: ({ code }: { code: string }) => `“${code}” cannot be merged into itself. Choose another code.`,
  mergedIntoBelow: ({ source, target }: { source: string; target: string }) =>
    `“${target}” stands below “${source}”. Merge it into “${source}” instead, or move it first.`,
  pickedOthers: ({ code }: { code: string }) =>
    `Not all of these codings have the code “${code}” now. Pick them again.`,
  haveCode: ({ code }: { code: string }) => `These codings have the code “${code}” already.`,

  excluded: ({ code, other, set }: { code: string; other: string; set: string }) =>
    `“${code}” and “${other}” exclude each other (${set}): some of these words have “${other}” already.`,
  wouldOverlap: ({ code, codings }: { code: string; codings: number }) => {
    const what = codings === 1 ? '1 coding would overlap one' : `${codings} codings would overlap ones`;
    return `${what} of a code that “${code}” excludes. Take “${code}” out of its set, or let the set only warn.`;
  },

  /** What whoever codes blind is refused, as the end of a sentence that says so. */
  noRemovingCodes: 'no code is removed: codings of others could go with it',
  noMerging: 'no code is merged: codings of others could move with it',
  noRemovingEntries: 'no entry of a list is removed: answers of others could name it',
  noRemovingVariables: 'no variable is removed: answers of others could go with it',
  noChangingQuestions: 'what may be answered to a question is not changed: it would have to fit what others answered',

  exampleTooLong: ({ most }: { most: number }) => `The passage is too long for an example; at most ${most} characters.`,
  noExample: 'Write an example, or take a passage from an article.',
  /** Why an example got no place from a file. */
  exampleDoubt: ({ quote, documents, name }: { quote: string; documents: number; name: string }) =>
    `the example “${quote}” could stand in ${documents} documents whose names look like “${name}”, so its place was not taken from the file`,

  entryNamed: ({ name, answers }: { name: string; answers: number }) =>
    answers === 1
      ? `1 answer names “${name}”. Change it first.`
      : `${answers} answers name “${name}”. Change them first.`,
  asksMissing: ({ name, asked }: { name: string; asked: string }) =>
    `“${name}” asks “${asked}”, which is not there. Nothing was changed.`,
  badVariable: ({ name, fault }: { name: string; fault: string }) => `“${name}”: ${fault}.`,
  hasAnswers: ({ name }: { name: string }) =>
    `“${name}” has answers on passages of its code. Make a new variable for the other code.`,
  answersDoNotFit: ({ name, answers, fault }: { name: string; answers: number; fault: string }) =>
    answers === 1
      ? `1 answer does not fit “${name}” any more: ${fault}. Change it first.`
      : `${answers} answers do not fit “${name}” any more: ${fault}. Change them first.`,
  answeredAs: ({ level }: { level: string }) => `it was answered as ${level}`,

  noVersion: ({ number }: { number: number }) => `The codebook has no version ${number}.`,
  emptyCodebook: 'The codebook is empty. Make a code or a variable first.',
  nothingNew: ({ version }: { version: number }) => `Nothing has changed in the codebook since version ${version}.`,

  /** What is being done, while it lasts. */
  reading: ({ file }: { file: string }) => `Read codebook ${file}`,
  writing: ({ file }: { file: string }) => `Write codebook ${file}`,
} as const;
