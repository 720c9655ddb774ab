/** What stands in documents to read, on paper or in Word. */
export const printWords = {
  /** The language of these words (BCP 47), for programs that read the document out or divide its words. */
  language: 'en',

  codes: 'Codes',
  codings: 'Codings',
  links: 'Links',
  text: 'Text',
  number: 'No.',
  code: 'Code',
  coder: 'Coder',
  passage: 'Passage',
  answersAndMemo: 'Answers and memo',

  agreement: 'Agreement between coders',
  passages: 'Passages',
  byCode: 'By code',
  byPair: 'By pair of coders',
  alpha: 'Krippendorff’s alpha',
  byFact: ({ fact }: { fact: string }) => `By ${fact}`,
  againstAgreed: 'Against the agreed version',
  beware: 'Beware',
  unknown: '(unknown)',

  /** What the measures of passages ask: heads of rows. */
  samePlaces: 'Same places',
  samePlacesAndCodes: 'Same places and codes',
  sameCode: 'Same code where both marked',
  samePassages: 'Same passages',
  samePassagesInPart: 'Same passages in part',
  onMarkedText: ({ figure, share }: { figure: string; share: string }) => `${figure}, on ${share} of the marked text`,

  /** Heads of columns. */
  question: 'Question',
  measure: 'Measure',
  figureHead: 'Figure',
  verdict: 'Verdict',
  exactHead: 'F1 exact',
  partialHead: 'F1 partial',
  coders: 'Coders',
  articles: 'Articles',
  name: 'Name',
  level: 'Level',
  characters: 'Characters',
  units: 'Units',
  agreementHead: 'Agreement',
  precisionExact: 'Precision (exact)',
  recallExact: 'Recall (exact)',
  f1Exact: 'F1 (exact)',
} as const;

/** Levels of measurement as columns name them. */
export const levelWords: Readonly<Record<string, string>> = {
  nominal: 'nominal',
  ordinal: 'ordinal',
  interval: 'interval',
  ratio: 'ratio',
};
