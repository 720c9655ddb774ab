import type { EditorState } from '@codemirror/state';
import { editorStrings as words } from '#words/window/editor.ts';
import { annotationTitle } from './spoken.ts';
import type { ReaderAnnotation, ReaderCode } from './types.ts';
import { marksOf, namesOf } from './whose.ts';
import type { Mark } from './whose.ts';

function markText({ text, isActive }: Mark): HTMLElement {
  const mark = document.createElement('bdi');
  mark.textContent = text;
  if (isActive) mark.className = 'active';
  return mark;
}

function aside(className: string, ...content: (Node | string)[]): HTMLElement {
  const element = document.createElement('span');
  element.className = className;
  element.append(' · ', ...content);
  return element;
}

/** A name in its own direction, so that it is cut at its end on either side of the text; whose it is, is not cut. */
function nameText(name: string, marks: readonly Mark[], hasMemo: boolean): HTMLElement {
  const text = document.createElement('span');
  text.className = 'galley-name-text';
  text.dir = 'auto';
  const memo = hasMemo ? [aside('galley-memo', words.memo)] : [];
  if (marks.length === 0) {
    text.append(name, ...memo);
    return text;
  }
  const code = document.createElement('span');
  code.className = 'galley-name-code';
  code.append(name);
  text.classList.add('with-whose');
  const whose = marks.flatMap((mark, at) => (at === 0 ? [markText(mark)] : [' ', markText(mark)]));
  text.append(code, aside('galley-whose', ...whose), ...memo);
  return text;
}

/**
 * Writes the name of codings that are drawn as one on a button, with whose they are. Who listens is told the coders' names
 * after what stands there.
 */
export function writeName(
  button: HTMLElement,
  state: EditorState,
  { name, hue }: ReaderCode,
  members: readonly ReaderAnnotation[],
  { hasMemo }: { hasMemo: boolean },
): void {
  const marks = marksOf(state, members);
  button.title = annotationTitle(state, members);
  button.style.color = `var(--hue-${hue})`;
  button.replaceChildren(nameText(name, marks, hasMemo));
  if (marks.length === 0) button.removeAttribute('aria-label');
  else button.setAttribute('aria-label', words.nameWhose(button.textContent, namesOf(state, members)));
}

/** Equal for names that are written just so. */
export function nameKey(state: EditorState, { name, hue }: ReaderCode, members: readonly ReaderAnnotation[]): string {
  const marks = marksOf(state, members).map(({ text, isActive }) => `${text}${isActive ? '*' : ''}`);
  return [name, hue, annotationTitle(state, members), ...marks].join('\n');
}
