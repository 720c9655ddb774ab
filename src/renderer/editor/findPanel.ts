import {
  SearchQuery,
  closeSearchPanel,
  findNext,
  findPrevious,
  getSearchQuery,
  search,
  setSearchQuery,
} from '@codemirror/search';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { Panel, ViewUpdate } from '@codemirror/view';
import { editorStrings as words } from '#words/window/editor.ts';
import { countMatches } from './matchCount.ts';
import type { MatchCount } from './matchCount.ts';

type Switch = 'caseSensitive' | 'wholeWord' | 'regexp';

function button(sign: string, name: string, act: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = 'galley-find-button';
  element.textContent = sign;
  element.title = name;
  element.setAttribute('aria-label', name);
  element.addEventListener('click', act);
  return element;
}

/** The line above the text that finds words in it. Nothing can be replaced. */
class FindPanel implements Panel {
  readonly dom = document.createElement('div');
  readonly top = true;
  readonly #view: EditorView;
  readonly #field = document.createElement('input');
  readonly #count = document.createElement('output');
  readonly #switches: Record<Switch, HTMLButtonElement>;
  #matches: MatchCount = { starts: [], complete: true };
  #stop: () => void = () => undefined;

  constructor(view: EditorView) {
    this.#view = view;
    this.dom.className = 'galley-find';
    this.dom.setAttribute('role', 'search');
    this.#field.type = 'search';
    this.#field.className = 'galley-find-field';
    this.#field.placeholder = words.find;
    this.#field.setAttribute('aria-label', words.find);
    this.#field.setAttribute('main-field', 'true'); // CodeMirror focuses it when the panel is asked for again
    this.#field.spellcheck = false;
    this.#count.className = 'galley-find-count';
    this.#switches = {
      caseSensitive: this.#toggle('Aa', words.matchCase, 'caseSensitive'),
      wholeWord: this.#toggle('“ ”', words.wholeWord, 'wholeWord'),
      regexp: this.#toggle('.*', words.regularExpression, 'regexp'),
    };
    this.dom.append(
      this.#field,
      this.#count,
      ...Object.values(this.#switches),
      button('↑', words.findPrevious, () => findPrevious(view)),
      button('↓', words.findNext, () => findNext(view)),
      button('×', words.close, () => this.#close()),
    );
    this.#field.addEventListener('input', () => this.#changed({}));
    this.dom.addEventListener('keydown', (event) => this.#key(event));
    this.#show(getSearchQuery(view.state));
  }

  mount(): void {
    this.#field.focus(); // some browsers do it when all is selected, others do not
    this.#field.select();
  }

  update({ transactions, selectionSet }: ViewUpdate): void {
    for (const effect of transactions.flatMap(({ effects }) => effects)) {
      if (effect.is(setSearchQuery)) this.#show(effect.value);
    }
    if (selectionSet) this.#showCount();
  }

  destroy(): void {
    this.#stop();
  }

  #toggle(sign: string, name: string, option: Switch): HTMLButtonElement {
    return button(sign, name, () => this.#changed({ [option]: !getSearchQuery(this.#view.state)[option] }));
  }

  #close(): void {
    closeSearchPanel(this.#view);
    this.#view.focus();
  }

  #changed(options: Partial<Record<Switch, boolean>>): void {
    const now = getSearchQuery(this.#view.state);
    const { caseSensitive = now.caseSensitive, wholeWord = now.wholeWord, regexp = now.regexp } = options;
    const query = new SearchQuery({ search: this.#field.value, caseSensitive, wholeWord, regexp, literal: !regexp });
    this.#view.dispatch({ effects: setSearchQuery.of(query) });
  }

  #show(query: SearchQuery): void {
    if (this.#field.value !== query.search) this.#field.value = query.search;
    for (const option of ['caseSensitive', 'wholeWord', 'regexp'] as const) {
      this.#switches[option].setAttribute('aria-pressed', String(query[option]));
    }
    this.#stop();
    this.#matches = { starts: [], complete: true };
    this.#count.textContent = query.search !== '' && !query.valid ? words.badExpression : '';
    if (!query.valid) return;
    this.#stop = countMatches(this.#view.state, query, (matches) => {
      this.#matches = matches;
      this.#showCount();
    });
  }

  #showCount(): void {
    const query = getSearchQuery(this.#view.state);
    if (!query.valid) return;
    const { starts, complete } = this.#matches;
    const { from, empty } = this.#view.state.selection.main;
    const at = empty ? -1 : starts.indexOf(from);
    this.#count.textContent =
      starts.length === 0 && complete
        ? words.noMatch
        : words.matches(at === -1 ? null : at + 1, starts.length, complete);
  }

  #key(event: KeyboardEvent): void {
    if (event.key === 'Enter' && event.target === this.#field) {
      event.preventDefault();
      if (event.shiftKey) findPrevious(this.#view);
      else findNext(this.#view);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      this.#close();
    }
    // Keys of the field are not keys of the reader; only those of the whole window go on.
    const ofWindow = /^F\d+$/.test(event.key) || ((event.ctrlKey || event.metaKey) && /^[fk]$/i.test(event.key));
    if (!ofWindow) event.stopPropagation();
  }
}

export const finding: Extension = search({
  top: true,
  // A selection is sought as it stands, also where it has a backslash.
  literal: true,
  createPanel: (view) => new FindPanel(view),
  scrollToMatch: (range) => EditorView.scrollIntoView(range, { y: 'center' }),
});
