import { count } from '../format.ts';

type Written = { file: string; documents: number; codings: number; cleaned: number };

/** `galley package`. */
export const packageVerbWords = {
  summary: 'Write codings, answers and codebook without the texts, to pass on.',
  details: [
    'Leaves out texts and original files. Holds places, hashes, and quotations as long as you say. Whoever has the same files',
    'joins both by `galley re-attach`. Names, paths and bibliographic facts of articles are in it. A file of that name is',
    'replaced where an earlier package of this project has it; any other only with --replace.',
    'Memos, examples and answers in words may repeat an article: “clean” puts […] where they share more than the longest',
    'quotation (and more than 20 characters) with the text, “keep” leaves them, “drop” leaves them out.',
  ],
  help: {
    quote: 'Longest quotation, in characters. Default: 0, none.',
    freeText: ({ choices }: { choices: readonly string[] }) => `${choices.join(', ')}. Default: clean.`,
  },
  ending: ({ word }: { word: string }) => `a package’s file name ends in .zip: ${word}`,
  quote: ({ given }: { given: string }) => `--quote: give a number of characters from 0 to 9999, not “${given}”`,
  written: ({ file, documents, codings, cleaned }: Written) => {
    const cleaning = cleaned === 0 ? '' : `; ${count(cleaned, 'text', 'texts')} cleaned of words of articles`;
    return `${file}: ${count(documents, 'document', 'documents')}, ${count(codings, 'coding', 'codings')}${cleaning}`;
  },
} as const;
