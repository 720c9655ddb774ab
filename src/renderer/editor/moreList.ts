import type { EditorView } from '@codemirror/view';
import { editorStrings as words } from '#words/window/editor.ts';
import type { Id } from '../../shared/model/records.ts';
import { writeName } from './nameText.ts';
import { activate, annotationsOf, codesOf, hover } from './readerState.ts';
import { nextOfSame, sameAs } from './same.ts';

function itemFor(view: EditorView, id: Id, close: () => void): HTMLElement | null {
  const annotation = annotationsOf(view.state).get(id);
  const code = annotation && codesOf(view.state).get(annotation.code);
  if (!annotation || !code) return null;
  const { members } = sameAs(view.state, annotation);
  const item = document.createElement('button');
  item.type = 'button';
  item.className = 'galley-more-item';
  writeName(item, view.state, code, members, { hasMemo: false });
  item.addEventListener('pointerenter', () => hover(view, id));
  item.addEventListener('focus', () => hover(view, id));
  item.addEventListener('click', () => {
    close();
    activate(view, nextOfSame(view.state, id));
    view.focus();
  });
  return item;
}

/** Lists the codings that a “+N” stands for, beside it. A choice, Escape, scrolling or a click elsewhere closes it. */
export function showMore(view: EditorView, anchor: HTMLElement, ids: readonly Id[]): void {
  const list = document.createElement('div');
  list.className = 'galley-more-list';
  list.setAttribute('role', 'group');
  list.setAttribute('aria-label', words.more(ids.length));
  const ending = new AbortController();
  const close = (): void => {
    ending.abort();
    list.remove();
    hover(view, null);
  };
  list.append(...ids.flatMap((id) => itemFor(view, id, close) ?? []));
  list.addEventListener('keydown', (event) => {
    if (!/^F\d+$/.test(event.key)) event.stopPropagation(); // its keys are not keys of the text
    if (event.key === 'Escape') {
      close();
      view.focus();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const items = [...list.querySelectorAll('button')];
      const at = items.findIndex((item) => item === document.activeElement);
      items.at((at + (event.key === 'ArrowDown' ? 1 : -1)) % items.length)?.focus();
    }
  });
  const elsewhere = (event: Event): void => {
    if (!(event.target instanceof Node && list.contains(event.target))) close();
  };
  document.addEventListener('pointerdown', elsewhere, { signal: ending.signal, capture: true });
  view.scrollDOM.addEventListener('scroll', close, { signal: ending.signal });
  view.dom.appendChild(list);
  const frame = view.dom.getBoundingClientRect();
  const place = anchor.getBoundingClientRect();
  list.style.left = `${Math.max(4, Math.min(place.left - frame.left, frame.width - list.offsetWidth - 4))}px`;
  list.style.top = `${Math.max(4, Math.min(place.top - frame.top, frame.height - list.offsetHeight - 4))}px`;
  list.querySelector('button')?.focus();
}
