import { beforeEach, expect, it } from 'vitest';
import { selectDocuments, toggleDocument, useDocumentSelection } from './documentSelection.ts';

const chosen = (): string[] => [...useDocumentSelection.getState().ids];

beforeEach(() => selectDocuments([]));

it('the first document that is added joins the one that is open', () => {
  toggleDocument('b', 'a');
  expect(chosen()).toEqual(['a', 'b']);
  toggleDocument('c', 'a');
  expect(chosen()).toEqual(['a', 'b', 'c']);
});

it('a document that is chosen is taken out, at last the open one too', () => {
  selectDocuments(['a', 'b']);
  toggleDocument('b', 'a');
  toggleDocument('a', 'a');
  expect(chosen()).toEqual([]);
  // With none chosen, the open one stands for the choice: taking it out leaves none.
  toggleDocument('a', 'a');
  expect(chosen()).toEqual([]);
});

it('nobody hears of a choice of none that follows on one of none', () => {
  let heard = 0;
  const stop = useDocumentSelection.subscribe(() => (heard += 1));
  selectDocuments([]);
  expect(heard).toBe(0);
  selectDocuments(['a']);
  selectDocuments([]);
  expect(heard).toBe(2);
  stop();
});
