import { describe, expect, it } from 'vitest';
import type { ChangedEvent } from '../../shared/api/events.ts';
import { plainCode } from '../../shared/model/records.ts';
import type { Annotation, Code, Document } from '../../shared/model/records.ts';
import type { Answer, Progress } from '../../shared/model/variables.ts';
import { utf16 } from '../../shared/text/offsets.ts';
import { planChange } from './changes.ts';
import { emptyMirror } from './records.ts';
import type { Mirror } from './records.ts';

const document: Document = {
  id: 'document',
  name: 'Port reopens',
  site: '',
  date: '',
  language: 'en',
  direction: 'ltr',
  characters: 100,
  created: 0,
};
const code: Code = {
  id: 'code',
  parent: null,
  name: 'Conflict',
  ...plainCode,
  hue: 1,
  pattern: 'plain',
  key: null,
  position: 0,
};
const annotation = (id: string, inDocument = 'document'): Annotation => ({
  id,
  document: inDocument,
  code: 'code',
  coder: 'coder',
  start: utf16(0),
  end: utf16(5),
  memo: '',
});

const event = (seq: number, part: Partial<Omit<ChangedEvent, 'seq'>> = {}): ChangedEvent => ({
  seq,
  history: { undo: null, redo: null },
  tally: { reset: false, codes: {}, documents: {} },
  tables: {},
  ...part,
});
const changed = <R>(records: R[], removed: string[] = []) => ({ reset: false, changed: records, removed });
const reset = { reset: true, changed: [], removed: [] };

const mirror: Mirror = {
  ...emptyMirror,
  seq: 7,
  codes: new Map([['code', code]]),
  tally: { code: 1 },
  open: {
    document,
    text: 'Text.',
    facts: [],
    annotations: new Map([['first', annotation('first')]]),
    answers: new Map(),
    progress: new Map(),
    links: new Map(),
    assignments: [],
  },
};

describe('a change that follows on the last one', () => {
  it('puts changed codes in, takes removed ones out, and leaves the old map as it was', () => {
    const renamed = { ...code, name: 'Dispute' };
    const added = planChange(mirror, event(8, { tables: { code: changed([renamed]) } }));
    expect(added.mirror.codes.get('code')?.name).toBe('Dispute');
    expect(mirror.codes.get('code')?.name).toBe('Conflict');
    expect(planChange(mirror, event(8, { tables: { code: changed<Code>([], ['code']) } })).mirror.codes.size).toBe(0);
  });

  it('keeps of the annotations those of the open document, and says which they are', () => {
    const tables = {
      annotation: changed([annotation('second'), annotation('elsewhere', 'other')], ['first', 'unknown']),
    };
    const outcome = planChange(mirror, event(8, { tables }));
    expect([...(outcome.mirror.open?.annotations.keys() ?? [])]).toEqual(['second']);
    expect(outcome.annotations.upsert.map(({ id }) => id)).toEqual(['second']);
    expect(outcome.annotations.remove).toEqual(['first']);
  });

  it('does not touch the open document for what happens in others', () => {
    const tables = { annotation: changed([annotation('elsewhere', 'other')]) };
    expect(planChange(mirror, event(8, { tables })).mirror.open).toBe(mirror.open);
  });

  it('takes over the counts and leaves codes without annotations out', () => {
    const tally = { reset: false, codes: { code: 0, another: 3 }, documents: { document: 2 } };
    const outcome = planChange(mirror, event(8, { tally }));
    expect(outcome.mirror.tally).toEqual({ another: 3 });
    expect(outcome.documents).toEqual({ invalid: false, counts: { document: 2 } });
  });

  it('closes the open document when it is removed', () => {
    const outcome = planChange(mirror, event(8, { tables: { document: changed<Document>([], ['document']) } }));
    expect(outcome).toMatchObject({ closed: true, mirror: { open: null }, documents: { invalid: true } });
  });

  it('asks again for facts of the open document only', () => {
    const facts = (documents: string[]) => ({ fact: { reset: false, documents } });
    expect(planChange(mirror, event(8, { tables: facts(['document']) })).refetch.facts).toBe(true);
    expect(planChange(mirror, event(8, { tables: facts(['other']) })).refetch.facts).toBe(false);
  });

  it('asks again for whatever was too much to list', () => {
    const tally = { reset: true, codes: {}, documents: {} };
    const { refetch, documents } = planChange(mirror, event(8, { tally, tables: { code: reset, annotation: reset } }));
    expect(refetch).toMatchObject({ codes: true, document: true, everything: false });
    expect(documents.invalid).toBe(true);
  });
});

describe('a change of answers and of how far coders are', () => {
  const answer = (id: string, inDocument = 'document'): Answer => ({
    id,
    document: inDocument,
    annotation: null,
    variable: 'tone',
    coder: 'coder',
    state: 'given',
    value: 1,
    evidence: [],
    version: 0,
  });
  const done = (id: string, inDocument = 'document'): Progress => ({
    id,
    document: inDocument,
    coder: 'coder',
    status: 'done',
    reason: '',
  });

  it('keeps those of the open document, and leaves the annotations as they are', () => {
    const tables = {
      answer: changed([answer('one'), answer('two', 'other')]),
      progress: changed([done('p'), done('q', 'other')]),
    };
    const outcome = planChange(mirror, event(8, { tables }));
    expect([...(outcome.mirror.open?.answers.keys() ?? [])]).toEqual(['one']);
    expect([...(outcome.mirror.open?.progress.keys() ?? [])]).toEqual(['p']);
    expect(outcome.mirror.open?.annotations).toBe(mirror.open?.annotations);
    expect(outcome.documents.invalid).toBe(false);
  });

  it('takes answers away that were cleared', () => {
    const given = planChange(mirror, event(8, { tables: { answer: changed([answer('one')]) } })).mirror;
    const cleared = planChange(given, event(9, { tables: { answer: changed<Answer>([], ['one', 'elsewhere']) } }));
    expect(cleared.mirror.open?.answers.size).toBe(0);
  });

  it('asks again for tables of which it says only that they changed', () => {
    const tables = { version: { reset: true }, variable: reset, assignment: { reset: true } };
    expect(planChange(mirror, event(8, { tables })).refetch).toMatchObject({
      document: true,
      tables: ['variables', 'versions', 'rounds'],
    });
  });
});

describe('the numbers of changes', () => {
  it('make a change that was seen already harmless', () => {
    const outcome = planChange(mirror, event(7, { tables: { code: changed<Code>([], ['code']) } }));
    expect(outcome.mirror).toBe(mirror);
  });

  it('tell that one was lost, so that everything is asked for again', () => {
    const outcome = planChange(mirror, event(9, { tables: { code: changed<Code>([], ['code']) } }));
    expect(outcome.refetch.everything).toBe(true);
    expect(outcome.mirror).toBe(mirror);
  });

  it('begin anywhere after everything was asked for', () => {
    expect(planChange({ ...mirror, seq: null }, event(41)).mirror.seq).toBe(41);
  });
});
