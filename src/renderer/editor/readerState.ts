import { Facet, StateEffect, StateField } from '@codemirror/state';
import type { EditorState, StateEffectType } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { Id } from '../../shared/model/records.ts';
import { initialsOf } from './initials.ts';
import { intervalIndex } from './intervalIndex.ts';
import type { IntervalIndex } from './intervalIndex.ts';
import type {
  ReaderAnnotation,
  ReaderCode,
  ReaderCoder,
  ReaderComparison,
  ReaderContent,
  ReaderEvents,
} from './types.ts';

/** What the reader is given once per document. */
export type ReaderSetting = {
  readonly content: ReaderContent;
  readonly events: ReaderEvents;
  /** Nothing can be coded or moved. */
  readonly readOnly: boolean;
};

const emptySetting: ReaderSetting = {
  content: { text: '', language: '', direction: 'ltr', annotations: [], label: '' },
  events: {
    selection: () => undefined,
    activate: () => undefined,
    openPicker: () => undefined,
    digit: () => undefined,
    unselected: () => undefined,
    pointed: () => undefined,
    menu: () => undefined,
    dropCode: () => undefined,
    resize: () => undefined,
  },
  readOnly: true,
};

export const readerSetting = Facet.define<ReaderSetting, ReaderSetting>({
  combine: (values) => values[0] ?? emptySetting,
});

export type AnnotationChange = { readonly upsert: readonly ReaderAnnotation[]; readonly remove: readonly Id[] };

/** The project's own change of codings: it ends any preview of the codings it names. */
export const changeAnnotations = StateEffect.define<AnnotationChange>();

/** Shows a coding with other boundaries, until the project answers or `endPreview` takes it back. */
export const previewAnnotation = StateEffect.define<ReaderAnnotation>();
export const endPreview = StateEffect.define<Id>();

type Annotations = {
  readonly index: IntervalIndex<ReaderAnnotation>;
  /** Whether there are codings of more than one coder. */
  readonly areSeveral: boolean;
  /** The codings on preview, as the project knows them. */
  readonly originals: ReadonlyMap<Id, ReaderAnnotation>;
};

function areOfSeveral(annotations: readonly ReaderAnnotation[]): boolean {
  const [first] = annotations;
  return annotations.some(({ coder }) => coder !== first?.coder);
}

function applyChange({ index, originals }: Annotations, change: AnnotationChange): Annotations {
  const named = new Set([...change.remove, ...change.upsert.map(({ id }) => id)]);
  const changed = index.change(change.upsert, change.remove);
  return {
    index: changed,
    areSeveral: areOfSeveral(changed.ordered),
    originals: new Map([...originals].filter(([id]) => !named.has(id))),
  };
}

function applyPreview(value: Annotations, shown: ReaderAnnotation): Annotations {
  const { index, originals } = value;
  const known = originals.get(shown.id) ?? index.get(shown.id);
  if (!known) return value;
  return { ...value, index: index.change([shown], []), originals: new Map(originals).set(shown.id, known) };
}

function dropPreview(value: Annotations, id: Id): Annotations {
  const { index, originals } = value;
  const original = originals.get(id);
  if (!original) return value;
  const rest = new Map(originals);
  rest.delete(id);
  return { ...value, index: index.change([original], []), originals: rest };
}

const annotationsField = StateField.define<Annotations>({
  create(state) {
    const { annotations } = state.facet(readerSetting).content;
    return { index: intervalIndex(annotations), areSeveral: areOfSeveral(annotations), originals: new Map() };
  },
  update(value, { effects }) {
    let next = value;
    for (const effect of effects) {
      if (effect.is(changeAnnotations)) next = applyChange(next, effect.value);
      else if (effect.is(previewAnnotation)) next = applyPreview(next, effect.value);
      else if (effect.is(endPreview)) next = dropPreview(next, effect.value);
    }
    return next;
  },
});

/** A field that holds what its effect last said. */
function heldValue<T>(initial: T): { field: StateField<T>; set: StateEffectType<T> } {
  const set = StateEffect.define<T>();
  const field = StateField.define<T>({
    create: () => initial,
    update(value, { effects }) {
      let next = value;
      for (const effect of effects) if (effect.is(set)) next = effect.value;
      return next;
    },
  });
  return { field, set };
}

