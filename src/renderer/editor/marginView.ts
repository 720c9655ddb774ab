import type { EditorState } from '@codemirror/state';
import { editorStrings as words } from '#words/window/editor.ts';
import type { Id } from '../../shared/model/records.ts';
import type { Bracket, NameRow } from './marginLayout.ts';
import { nameKey, writeName } from './nameText.ts';
import { codesOf, lightOf } from './readerState.ts';
import type { Same } from './same.ts';
import type { ReaderAnnotation } from './types.ts';
import { isAgreed } from './whose.ts';

/** The side of the text on which a margin stands. */
export type Side = 'start' | 'end';

/** What stands in the margins: the codings of each bracket and name, by its id. */
export type Drawing = ReadonlyMap<Id, Same>;

/** An element that is kept from drawing to drawing, with what it was last drawn from. */
type Drawn = { readonly element: HTMLElement; looks: string };

/** Changes an element only when what it shows has changed. */
function keep(
  drawn: Map<string, Drawn>,
  key: string,
  looks: string,
  make: () => HTMLElement,
  draw: (element: HTMLElement) => void,
): void {
  let known = drawn.get(key);
  if (!known) {
    known = { element: make(), looks: '' };
    drawn.set(key, known);
  }
  if (known.looks === looks) return;
  known.looks = looks;
  draw(known.element);
}

function removeOthers(drawn: Map<string, Drawn>, keys: ReadonlySet<string>): void {
  for (const [key, { element }] of drawn) {
    if (keys.has(key)) continue;
    element.remove();
    drawn.delete(key);
  }
}

function light(state: EditorState, members: readonly ReaderAnnotation[]): string {
  const lights = members.map(({ id }) => lightOf(state, id));
  const light = (['lit', 'usual', 'dim', 'agreed'] as const).find((one) => lights.includes(one)) ?? 'usual';
  return light === 'usual' ? '' : ` ${light}`;
}

/** The elements of the margin: brackets, names and “+N” buttons. They say by `data-annotation` what they belong to. */
export class MarginView {
  readonly dom: HTMLElement;
  readonly #brackets = new Map<string, Drawn>();
  readonly #rows = new Map<string, Drawn>();
  #frame = '';

  readonly #next: 'insetInlineStart' | 'insetInlineEnd';

  /** @param side of the text: its inline end as a rule, its start for one of two coders side by side */
  constructor(side: Side) {
    this.dom = document.createElement('div');
    this.dom.className = `galley-margin ${side}`;
    this.dom.setAttribute('role', 'group');
    this.#next = side === 'end' ? 'insetInlineStart' : 'insetInlineEnd';
    this.name(words.margin);
  }

  /** What a screen reader calls the margin. */
  name(label: string): void {
    if (this.dom.getAttribute('aria-label') !== label) this.dom.setAttribute('aria-label', label);
  }

  #button(className: string): HTMLElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.tabIndex = -1; // reached by Next coding and Previous coding, so that Tab passes a long text in one step
    button.className = className;
    return this.dom.appendChild(button);
  }

  /** Pixels from the scroller's inline start and top, and the size. */
  place(frame: { inlineStart: number; top: number; width: number; height: number }): void {
    const looks = Object.values(frame).join(' ');
    if (looks === this.#frame) return;
    this.#frame = looks;
    const { style } = this.dom;
    style.insetInlineStart = `${frame.inlineStart}px`;
    style.top = `${frame.top}px`;
    style.width = `${frame.width}px`;
    style.height = `${frame.height}px`;
  }

  drawBrackets(state: EditorState, brackets: readonly Bracket[], drawn: Drawing): void {
    const codes = codesOf(state);
    for (const { id, top, bottom, offset } of brackets) {
      const { code: codeId = '', members = [] } = drawn.get(id) ?? {};
      const code = codes.get(codeId);
      const double = isAgreed(state, members) ? ' double' : '';
      const className = `galley-bracket ${code?.pattern ?? 'plain'}${double}${light(state, members)}`;
      const hue = `var(--hue-${code?.hue ?? 1})`;
      keep(
        this.#brackets,
        id,
        `${className} ${hue} ${top} ${bottom} ${offset}`,
        () => this.#bracket(id),
        ({ style, classList }) => {
          classList.value = className;
          style.color = hue;
          style.top = `${top}px`;
          style.height = `${bottom - top}px`;
          style[this.#next] = `${offset}px`;
        },
      );
    }
    removeOthers(this.#brackets, new Set(brackets.map(({ id }) => id)));
  }

  #bracket(id: string): HTMLElement {
    const element = document.createElement('div');
    element.dataset['annotation'] = id;
    element.setAttribute('aria-hidden', 'true'); // its name says the same
    return this.dom.appendChild(element);
  }

  drawRows(state: EditorState, rows: readonly NameRow[], width: number, drawn: Drawing): void {
    const keys = new Set<string>();
    for (const row of rows) {
      const key = `${row.kind} ${row.ids[0] ?? ''}`;
      keys.add(key);
      const members = row.ids.flatMap((id) => drawn.get(id)?.members ?? []);
      if (row.kind === 'name') this.#drawName(state, key, row, width, members);
      else this.#drawMore(state, key, row, width, members);
    }
    removeOthers(this.#rows, keys);
  }

  #put({ style }: HTMLElement, at: number, indent: number, width: number): void {
    style.top = `${at}px`;
    style[this.#next] = `${indent}px`;
    style.maxWidth = `${Math.max(0, width - indent)}px`;
  }

  #drawName(
    state: EditorState,
    key: string,
    { at, indent, ids }: NameRow,
    width: number,
    members: readonly ReaderAnnotation[],
  ): void {
    const code = codesOf(state).get(members[0]?.code ?? '');
    if (!code) return;
    const className = `galley-name${light(state, members)}`;
    keep(
      this.#rows,
      key,
      [className, nameKey(state, code, members), at, indent, width].join(' '),
      () => this.#button(className),
      (element) => {
        element.dataset['annotation'] = ids[0] ?? '';
        element.className = className;
        writeName(element, state, code, members, { hasMemo: members.some(({ memo }) => memo !== '') });
        this.#put(element, at, indent, width);
      },
    );
  }

  #drawMore(
    state: EditorState,
    key: string,
    { at, indent, ids }: NameRow,
    width: number,
    members: readonly ReaderAnnotation[],
  ): void {
    const className = `galley-name galley-more${light(state, members)}`;
    keep(
      this.#rows,
      key,
      [className, at, indent, width, ...ids].join(' '),
      () => this.#button(className),
      (element) => {
        element.dataset['annotations'] = ids.join(' ');
        element.className = className;
        element.title = words.more(ids.length);
        element.setAttribute('aria-label', words.more(ids.length));
        element.textContent = `+${ids.length}`;
        this.#put(element, at, indent, width);
      },
    );
  }
}
