/** What is said of files of annotations: what a format could not hold as it stands. */
export const annotationFilesWords = {
  semevalLabel: 'SemEval-2020 task 11 (tab-separated spans)',
  htmlLabel: 'Highlighted document (HTML)',
  docxLabel: 'Highlighted document (Word)',

  outsideText: ({ start, end }: { start: number; end: number }) =>
    `left out: its passage ${start} to ${end} is not in the text`,
  linkWithoutEnd: ({ relation }: { relation: string }) =>
    `the link “${relation}” is left out: an annotation at its end is not in this document`,
  halfCharacters: 'the text has half characters (lone surrogates), which UTF-8 cannot hold: written as U+FFFD',
  linkLeftOut: ({ relation }: { relation: string }) =>
    `the link “${relation}” is left out with the annotation at its end`,

  nameChanged: ({ name, written }: { name: string; written: string }) => `“${name}” is written “${written}”`,
  codeChanged: ({ code, written }: { code: string; written: string }) => `the code “${code}” is written “${written}”`,
  valueChanged: ({ value, attribute, written }: { value: string; attribute: string; written: string }) =>
    `the value “${value}” of ${attribute} is written “${written}”`,
  onlyLineBreaks: 'left out: its passage is nothing but line breaks or tabs',
  inFragments: ({ fragments }: { fragments: number }) =>
    `written as ${fragments === 1 ? 'one fragment' : `${fragments} fragments`}, without the line breaks and tabs in its passage`,
  noteOnOneLine: 'line breaks and tabs in its memo or answers are written as blanks',

  onlyBlanks: 'left out: its passage is nothing but blanks',
  blanksTrimmed: 'the blanks at the ends of its passage are left out',
  blanksBefore: 'the blanks before the first word are read back as spaces; offsets stay right',
  noWords: 'left out: the format cannot hold a text without words',

  overlaps: ({ left, all }: { left: number; all: number }) =>
    `${left} of ${all} annotations ${left === 1 ? 'overlaps others: it is' : 'overlap others: they are'} in “spans”, not in “ents”`,

  /** `parts`: what is lost, each as one of the four that follow. */
  cannotHold: ({ parts }: { parts: readonly string[] }) => `the format cannot hold ${parts.join(', ')}`,
  lostCoders: ({ coders }: { coders: number }) => `which of ${coders} coders made an annotation`,
  lostMemos: ({ memos }: { memos: number }) => `memos (${memos})`,
  lostAnswers: ({ annotations }: { annotations: number }) =>
    `answers (of ${annotations} ${annotations === 1 ? 'annotation' : 'annotations'})`,
  lostLinks: ({ links }: { links: number }) => `links (${links})`,

  controlCharactersInText: ({ count }: { count: number }) =>
    `${count} ${count === 1 ? 'control character in the text is' : 'control characters in the text are'} written as U+FFFD`,
  controlCharactersElsewhere: ({ count }: { count: number }) =>
    `${count} ${count === 1 ? 'control character in its memo, answers or names is' : 'control characters in its memo, answers or names are'} written as U+FFFD`,
} as const;