/** A coder as the reader draws them: initials, or '' for the agreed version, which has a word of its own. */
export type DrawnCoder = { readonly name: string; readonly initials: string; readonly isAgreed: boolean };

export type Coders = { readonly byId: ReadonlyMap<Id, DrawnCoder>; readonly acting: Id | null };

const codes = heldValue<ReadonlyMap<Id, ReaderCode>>(new Map());
const coders = heldValue<Coders>({ byId: new Map(), acting: null });
const active = heldValue<Id | null>(null);
const hovered = heldValue<Id | null>(null);
const comparison = heldValue<ReaderComparison | null>(null);

export const setCodes = codes.set;
export const setCoders = coders.set;
export const setActive = active.set;
export const setComparison = comparison.set;

export const readerState = [annotationsField, codes.field, coders.field, active.field, hovered.field, comparison.field];

export function annotationsOf(state: EditorState): IntervalIndex<ReaderAnnotation> {
  return state.field(annotationsField).index;
}

export function codesOf(state: EditorState): ReadonlyMap<Id, ReaderCode> {
  return state.field(codes.field);
}

/** Coders as the reader is told of them, with their initials. */
export function drawnCoders(all: ReadonlyMap<Id, ReaderCoder>, acting: Id | null): Coders {
  const initials = initialsOf([...all.values()].filter(({ kind }) => kind === 'person'));
  const byId = Array.from(all.values(), ({ id, name, kind }): [Id, DrawnCoder] => [
    id,
    { name, initials: initials.get(id) ?? '', isAgreed: kind === 'agreed' },
  ]);
  return { byId: new Map(byId), acting };
}

/** Who is there, and who acts. */
export function codersOf(state: EditorState): Coders {
  return state.field(coders.field);
}

/** Whether codings of more than one coder are shown. */
export function areSeveralCoders(state: EditorState): boolean {
  return state.field(annotationsField).areSeveral;
}

/** The active coding, if it is one of this document. */
export function activeOf(state: EditorState): ReaderAnnotation | null {
  const id = state.field(active.field);
  return id === null ? null : (annotationsOf(state).get(id) ?? null);
}

/** The coding under the pointer, if it is still there. */
function hoveredOf(state: EditorState): Id | null {
  const id = state.field(hovered.field);
  return id !== null && annotationsOf(state).get(id) ? id : null;
}

/** The two coders who stand side by side, or null. */
export function comparisonOf(state: EditorState): ReaderComparison | null {
  return state.field(comparison.field);
}

/** How a coding stands among the others: with what is hovered or active, or behind it; `agreed` steps back by itself. */
export function lightOf(state: EditorState, id: Id): 'usual' | 'agreed' | 'lit' | 'dim' {
  const lit = litOf(state);
  const compared = comparisonOf(state);
  if (lit === null) return compared?.agreed.has(id) ? 'agreed' : 'usual';
  return lit === id || compared?.partners.get(lit) === id ? 'lit' : 'dim';
}

/** The coding that stands out while the others step back: the hovered one, else the active one. */
export function litOf(state: EditorState): Id | null {
  return hoveredOf(state) ?? activeOf(state)?.id ?? null;
}

/** Whether what the codings look like differs between two states. */
export function codingsDiffer(before: EditorState, after: EditorState): boolean {
  return (
    annotationsOf(before) !== annotationsOf(after) ||
    codesOf(before) !== codesOf(after) ||
    codersOf(before) !== codersOf(after) ||
    litOf(before) !== litOf(after) ||
    comparisonOf(before) !== comparisonOf(after)
  );
}

/** Makes `id` the active coding, as the user's act: the project hears of it. */
export function activate(view: EditorView, id: Id | null): void {
  const changed = view.state.field(active.field) !== id;
  if (!changed) return;
  view.dispatch({ effects: setActive.of(id) });
  view.state.facet(readerSetting).events.activate(id);
}

/** Makes `id` the coding under the pointer. */
export function hover(view: EditorView, id: Id | null): void {
  if (hoveredOf(view.state) !== id) view.dispatch({ effects: hovered.set.of(id) });
}
