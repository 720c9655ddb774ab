import type { EditorState } from '@codemirror/state';
import type { Id } from '../../shared/model/records.ts';
import type { Interval } from './intervalIndex.ts';
import { activeOf, annotationsOf, areSeveralCoders, codersOf, comparisonOf } from './readerState.ts';
import type { ReaderAnnotation } from './types.ts';

/**
 * Codings of several coders with one code on one passage: they are drawn once. The acting coder's comes first, the agreed
 * version's last; `id` is that of the first. Most codings stand alone.
 */
export type Same = Interval & { readonly code: Id; readonly members: readonly ReaderAnnotation[] };

type Rank = (annotation: ReaderAnnotation) => number;

function sameOf(members: readonly [ReaderAnnotation, ...ReaderAnnotation[]]): Same {
  const [{ id, code, start, end }] = members;
  return { id, code, start, end, members };
}

/** Codings of one passage, those with the same code together; of one coder only one (two meet while a boundary moves). */
function sameInPassage(annotations: readonly ReaderAnnotation[], rank: Rank): Same[] {
  const gathered: [ReaderAnnotation, ...ReaderAnnotation[]][] = [];
  for (const annotation of annotations) {
    const { code, coder } = annotation;
    const known = gathered.find(([first, ...others]) => {
      return first.code === code && first.coder !== coder && others.every((other) => other.coder !== coder);
    });
    if (known) known.push(annotation);
    else gathered.push([annotation]);
  }
  for (const members of gathered) members.sort((a, b) => rank(a) - rank(b));
  return gathered.map(sameOf);
}

/** Puts together those that say the same. In `annotations` those of one passage follow one another; the order stays. */
export function together(annotations: readonly ReaderAnnotation[], rank: Rank): Same[] {
  const found: Same[] = [];
  for (let at = 0; at < annotations.length;) {
    const first = annotations[at];
    if (!first) break;
    let next = at + 1;
    for (let other = annotations[next]; other?.start === first.start && other.end === first.end;) {
      other = annotations[++next];
    }
    if (next === at + 1) found.push(sameOf([first]));
    else found.push(...sameInPassage(annotations.slice(at, next), rank));
    at = next;
  }
  return found;
}

/** Whether codings of several coders are drawn as one: not where two coders stand side by side. */
export function areDrawnTogether(state: EditorState): boolean {
  return areSeveralCoders(state) && comparisonOf(state) === null;
}

function rankIn(state: EditorState): Rank {
  const { byId, acting } = codersOf(state);
  return ({ coder }) => (coder === acting ? 0 : byId.get(coder)?.isAgreed ? 2 : 1);
}

/** What is drawn of the codings that overlap `[from, to)`, in document order. */
export function drawnIn(state: EditorState, from: number, to: number): Same[] {
  const annotations = annotationsOf(state).overlapping(from, to);
  return areDrawnTogether(state) ? together(annotations, rankIn(state)) : annotations.map((one) => sameOf([one]));
}

/** The codings as which one is drawn, itself among them. */
export function sameAs(state: EditorState, annotation: ReaderAnnotation): Same {
  if (!areDrawnTogether(state)) return sameOf([annotation]);
  const { start, end } = annotation;
  const beside = annotationsOf(state)
    .overlapping(start, start + 1)
    .filter((other) => other.start === start && other.end === end);
  const drawn = together(beside, rankIn(state));
  return drawn.find(({ members }) => members.includes(annotation)) ?? sameOf([annotation]);
}

/** The coding that a press on a drawn one makes active: the first of those that say the same, then the next one. */
export function nextOfSame(state: EditorState, id: Id): Id {
  const annotation = annotationsOf(state).get(id);
  if (!annotation) return id;
  const { members } = sameAs(state, annotation);
  const at = members.findIndex((member) => member.id === activeOf(state)?.id);
  return members[(at + 1) % members.length]?.id ?? id;
}

/** The coding that is meant by a drawn one: the active one if it is among those that are drawn as one, else the first. */
export function meantOfSame(state: EditorState, id: Id): Id {
  const annotation = annotationsOf(state).get(id);
  const active = activeOf(state);
  const isActive = annotation !== undefined && sameAs(state, annotation).members.some((one) => one.id === active?.id);
  return isActive && active ? active.id : id;
}

/** Codings, those of one passage one after another, in the order in which presses go through them. */
export function inTurn(state: EditorState, annotations: readonly ReaderAnnotation[]): ReaderAnnotation[] {
  return together(annotations, rankIn(state)).flatMap(({ members }) => members);
}
