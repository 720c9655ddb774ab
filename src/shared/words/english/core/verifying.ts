import { count } from '../format.ts';
import { namedPart } from './store.ts';
import type { FilePart } from './store.ts';

/** What a reference that does not fit is told with. */
type Reference = { document: string; detail: string };

const wherein = (document: string): string => (document === '' ? '' : `, in “${document}”`);

/** What a check of a project finds. `document`: a name, '' where there is none. */
export const verifyingWords = {
  // What is looked at.
  theFile: 'The file',
  theDescription: 'The description of its tables',
  theTexts: 'The texts',
  theOriginals: 'The original files',
  theCodings: 'The codings',
  theReferences: 'What belongs to the records',
  theJournal: 'The journal',
  theRecords: 'The records',
  cannotBeRead: ({ of, why }: { of: string; why: string }) => `${of} cannot be read as it should be: ${why}.`,

  fileDamaged: ({ message }: { message: string }) => `The file is damaged: ${message}`,
  missingReference: ({ child, parent }: { child: string; parent: string }) =>
    `A record of ${child} refers to a record of ${parent} that is not there.`,
  changedDescription: ({ name }: { name: string }) =>
    `The description of ${name} in the file is not as Galley wrote it.`,
  meddlingPart: (part: FilePart) =>
    `The file holds ${namedPart(part)} that Galley did not make. It can change records without a trace or keep them from being written; take it out with the program that made it, or restore a backup from before.`,
  unusedPart: (part: FilePart) =>
    `The file holds ${namedPart(part)} that Galley did not make. Galley does not use it; whoever put it there can take it out.`,
  foreignLog: ({ name }: { name: string }) => `The log beside ${name} belongs to another state of it and was not read.`,
  damagedLog: ({ name, lost }: { name: string; lost: number }) =>
    `The log beside ${name} is damaged: changes in it that cannot be read: ${lost}.`,
  nothingReadable: ({ name }: { name: string }) => `Nothing of ${name} can be read.`,

  changedText: ({ document }: { document: string }) =>
    `${document === '' ? 'A text that no document uses' : `The text of “${document}”`} is not as it was imported: its hash or its length differs.`,
  changedOriginal: ({ document }: { document: string }) =>
    `${document === '' ? 'A kept original file that no document uses' : `The kept original file of “${document}”`} is not as it was imported: its hash or its length differs.`,
  codingOfOtherWords: ({ document, start, end }: { document: string; start: number; end: number }) =>
    `A coding in “${document}” (characters ${start} to ${end}, UTF-16) does not have the words it was made on.`,
  codingPastEnd: ({ document, end, length }: { document: string; end: number; length: number }) =>
    `A coding in “${document}” ends at ${end}, past the end of the text (${length}).`,

  answerOfOtherDocument: ({ document, detail }: Reference) =>
    `An answer to “${detail}” in “${document}” is about a coding of another document.`,
  answerOfOtherCoder: ({ document, detail }: Reference) =>
    `An answer to “${detail}” in “${document}” is about a coding of another coder than the one who gave it.`,
  evidenceOutside: ({ document, detail }: Reference) =>
    `An answer to “${detail}” in “${document}” points at a passage outside the text.`,
  linkToOtherDocument: ({ document, detail }: Reference) =>
    `A link “${detail}” in “${document}” has an end in another document.`,
  statusOfUnknownVersion: ({ document, detail }: Reference) =>
    `The status that ${detail} gave “${document}” bears a codebook version that was never published.`,
  missingTexts: ({ document, detail }: Reference) =>
    `Some of the earlier texts of “${document}” are missing (there: ${detail}).`,
  examplePastEnd: ({ document, detail }: Reference) =>
    `An example of “${detail}” points past the end of “${document}”.`,
  recipeWithoutFormats: ({ detail }: Reference) =>
    `The saved export “${detail}” does not say its formats. Remove it and save it anew.`,
  noteOutside: ({ document, start, end }: { document: string; start: number; end: number }) =>
    `A note on a disagreement about ${start} to ${end} in “${document}” is about a passage outside the text.`,
  noteOnNoQuestion: ({ document, detail }: Reference) =>
    `A note on a disagreement about “${detail}” in “${document}” is not about a question to coders.`,

  changedEntry: ({ seq }: { seq: number }) =>
    `What the journal says of act ${seq} is not as it was written: its hash differs.`,
  missingEntries: ({ after, before }: { after: number; before: number }) =>
    `The journal lacks the acts between ${after} and ${before}.`,
  changesOfOthers: ({ seq }: { seq: number }) => `Act ${seq} names changes that are not its own.`,
  wrongReplay: ({ seq }: { seq: number }) => `Entry ${seq} of the journal replays an act that it cannot replay.`,
  numberOfChanges: ({ found, named }: { found: number; named: number }) =>
    `The journal has ${count(found, 'change', 'changes')} of records, and its acts name ${named}.`,
  wrongState: ({ seq, state }: { seq: number; state: string }) =>
    `Act ${seq} is marked “${state}”, which does not follow from what was done after it.`,
  wrongEnd: ({ table, found, noted }: { table: string; found: number; noted: number }) =>
    `The journal ends at ${found} of ${table}, and should end at ${noted}.`,

  changedOtherState: ({ seq, record }: { seq: number; record: string }) =>
    `Act ${seq} of the journal changed a record (${record}) that was not as earlier acts had left it.`,
  recordOf: ({ table }: { table: string }) => `A record of ${table}`,
  missingRecord: ({ what, document }: { what: string; document: string }) =>
    `${what} is missing that the journal says is there${wherein(document)}.`,
  unknownRecord: ({ what, document }: { what: string; document: string }) =>
    `${what} is there that the journal does not know${wherein(document)}.`,
  changedRecord: ({ what, differing, document }: { what: string; differing: readonly string[]; document: string }) =>
    `${what} is not as the journal has it: ${differing.join(', ')}${wherein(document)}.`,
  unreadableRecord: 'it cannot be read',
  itsBytes: 'its bytes',
} as const;
