import { beforeEach, describe, expect, it } from 'vitest';
import { everything, useReaderFilter } from '../../state/readerFilter.ts';
import { ofThisDocument, useSegmentFilter } from '../../state/segmentFilter.ts';
import { useUi } from '../../state/ui.ts';
import { codingDesk } from './desk.ts';
import { useRecentRelations } from './state/recentRelations.ts';

const filter = { coder: 'ben', round: 'may', codes: new Set(['war']), compared: { first: 'ada', second: 'ben' } };
const segments = { scope: 'project', code: 'war', coder: 'ben' } as const;

beforeEach(() => {
  useUi.setState({ recentCodes: ['war'] });
  useRecentRelations.setState({ names: ['explains'] });
  useReaderFilter.setState(filter);
  useSegmentFilter.setState(segments);
});

const remembered = (): unknown[] => [useUi.getState().recentCodes, useRecentRelations.getState().names];

describe('the coding desk', () => {
  it('forgets with a project all that was of its codes, coders and links', () => {
    codingDesk.forget();
    expect(remembered()).toEqual([[], []]);
    expect(useReaderFilter.getState()).toEqual(everything);
    expect(useSegmentFilter.getState()).toEqual(ofThisDocument);
  });

  it('forgets with a coder what that coder used last, and keeps what is shown', () => {
    codingDesk.forgetCoder();
    expect(remembered()).toEqual([[], []]);
    expect(useReaderFilter.getState()).toEqual(filter);
    expect(useSegmentFilter.getState()).toEqual(segments);
  });
});
