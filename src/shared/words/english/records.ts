import type { JournaledTable } from '../../model/recordTables.ts';

/** What a record of each kind is called at the beginning of a sentence. */
export const records: Readonly<Record<JournaledTable, string>> = {
  project: 'The project’s own record',
  coder: 'A coder',
  import: 'An import',
  document: 'A document',
  variable: 'A variable',
  answer: 'An answer or fact',
  code: 'A code',
  annotation: 'A coding',
  entity: 'An entity',
  progress: 'A status of work',
  exclusive_set: 'An exclusive set',
  example: 'An example of a code',
  codebook_version: 'A version of the codebook',
  link: 'A link',
  round: 'A round',
  assignment: 'An assignment of a round',
  text_version: 'An earlier text',
  recipe: 'A saved export',
  disagreement: 'A note on a disagreement',
};
