import { RangeSetBuilder } from '@codemirror/state';
import type { EditorState, Extension } from '@codemirror/state';
import { Decoration, ViewPlugin } from '@codemirror/view';
import type { DecorationSet, EditorView, ViewUpdate } from '@codemirror/view';
import type { Id } from '../../shared/model/records.ts';
import { stretchesOf } from './overlap.ts';
import { codesOf, codingsDiffer, comparisonOf, lightOf, litOf } from './readerState.ts';
import { areDrawnTogether, drawnIn } from './same.ts';
import type { Same } from './same.ts';
import { coatsKey, tintStyle } from './tintStyle.ts';
import type { Coat, Light, Line } from './tintStyle.ts';
import type { ReaderCode } from './types.ts';
import { isAgreed } from './whose.ts';

const marks = new Map<string, Decoration>(); // equal looks share one decoration

function markFor(coats: readonly Coat[]): Decoration {
  const key = coatsKey(coats);
  const known = marks.get(key);
  if (known) return known;
  if (marks.size > 5000) marks.clear();
  const made = Decoration.mark({ class: 'galley-tint', attributes: { style: tintStyle(coats) } });
  marks.set(key, made);
  return made;
}

/** How strongly codings that are drawn as one show: as the strongest of them. */
function lightOfSame(state: EditorState, { members }: Same): Light {
  const lights = members.map(({ id }) => {
    const light = lightOf(state, id);
    // Two strong tints on one passage would be too dark to read on: the coding that a lit one differs from keeps its own.
    const isPartner = light === 'lit' && comparisonOf(state) !== null && litOf(state) !== id;
    return light === 'agreed' ? 'dim' : isPartner ? 'usual' : light;
  });
  return strongest(lights);
}

function strongest(lights: readonly Light[]): Light {
  return lights.includes('lit') ? 'lit' : lights.includes('usual') ? 'usual' : 'dim';
}

type Layer = { readonly code: ReaderCode; readonly lines: Line[]; readonly coders: Set<Id> };

/**
 * The coats of a stretch. Codings of one code by several coders are one coat, so that tints do not deepen with the number
 * of coders; where one coder's own codings of a code overlap, there is a further coat, as for one coder alone.
 */
function coatsOf(state: EditorState, covering: readonly Same[], codes: ReadonlyMap<Id, ReaderCode>): Coat[] {
  const layers: Layer[] = [];
  const areSeveral = areDrawnTogether(state);
  for (const same of covering) {
    const code = codes.get(same.code);
    if (!code) continue; // the code's record is on its way
    const line = { light: lightOfSame(state, same), isDouble: isAgreed(state, same.members) };
    const free = areSeveral
      ? layers.find((layer) => layer.code === code && same.members.every(({ coder }) => !layer.coders.has(coder)))
      : undefined;
    const coders = same.members.map(({ coder }) => coder);
    if (free) {
      free.lines.push(line);
      for (const coder of coders) free.coders.add(coder);
    } else layers.push({ code, lines: [line], coders: new Set(coders) });
  }
  return layers.map(({ code: { hue, pattern }, lines }) => {
    const light = strongest(lines.map((line) => line.light));
    const isUsual = lines.length === 1 && lines[0]?.isDouble === false;
    return isUsual ? { hue, pattern, light } : { hue, pattern, light, lines };
  });
}

/** Decorations for the codings on screen; the others of the text cost nothing. */
function tintsOf(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  const codes = codesOf(view.state);
  for (const { from, to } of view.visibleRanges) {
    for (const { start, end, covering } of stretchesOf(drawnIn(view.state, from, to), from, to)) {
      const coats = coatsOf(view.state, covering, codes);
      if (coats.length > 0) builder.add(start, end, markFor(coats));
    }
  }
  return builder.finish();
}

/** Lays tints and rules under coded passages. */
export const tints: Extension = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = tintsOf(view);
    }

    update(update: ViewUpdate): void {
      if (update.viewportChanged || codingsDiffer(update.startState, update.state)) {
        this.decorations = tintsOf(update.view);
      }
    }
  },
  { decorations: (plugin) => plugin.decorations },
);
