/**
 * The least that a reader of texts has to do: on a click fetch a text and show it in CodeMirror, in the same face and
 * measure as the program, with nothing coded. `?width=…&line=…&height=…` in pixels: the scroller, the text, the height.
 */
import '../../../src/renderer/styles/base.css';
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

const wanted = new URLSearchParams(location.search);
const parent = document.querySelector<HTMLElement>('#editor');
if (!parent) throw new Error('the page has no place for the editor');
parent.style.width = `${wanted.get('width') ?? ''}px`;
parent.style.height = `${wanted.get('height') ?? ''}px`;

const extensions = [
  EditorState.readOnly.of(true),
  EditorState.lineSeparator.of('\n'),
  EditorView.lineWrapping,
  EditorView.theme({
    '&': { height: '100%' },
    '.cm-scroller': { fontFamily: 'var(--font-text)', lineHeight: 'var(--leading-text)', overflowX: 'hidden' },
    '.cm-content': {
      flex: '0 0 auto',
      fontSize: 'var(--font-size-text)',
      width: `${wanted.get('line') ?? ''}px`,
      padding: 'var(--space-6) 0 40vh',
    },
    '.cm-line': { padding: '0' },
  }),
];
const view = new EditorView({ parent, state: EditorState.create({ doc: '', extensions }) });

for (const name of ['large', 'small']) {
  document.getElementById(name)?.addEventListener('click', () => {
    void fetch(`/${name}`)
      .then((answer) => answer.text())
      .then((doc) => {
        view.setState(EditorState.create({ doc, extensions }));
        view.scrollDOM.scrollTop = 0;
      });
  });
}
