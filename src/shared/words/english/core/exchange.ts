/** What is said of files that are read into a project: codings, answers, codebooks. */
export const exchangeWords = {
  /** `reason`: what is wrong in the file. */
  inFile: ({ file, reason }: { file: string; reason: string }) => `${file}: ${reason}`,
  empty: ({ file }: { file: string }) => `${file} is empty.`,
  tooLarge: ({ file }: { file: string }) => `${file} is larger than 400 MB. Split it.`,
  codebookTooLarge: ({ file }: { file: string }) => `${file} is larger than 50 MB, which no codebook is.`,
  notUtf8: ({ file }: { file: string }) => `${file} is not UTF-8. Save it as UTF-8 (Excel: “CSV UTF-8”) and try again.`,
  unreadable: ({ file, reason }: { file: string; reason: string }) => `Cannot read ${file}: ${reason}.`,
  noFile: 'there is no such file',
  isFolder: 'it is a folder',
  systemSays: ({ code }: { code: string }) => `the system says ${code}`,

  noDocument: ({ name }: { name: string }) => `there is no document “${name}”`,
  severalDocuments: ({ count, name }: { count: number; name: string }) =>
    `${count} documents are named “${name}”; name the one you mean by its id`,

  endBeforeStart: ({ start, end }: { start: number; end: number }) =>
    `end (${end}) must be greater than start (${start})`,
  endOutside: ({ end, characters }: { end: number; characters: number }) =>
    `end (${end}) lies outside the text, which has ${characters} ${characters === 1 ? 'character' : 'characters'} (code points)`,
  otherQuote: ({ given, found }: { given: string; found: string }) =>
    `the quote “${given}” is not what stands at its offsets (code points), which is “${found}”`,
  noCode: ({ code }: { code: string }) =>
    `there is no code “${code}”; import the codebook first, or leave strict off to create it`,
  badCode: ({ fault }: { fault: string }) => `code: ${fault}`,

  noVariable: ({ name }: { name: string }) => `there is no variable “${name}”`,
  isFact: ({ name }: { name: string }) => `“${name}” is an article fact, not a question to a coder`,
  isOfPassages: ({ name }: { name: string }) => `“${name}” is asked for passages, not for a whole article`,
  archived: ({ name }: { name: string }) => `“${name}” is archived and no longer asked`,
  answeredTwice: ({ variable, document, row }: { variable: string; document: string; row: number }) =>
    `“${variable}” of “${document}” is answered in row ${row} already`,
  badAnswer: ({ variable, fault }: { variable: string; fault: string }) => `“${variable}”: ${fault}`,
  noValue: 'there is no value; leave the row out, or write (absent) or (not applicable)',
} as const;
