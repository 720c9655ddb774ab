import { beforeEach, describe, expect, it } from 'vitest';
import type { ChangedEvent } from '../../shared/api/events.ts';
import { isUnlisted, nothingHeld, patchHeld, unlistedTables } from './held.ts';
import { holdEvents, throughHold } from './heldEvents.ts';

const event = (tables: ChangedEvent['tables'], seq = 1): ChangedEvent => ({
  seq,
  history: { undo: null, redo: null },
  tally: { reset: false, codes: {}, documents: {} },
  tables,
});

describe('what the window holds', () => {
  it('is asked for whole where an event says only that it changed', () => {
    expect(unlistedTables(event({ version: { reset: true } }))).toEqual(['versions']);
    expect(unlistedTables(event({}))).toEqual([]);
    const listed = { variable: { reset: false, changed: [], removed: ['v'] } };
    expect(unlistedTables(event(listed))).toEqual([]);
    expect(unlistedTables(event({ variable: { reset: true, changed: [], removed: [] } }))).toEqual(['variables']);
  });

  it('is unlisted where records are missing, and not where nothing is said', () => {
    expect(isUnlisted(undefined)).toBe(false);
    expect(isUnlisted({ reset: true, changed: [], removed: [] })).toBe(true);
    expect(isUnlisted({ reset: false })).toBe(true);
    expect(isUnlisted({ reset: false, changed: [], removed: [] })).toBe(false);
  });

  it('stays the very same map where an event does not concern it', () => {
    const held = nothingHeld();
    const after = patchHeld('project', held, { coder: { reset: false, changed: [], removed: [] } });
    expect(after.coders).toBe(held.coders);
    const removed = patchHeld(
      'project',
      { ...held, coders: new Map([['ada', { id: 'ada', name: 'Ada' } as never]]) },
      { coder: { reset: false, changed: [], removed: ['ada'] } },
    );
    expect(removed.coders.size).toBe(0);
  });
});

describe('events that come while all is asked for anew', () => {
  let applied: number[] = [];
  const come = throughHold(({ seq }) => void applied.push(seq));
  beforeEach(() => {
    applied = [];
  });

  it('wait, in their order, until it has come', () => {
    come(event({}, 1));
    const release = holdEvents();
    come(event({}, 2));
    come(event({}, 3));
    expect(applied).toEqual([1]);
    release();
    expect(applied).toEqual([1, 2, 3]);
    come(event({}, 4));
    expect(applied).toEqual([1, 2, 3, 4]);
  });

  it('wait for the last of those who ask at the same time: an earlier answer would be older than they are', () => {
    const first = holdEvents();
    come(event({}, 1));
    const second = holdEvents();
    first();
    come(event({}, 2));
    expect(applied).toEqual([]);
    second();
    expect(applied).toEqual([1, 2]);
  });

  it('wait for the other where one of them ends twice', () => {
    const first = holdEvents();
    const second = holdEvents();
    come(event({}, 1));
    first();
    first();
    expect(applied).toEqual([]);
    second();
    expect(applied).toEqual([1]);
  });

  it('wait once more where one of them has all asked for anew', () => {
    let release = holdEvents();
    const ask = throughHold(({ seq }) => {
      applied.push(seq);
      if (seq === 1) release = holdEvents();
    });
    [1, 2, 3].forEach((seq) => ask(event({}, seq)));
    release();
    expect(applied).toEqual([1]);
    release();
    expect(applied).toEqual([1, 2, 3]);
  });
});
