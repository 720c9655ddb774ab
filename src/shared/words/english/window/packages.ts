import { count, number } from '../format.ts';

/** How the text of a document was found. */
const matches = {
  text: 'same text',
  file: 'same file, another text',
  title: 'found by its title',
  similar: 'found by what is quoted',
  missing: 'not found',
} as const;

/** The words of packages without texts. */
export const packageStrings = {
  title: 'Package without texts',
  lead: 'Codings, answers and codebook in one zip file, for people who hold the same articles or only need the data. Texts and original files stay here.',
  blind: (round: string) =>
    `A package holds the work of all coders, and you code blind in “${round}”. Let somebody else write it, or open the round when all have coded.`,
  fileName: 'File name',
  fileNote: 'A name that ends in .zip',
  quote: 'Longest quotation, in characters',
  quoteNote: '0 for none. With quotations, codings find their place in other versions of a text, too.',
  quoteError: 'A number from 0 to 9999',
  freeText: 'Memos, examples and answers in words',
  clean: 'Take out words of the articles',
  cleanNote: 'Where they repeat more of an article than a quotation may, […] stands instead.',
  keep: 'Keep as they are',
  keepNote: 'They may repeat passages of the articles.',
  drop: 'Leave out',
  dropNote: 'Definitions stay, without words of the articles.',
  run: 'Write package',
  done: (file: string, codings: number, cleaned: number) =>
    `${file}: ${count(codings, 'coding', 'codings')}${cleaned > 0 ? `, ${count(cleaned, 'text', 'texts')} cleaned` : ''}.`,
  attachTitle: 'Re-attach a package',
  attachLead: 'Makes a new project of a package and the texts of the same files.',
  choosePackage: 'Package',
  packageNote: 'A zip file that Galley has written.',
  projectName: 'Name of the new project',
  texts: 'Folder of texts',
  attach: 'Re-attach',
  about: (program: string, documents: number, codings: number, quote: number) =>
    `${count(documents, 'document', 'documents')}, ${count(codings, 'coding', 'codings')}, ${quote === 0 ? 'no quotations' : `quotations up to ${count(quote, 'character', 'characters')}`}. Written by ${program}.`,
  reportTitle: 'Texts and codings',
  summary: (exact: number, moved: number, open: number, absent: number) =>
    `${count(exact, 'placed where it was', 'placed where they were')}, ${count(moved, 'by its words', 'by their words')}, ${number(open + absent)} not placed${absent === 0 ? '' : ` (${number(absent)} in documents that were not found)`}.`,
  documents: 'Documents',
  open: 'Not placed',
  evidence: (passages: number) =>
    `${count(passages, 'passage', 'passages')} that answers pointed at could not be placed.`,
  textOf: (match: keyof typeof matches, placed: number, codings: number) =>
    `${matches[match]}, ${number(placed)} of ${count(codings, 'coding', 'codings')}`,
  openHead: (document: string, code: string, coder: string) => `${document}: ${code} (${coder})`,
  /** `quote` is empty where the package has none, `nearest` null where no passage is alike. */
  openText: (quote: string, reason: string, nearest: string | null) =>
    [...(quote === '' ? [] : [`“${quote}”`]), reason, ...(nearest === null ? [] : [`nearest: “${nearest}”`])].join(
      '; ',
    ),
  extra: 'Files that the package does not know',
  refused: 'Files that could not be read',
};
