import { EditorState } from '@codemirror/state';
import type { Extension, StateEffect } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { editorStrings as words } from '#words/window/editor.ts';
import type { Id } from '../../shared/model/records.ts';
import { announcements } from './announcements.ts';
import { runCommand, selectSpan } from './commands.ts';
import { finding } from './findPanel.ts';
import { dropping } from './dropping.ts';
import { handles } from './handles.ts';
import { keys } from './keys.ts';
import { margin } from './margin.ts';
import { menu } from './menu.ts';
import { pointer } from './pointer.ts';
import {
  changeAnnotations,
  codersOf,
  codesOf,
  drawnCoders,
  readerSetting,
  readerState,
  comparisonOf,
  setActive,
  setCoders,
  setComparison,
  setCodes,
} from './readerState.ts';
import type { AnnotationChange } from './readerState.ts';
import { selectedSpan, selecting } from './selection.ts';
import { selectionRect, spanRect } from './selectionRect.ts';
import { theme } from './theme.ts';
import { tints } from './tints.ts';
import type {
  ReaderCode,
  ReaderCoder,
  ReaderCommand,
  ReaderComparison,
  ReaderContent,
  ReaderEvents,
  TextSpan,
} from './types.ts';
import { typography } from './typography.ts';

export type {
  ReaderAnnotation,
  ReaderCode,
  ReaderCoder,
  ReaderCommand,
  ReaderComparison,
  ReaderContent,
  ReaderEvents,
  TextSpan,
} from './types.ts';

/** A document's text with its codings on screen. Offsets are UTF-16 code units of the document's text. */
export type Reader = {
  /** Shows another document, from its beginning, with nothing selected. Codes and coders stay. */
  setContent(content: ReaderContent): void;
  setCodes(codes: ReadonlyMap<Id, ReaderCode>): void;
  /** Coders by id, and which of them acts: their own coding comes first where others have the same. */
  setCoders(coders: ReadonlyMap<Id, ReaderCoder>, acting: Id | null): void;
  changeAnnotations(change: AnnotationChange): void;
  /** Lights a coding; what is on screen does not move. */
  setActive(annotation: Id | null): void;
  /** Puts two coders side by side, or (null) all codings on one side again. */
  setComparison(comparison: ReaderComparison | null): void;
  /** Selects a passage; offsets outside the text are moved to its ends. */
  select(start: number, end: number, options?: { scroll?: boolean; focus?: boolean }): void;
  selection(): TextSpan | null;
  /** Where the paragraph at the top of the screen begins. */
  position(): number;
  /** Brings the paragraph of an offset to the top of the screen. */
  scrollTo(offset: number): void;
  /** Where the caret stands, or the selection begins. */
  caret(): number;
  /** The box round the selection on screen, or null when nothing is selected. */
  selectionRect(): DOMRect | null;
  /** The box round a passage on screen, cut to the part of the text that shows. */
  spanRect(start: number, end: number): DOMRect;
  /** False when there was nothing to do. */
  command(name: ReaderCommand): boolean;
  /** `textSize` in pixels, `measure` in characters a line. */
  setStyle(style: { textSize: number; measure: number }): void;
  focus(): void;
  destroy(): void;
};

const emptyContent: ReaderContent = { text: '', language: '', direction: 'ltr', annotations: [], label: '' };

/** The same for every document. */
const common: Extension = [
  EditorState.readOnly.of(true),
  EditorState.lineSeparator.of('\n'),
  EditorState.changeFilter.of(() => false), // the text is frozen, whatever asks
  EditorState.phrases.of(words.ofCodeMirror),
  readerState,
  selecting,
  finding,
  typography,
  tints,
  margin,
  handles,
  pointer,
  menu,
  dropping,
  keys,
  announcements,
  theme,
  EditorView.editorAttributes.of(({ state }) => (comparisonOf(state) ? { class: 'galley-comparing' } : null)),
];

function attributes({ language, direction, label }: ReaderContent): Extension {
  return [
    EditorView.editorAttributes.of({ dir: direction }),
    EditorView.contentAttributes.of({
      tabindex: '0', // not every tool knows that what can be edited takes the focus
      'aria-label': words.text,
      'aria-readonly': 'true',
      'aria-multiline': 'true',
      ...(label === '' ? {} : { 'aria-description': label }),
      ...(language === '' ? {} : { lang: language }),
      dir: direction,
      inputmode: 'none', // no keyboard on screens: nothing can be written
    }),
  ];
}

