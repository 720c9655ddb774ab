import { count, number } from '../format.ts';

type Coded = { passages: number; documents: number; code: string; present: number };
type Excluded = { document: string; start: number; end: number; by: string };

/** `galley search`. */
export const searchVerbWords = {
  summary: 'Find a piece of text in all documents, as it stands.',
  details: [
    'No wildcards: every sign is looked for itself. Letters match either case. A word is what a double click selects.',
    'Offsets are code points, end not included.',
    'Hits are printed as they are found.',
    'With --code all hits are coded, as one step. What is coded so already, or excluded by another code, is passed over and told.',
  ],
  help: {
    case: 'Tell upper and lower case apart.',
    words: 'Whole words only: no hit begins or ends inside a word.',
    limit: 'List at most so many hits. Default: all.',
    code: 'Code all hits with this code of the codebook (“Frames / Conflict”).',
    extent: 'With --code: what is coded, hit (default), sentence or paragraph. Several hits in one are one coding.',
    coder: 'With --code: who codes. Needed.',
  },
  onlyWithCode: ({ option }: { option: string }) => `--${option} goes with --code`,
  sayWho: 'say who codes: --coder NAME',
  allOrNone: '--code takes all hits: --limit does not go with it',
  extent: ({ given }: { given: string }) => `--extent takes hit, sentence or paragraph, not “${given}”`,
  coded: ({ passages, documents, code, present }: Coded) =>
    `${count(passages, 'passage', 'passages')} in ${count(documents, 'document', 'documents')} coded “${code}”${present === 0 ? '' : ` (${number(present)} coded already)`}`,
  excluded: ({ document, start, end, by }: Excluded) =>
    `${document}:${start}-${end} was not coded: “${by}” excludes it`,
  moreExcluded: ({ more }: { more: number }) =>
    `${count(more, 'more passage was', 'more passages were')} not coded for such a reason`,
  limit: ({ given }: { given: string }) => `--limit takes a whole number from 1 on, not “${given}”`,
  listed: ({ listed, total }: { listed: number; total: number }) => `${number(listed)} of ${number(total)} hits listed`,
} as const;
