/** What is dragged inside the window, as the types of its data. */

/** A code of the codebook: its id. */
export const codeDragType = 'application/x-galley-code';

/** The passage that is selected in the reader: its words. */
export const passageDragType = 'application/x-galley-passage';
