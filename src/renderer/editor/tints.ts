import { RangeSetBuilder } from '@codemirror/state';
import type { EditorState, Extension } from '@codemirror/state';
import { Decoration, ViewPlugin } from '@codemirror/view';
import type { DecorationSet, EditorView, ViewUpdate } from '@codemirror/view';
import type { Id } from '../../shared/model/records.ts';
import { stretchesOf } from './overlap.ts';
import { annotationsOf, codesOf, codingsDiffer, lightOf, litOf } from './readerState.ts';
import { coatsKey, tintStyle } from './tintStyle.ts';
import type { Coat } from './tintStyle.ts';
import type { ReaderAnnotation, ReaderCode } from './types.ts';

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

function coatOf(state: EditorState, annotation: ReaderAnnotation, codes: ReadonlyMap<Id, ReaderCode>): Coat | null {
  const code = codes.get(annotation.code);
  if (!code) return null; // the code's record is on its way
  const light = lightOf(state, annotation.id);
  // Two strong tints on one passage would be too dark to read on: the coding that a lit one differs from keeps its own.
  const isPartner = light === 'lit' && litOf(state) !== annotation.id;
  return { hue: code.hue, pattern: code.pattern, light: light === 'agreed' ? 'dim' : isPartner ? 'usual' : light };
}

/** Decorations for the codings on screen; the others of the text cost nothing. */
function tintsOf(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  const index = annotationsOf(view.state);
  const codes = codesOf(view.state);
  for (const { from, to } of view.visibleRanges) {
    for (const { start, end, covering } of stretchesOf(index.overlapping(from, to), from, to)) {
      const coats = covering.flatMap((annotation) => coatOf(view.state, annotation, codes) ?? []);
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
