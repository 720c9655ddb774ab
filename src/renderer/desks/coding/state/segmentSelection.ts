import { createSelection } from '../../../state/selection.ts';

const selection = createSelection();

/** Codings of the list that acts on many are for. */
export const useSegmentSelection = selection.use;

export const chooseSegments = selection.choose;
export const toggleSegment = selection.toggle;
