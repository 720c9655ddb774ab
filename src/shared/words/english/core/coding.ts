import { count, number } from '../format.ts';

const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ');

/** The first of the questions without an answer that are named. */
const questionsNamed = 5;

/** What is said of codings, answers, rounds. */
export const codingWords = {
  codingGone: 'This coding is no longer in the project.',
  someGone: 'Some of these codings are no longer in the project. Nothing was changed. Select them again.',
  tooManyAtOnce: ({ codings, most }: { codings: number; most: number }) =>
    `An act takes up to ${count(most, 'coding', 'codings')} at once, and these are ${number(codings)}. Nothing was changed. Narrow the list, and take them in parts.`,
  documentGone: 'This document is no longer in the project.',
  codingGoneFromDocument: 'This coding is no longer in the document.',
  linkGone: 'This link is no longer in the project.',
  roundGone: 'This round is no longer in the project.',

  emptyPassage: 'Select some words first: this passage is empty.',
  passageOutside: ({ end, length }: { end: number; length: number }) =>
    `The passage ends at ${end}, but the text has only ${length} ${length === 1 ? 'character' : 'characters'}.`,
  codedAlready: ({ code }: { code: string }) => `You have coded this passage with “${code}” already.`,

  badAnswer: ({ variable, fault }: { variable: string; fault: string }) => `“${variable}”: ${fault}.`,
  // What is wrong with an answer: ends of sentences, without their full stop.
  valueOfNone: 'an answer that is absent or not applicable has no value',
  needsValue: 'a value is needed',
  isFact: 'it is an article fact; set it as such',
  isArchived: 'it is archived and no longer asked',
  askedOfPassages: 'it is asked for a passage; say which',
  notAskedOfCode: 'it is not asked for passages of this code',
  codingOfAnother: 'this coding is another coder’s; whoever made it answers for it',
  evidenceOutside: ({ start, end }: { start: number; end: number }) =>
    `the passage ${start} to ${end} is not in the text`,
  answerOfAnother: 'This coding is another coder’s; whoever made it answers for it.',

  refusedBlind: ({ what }: { what: string }) =>
    `${what} Let somebody act who does not code in the blind round, or open the round when all have coded.`,
  refusedWhileBlind: ({ what }: { what: string }) => `You have articles in a blind round, so ${what}.`,

  lookingForBlanks: 'Look for codings with blanks at their ends',
  readingAnswers: ({ file }: { file: string }) => `Read answers from ${file}`,
  readingCodings: ({ file }: { file: string }) => `Read codings from ${file}`,
  removedMeanwhile: 'A document was removed while its codings were read. Try again.',
  correctedMeanwhile: 'The text of a document was corrected while its codings were read. Try again.',

  lookingAtPassages: 'Look at passages to code',
  codingPassages: 'Code passages',
  codeArchived: ({ code }: { code: string }) =>
    `“${code}” is archived and no longer applied. Take it out of the archive, or choose another code.`,
  foundInGone: 'A document in which passages were found is no longer in the project. Search again.',
  foundInOtherText: ({ name }: { name: string }) =>
    `The text of “${name}” was corrected since these passages were found. Nothing was coded. Search again.`,

  linkedWithItself: 'A coding cannot be linked with itself.',
  linkedAcrossTexts: 'Only codings of one text can be linked.',
  linkedAlready: ({ relation }: { relation: string }) => `You have linked these codings by “${relation}” already.`,

  othersWork: ({ shares }: { shares: readonly { coder: string; records: number }[] }) =>
    `This changes or removes work of another coder: ${shares.map(({ coder, records }) => `${coder} (${records})`).join(', ')}. Confirm that it is meant.`,
  othersRestOnIt: 'Another coder’s work rests on this coding, so it stays while you code blind.',

  answersMissing: ({ questions }: { questions: readonly string[] }) => {
    const named = questions.slice(0, questionsNamed).join(', ') + (questions.length > questionsNamed ? ', …' : '');
    return `${questions.length} required ${questions.length === 1 ? 'answer is' : 'answers are'} missing: ${named}.`;
  },
  sayWhySetAside: 'Say why this article is set aside.',

  roundTaken: ({ name }: { name: string }) => `There is a round “${name}” already. Give this one another name.`,
  assignedDocumentGone: 'A document that was to be assigned is no longer in the project.',
  assignedCoderGone: 'A coder who was to be assigned is not in the project.',
  tooManyAssigned: ({ documents, coders }: { documents: number; coders: number }) =>
    `${count(documents, 'document', 'documents')} for ${count(coders, 'coder', 'coders')} are too many at once. Assign fewer documents or coders at a time.`,

  uniteSeveral: 'Choose two or more codings: one alone cannot be united.',
  textsDiffer: 'Codings of different texts stay apart.',
  codesDiffer: 'Codings with different codes stay apart.',
  codersDiffer: 'Codings of different coders stay apart.',
  answersDiffer: ({ variables }: { variables: readonly string[] }) =>
    `These codings have different answers to ${quoted(variables)}. Make the answers equal first.`,
} as const;
