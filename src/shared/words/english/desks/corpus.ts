import { some } from './some.ts';

type Named = { name: string };

/** What is called the same everywhere of documents and their texts. */
export const ofCorpus = {
  actions: {
    'import.files': 'Import files…',
    'import.folder': 'Import folder…',
    'text.correct': 'Correct the text…',
    'documents.setStatus': 'Status of the selected documents…',
    'documents.assign': 'Give the selected documents to a round…',
    'rounds.manage': 'Rounds…',
    'search.codeHits': 'Code all hits of the search…',
    'documents.selectAll': 'Select all documents of the list',
    'documents.rename': 'Rename the open document…',
    'documents.remove': 'Remove the selected documents…',
    'documents.filter': 'Filter documents by answers…',
  },
  acts: {
    'documents.remove': ({ count, name }: { count: number; name: string }) =>
      `Remove ${count === 1 ? `“${name}”` : `${count} documents`}`,
    'documents.rename': ({ name }: Named) => `Rename document to “${name}”`,
    'documents.setFact': ({ variable, document }: { variable: string; document: string }) =>
      `Set ${variable} of “${document}”`,
    'imports.start': ({ documents }: { documents: number }) => `Import ${some(documents, 'document', 'documents')}`,
    'texts.correct': ({ name }: Named) => `Correct the text of “${name}”`,
    'texts.keepLeftOut': ({ name }: Named) => `Keep what was left out of “${name}”`,
  },
  records: {
    import: 'An import',
    document: 'A document',
    text_version: 'An earlier text',
  },
} as const;
