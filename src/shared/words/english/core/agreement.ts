/** What is said of agreement between coders. */
export const agreementWords = {
  agreedVersion: 'Agreed version',

  // What is being done, while it lasts.
  takingOver: 'Take over what coders agree on',
  measuring: 'Measure agreement',
  exporting: ({ folder }: { folder: string }) => `Export agreement to ${folder}`,
  exportingPlot: ({ folder }: { folder: string }) => `Export the plot to ${folder}`,
  comparing: 'Compare codings',
  finding: 'Find passages',

  // What whoever codes blind is refused.
  notTakenOver: 'You have articles in a blind round, so what coders agree on is not taken over.',
  disagreementsNotShown: ({ document }: { document: string }) =>
    `You code “${document}” blind, so what is said of disagreements there is not shown.`,
  agreementNotShown: 'You have articles in a blind round, so it is not shown how coders agree.',

  nothingToAgreeOn: 'No article was finished by two coders yet, so there is nothing to agree on.',
  changedMeanwhile: 'The project was changed again and again while the articles were read. Try again.',
  noQuestion: ({ variable }: { variable: string }) =>
    `“${variable}” is not a question that coders answer for articles.`,
  choiceOutside: 'A chosen coding lies outside the passage that is to be settled.',
  answerForCoding: 'An answer settles a question, not a coding.',
  codingForAnswer: 'A coding settles a passage, not an answer.',

  codeGone: 'This code is no longer in the codebook.',
  notAnswered: 'This variable is not one that coders answer for articles.',
  coderGone: 'This coder is not in the project.',
  sameCoder: 'Choose two different coders to compare.',
  roundGone: 'This round is no longer in the project.',
  byFactOnly: 'Figures can be given by an article fact only.',
  noPicture: 'The picture of the plot is not a PNG, or not a whole one.',
  plotTitle: 'Agreement between coders',

  // What was counted: sentences that stand beside figures and tables.
  sentences: ({ sentences }: { sentences: readonly string[] }) => sentences.join(' '),
  countsWhenDone: 'A coder counts in an article that he or she has marked done.',
  countsWhenBegun:
    'No article is marked done, so a coder counts in every article in which he or she has coded or answered anything.',
  blankOfCodes: 'Text without a code in such an article means that the code does not apply there.',
  blankOfVariables:
    'Questions without an answer, questions that are not asked, and missing codes are left out; absent and not applicable ' +
    'are answers of their own where the values have no order.',
  leftOutOfScale: ({ answers }: { answers: number }) =>
    answers === 1
      ? '1 answer that is absent or not applicable has no place on the scale: left out.'
      : `${answers} answers that are absent or not applicable have no place on the scale: left out.`,
  articlesArePlaces: 'Each article is a place.',
  passagesArePlaces:
    'Passages of one code that share characters are one place of agreement; passages left over are held against those of other codes that they touch, or else against no code.',
  unitsArePlaces: ({ unit }: { unit: 'document' | 'paragraph' | 'sentence' }) =>
    `Each ${unit === 'document' ? 'article' : unit} is a place: codes that both gave agree, and codes that one gave are held against those that only the other gave, or else against no code.`,
  everyPair: 'Every pair of coders is compared, so the table reads the same from either side.',

  // Rows and columns of a table of answers, and answers without a value.
  absent: 'absent',
  notApplicable: 'not applicable',
  otherValues: 'other values',
  noAnswer: 'no answer',
  noCode: 'no code',
  answers: ({ answers }: { answers: readonly string[] }) => answers.join('; '),
} as const;
