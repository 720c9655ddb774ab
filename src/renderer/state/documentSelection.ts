import { createSelection } from './selection.ts';

const selection = createSelection();

/** Documents that acts on many are for. Empty: only the open one is chosen. */
export const useDocumentSelection = selection.use;

/** Chooses these documents and no others. */
export const selectDocuments = selection.choose;

/** Adds a document to those that are chosen, or takes it out; the open one is chosen while none is. */
export const toggleDocument = selection.toggle;
