import { RangeSetBuilder } from '@codemirror/state';
import type { Extension, Text } from '@codemirror/state';
import { Decoration, EditorView, ViewPlugin, highlightSpecialChars } from '@codemirror/view';
import type { DecorationSet, ViewUpdate } from '@codemirror/view';
import { readerSetting } from './readerState.ts';

/** The longest first line that is taken for a headline, in UTF-16 units. */
const longestTitle = 320;

/** How many lines of navigation, date and so on may stand above a headline. */
const linesBeforeTitle = 40;

const strongLetter = /[\p{L}\p{N}]/u;
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** The direction of a line by its first letter, or null where none says so. */
export function lineDirection(line: string): 'ltr' | 'rtl' | null {
  const first = /\p{L}/u.exec(line)?.[0];
  if (first === undefined) return null;
  return rightToLeft.test(first) ? 'rtl' : 'ltr';
}

/**
 * Number of the line that is the headline, or 0: the first that says the document's name, else the first line of all if
 * it is short and a blank line follows.
 */
export function titleLine(text: Text, name: string): number {
  const wanted = name.trim();
  for (let number = 1; wanted !== '' && number <= Math.min(text.lines, linesBeforeTitle); number++) {
    if (text.line(number).text.trim() === wanted) return number;
  }
  if (text.lines < 3) return 0;
  const first = text.line(1);
  const short = first.length > 0 && first.length <= longestTitle && strongLetter.test(first.text);
  return short && text.line(2).text.trim() === '' ? 1 : 0;
}

const title = Decoration.line({ class: 'galley-title' });
const blank = Decoration.line({ class: 'galley-blank' });
const turned = {
  ltr: Decoration.line({ attributes: { dir: 'ltr' } }),
  rtl: Decoration.line({ attributes: { dir: 'rtl' } }),
};

function linesOf(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  const { doc } = view.state;
  const { direction, label } = view.state.facet(readerSetting).content;
  const headline = titleLine(doc, label);
  let reached = -1; // visible ranges may share a line
  for (const { from, to } of view.visibleRanges) {
    for (let position = Math.max(from, reached + 1); position <= to;) {
      const line = doc.lineAt(position);
      if (line.from > reached) {
        const own = lineDirection(line.text.slice(0, 1000));
        if (own !== null && own !== direction) builder.add(line.from, line.from, turned[own]);
        if (line.number === headline) builder.add(line.from, line.from, title);
        if (line.length === 0) builder.add(line.from, line.from, blank);
      }
      reached = line.to;
      position = line.to + 1;
    }
  }
  return builder.finish();
}

const lineStyles = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = linesOf(view);
    }

    update(update: ViewUpdate): void {
      if (update.viewportChanged) this.decorations = linesOf(update.view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

/** Control characters and line separators, which would show as nothing or break a line that is none. */
// eslint-disable-next-line no-control-regex -- the control characters are what it looks for
const invisible = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]/gu;

/** How the text is set: headline, paragraph gaps, the direction of single lines. Nothing of it changes the text. */
export const typography: Extension = [
  lineStyles,
  EditorView.lineWrapping,
  EditorView.perLineTextDirection.of(true),
  highlightSpecialChars({ specialChars: invisible }),
];