function stateOf(content: ReaderContent, events: ReaderEvents, readOnly: boolean): EditorState {
  const state = EditorState.create({
    doc: content.text,
    extensions: [readerSetting.of({ content, events, readOnly }), attributes(content), common],
  });
  if (state.doc.length !== content.text.length) {
    throw new Error(`the reader holds ${state.doc.length} UTF-16 units of a text of ${content.text.length}`);
  }
  return state;
}

/**
 * Milliseconds that a change of codings waits for company: a new coding is made the active one right after it came, and
 * two changes drawn one by one take twice as long.
 */
const company = 3;

/**
 * Measures and draws what hangs on it (the margin, the handles) at once rather than in the next frame, which then has only
 * to be painted. Asking for a block by its height is the cheapest question that the editor measures for.
 */
function measureNow(view: EditorView): void {
  view.lineBlockAtHeight(0);
}

/** Where the paragraph at the top of the screen begins; one of which a hair is left does not count. */
function topOf(view: EditorView): number {
  return view.lineBlockAtHeight(Math.max(0, view.scrollDOM.scrollTop - view.documentPadding.top + 4)).from;
}

function bringToTop(view: EditorView, offset: number): void {
  const at = Math.max(0, Math.min(view.state.doc.length, offset));
  view.dispatch({ effects: EditorView.scrollIntoView(at, { y: 'start', yMargin: 0 }) });
}

/** Changes on their way to the editor: those that come together are drawn in one step. */
function gatheredEffects(view: EditorView): { add(effect: StateEffect<unknown>): void; draw(): void; drop(): void } {
  let gathered: StateEffect<unknown>[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const take = (): StateEffect<unknown>[] => {
    clearTimeout(timer);
    timer = undefined;
    const taken = gathered;
    gathered = [];
    return taken;
  };
  const draw = (): void => {
    const effects = take();
    if (effects.length === 0) return;
    view.dispatch({ effects });
    measureNow(view);
  };
  return {
    add(effect) {
      gathered.push(effect);
      timer ??= setTimeout(draw, company);
    },
    draw,
    drop: () => void take(),
  };
}

/** Makes a reader in `parent`. With `readOnly` nothing can be coded or moved, only read and found. */
export function createReader(parent: HTMLElement, events: ReaderEvents, options: { readOnly: boolean }): Reader {
  const view = new EditorView({ parent, state: stateOf(emptyContent, events, options.readOnly) });
  const { style } = view.dom;
  style.setProperty('--galley-text-size', 'var(--font-size-text)');
  style.setProperty('--galley-measure', '70');

  const pending = gatheredEffects(view);

  return {
    setContent(content) {
      pending.drop(); // the new content has what changed before
      const kept = [
        setCodes.of(codesOf(view.state)),
        setCoders.of(codersOf(view.state)),
        setComparison.of(comparisonOf(view.state)),
      ];
      const hadSelection = selectedSpan(view.state) !== null;
      const state = stateOf(content, events, options.readOnly);
      view.setState(state.update({ effects: kept }).state);
      view.scrollDOM.scrollTop = 0;
      if (hadSelection) events.selection(null);
    },
    setCodes: (codes) => view.dispatch({ effects: setCodes.of(codes) }),
    setCoders: (coders, acting) => view.dispatch({ effects: setCoders.of(drawnCoders(coders, acting)) }),
    changeAnnotations(change) {
      pending.add(changeAnnotations.of(change));
    },
    setActive(annotation) {
      pending.add(setActive.of(annotation));
      pending.draw();
    },
    setComparison: (comparison) => pending.add(setComparison.of(comparison)),
    select(start, end, { scroll = false, focus = false } = {}) {
      const within = (offset: number): number => Math.max(0, Math.min(view.state.doc.length, offset));
      const span = { start: within(Math.min(start, end)), end: within(Math.max(start, end)) };
      if (scroll) selectSpan(view, span, 'center');
      else view.dispatch({ selection: { anchor: span.start, head: span.end } });
      if (focus) view.focus();
    },
    selection: () => selectedSpan(view.state),
    position: () => topOf(view),
    scrollTo: (offset) => bringToTop(view, offset),
    caret: () => view.state.selection.main.from,
    selectionRect: () => selectionRect(view),
    spanRect: (start, end) => spanRect(view, { start, end }),
    command: (name) => runCommand(view, name),
    setStyle({ textSize, measure }) {
      style.setProperty('--galley-text-size', `${textSize}px`);
      style.setProperty('--galley-measure', String(measure));
      view.requestMeasure();
    },
    focus: () => view.focus(),
    destroy() {
      pending.drop();
      view.destroy();
    },
  };
}
