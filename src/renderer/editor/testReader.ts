import { configure, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { UserEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { Mocked } from 'vitest';
import { createReader } from './reader.ts';
import type { Reader } from './reader.ts';
import { layOutOnGrid } from './testGrid.ts';
import type { ReaderAnnotation, ReaderCode, ReaderCoder, ReaderContent, ReaderEvents } from './types.ts';

// Without the whole page, which fills screens.
configure({ getElementError: (message) => new Error(message ?? 'not found') });

/** A reader on a page of its own, without program and project, and what it reported. */
export type TestReader = Reader & {
  /** What it is told is remembered here. */
  heard: Mocked<ReaderEvents>;
  /** The text itself, which takes the keys. */
  text: HTMLElement;
  user: UserEvent;
  /** Presses keys, as `user-event` writes them. */
  press(keys: string): Promise<void>;
  /** What is selected, in words; null when nothing is. */
  quote(): string | null;
  /** Selects the first passage that reads so, with the focus in the text. */
  pick(passage: string): void;
  /** The names in a margin from above, `+N` among them. */
  names(margin?: string): string[];
  /** Pieces of text that stand on a tint, with its CSS. */
  tinted(): { words: string; style: string }[];
};

export type Given = Partial<Omit<ReaderContent, 'text' | 'annotations'>> & {
  codings?: readonly ReaderAnnotation[];
  readOnly?: boolean;
  /** The coder who acts. */
  acting?: string;
};

export const codes: ReadonlyMap<string, ReaderCode> = new Map(
  (
    [
      { id: 'war', name: 'War', path: 'Conflict / War', hue: 1, pattern: 'plain' },
      { id: 'peace', name: 'Peace', path: 'Peace', hue: 5, pattern: 'striped' },
      { id: 'salam', name: 'سلام', path: 'سلام', hue: 9, pattern: 'plain' },
    ] as const
  ).map((code) => [code.id, code]),
);

/** Coders by the ids that tests name: people, and the agreed version. */
export function codersNamed(names: Readonly<Record<string, string>>): ReadonlyMap<string, ReaderCoder> {
  return new Map(
    Object.entries(names).map(([id, name]) => [id, { id, name, kind: id === 'agreed' ? 'agreed' : 'person' }]),
  );
}

export const coders = codersNamed({
  ada: 'Ada',
  ben: 'Ben',
  noor: 'Noor Saleh',
  layla: 'ليلى حداد',
  wang: '王小明',
  agreed: 'Agreed version',
});

/** Codings of passages by id: `{ a: ['War is over', 'war'] }`; Ada's and without a memo, unless more is said. */
export function codingsOf(
  text: string,
  passages: Readonly<Record<string, readonly [passage: string, code: string, more?: Partial<ReaderAnnotation>]>>,
): ReaderAnnotation[] {
  return Object.entries(passages).map(([id, [passage, code, more]]) => {
    const start = text.indexOf(passage);
    if (start < 0) throw new Error(`the text does not say “${passage}”`);
    return { id, code, coder: 'ada', start, end: start + passage.length, memo: '', ...more };
  });
}

/** What the margin is called while no two coders stand side by side. */
const beside = 'Codings beside the text';

function contentOf(text: string, { codings = [], readOnly: _, acting: __, ...more }: Given): ReaderContent {
  return { text, language: 'en', direction: 'ltr', annotations: codings, label: '', ...more };
}

function newReader(host: HTMLElement, text: string, given: Given): TestReader {
  const heard = {
    selection: vi.fn<ReaderEvents['selection']>(),
    activate: vi.fn<ReaderEvents['activate']>(),
    openPicker: vi.fn<ReaderEvents['openPicker']>(),
    digit: vi.fn<ReaderEvents['digit']>(),
    unselected: vi.fn<ReaderEvents['unselected']>(),
    pointed: vi.fn<ReaderEvents['pointed']>(),
    menu: vi.fn<ReaderEvents['menu']>(),
    dropCode: vi.fn<ReaderEvents['dropCode']>(),
    resize: vi.fn<ReaderEvents['resize']>(),
  };
  const reader = createReader(host, heard, { readOnly: given.readOnly ?? false });
  // What browsers make of an overflow that is set for one direction alone.
  host.querySelector<HTMLElement>('.cm-scroller')?.style.setProperty('overflow-y', 'auto');
  reader.setCodes(codes);
  reader.setCoders(coders, given.acting ?? null);
  reader.setContent(contentOf(text, given));
  const user = userEvent.setup();
  const { getByRole } = within(host);
  return {
    ...reader,
    heard,
    text: getByRole('textbox', { name: 'Article text' }),
    user,
    press: (keys) => user.keyboard(keys),
    quote() {
      const span = reader.selection();
      return span && text.slice(span.start, span.end);
    },
    pick(passage) {
      const start = text.indexOf(passage);
      reader.select(start, start + passage.length, { focus: true });
    },
    names(margin = beside) {
      reader.position(); // measures, and draws what hangs on it
      const names = within(getByRole('group', { name: margin })).queryAllByRole('button');
      return names
        .sort((a, b) => parseFloat(a.style.top) - parseFloat(b.style.top))
        .map(({ textContent }) => textContent);
    },
    tinted: () =>
      // Tints say nothing to a screen reader, so that there is no role to ask for.
      [...host.querySelectorAll('.galley-tint')].map((tint) => ({
        words: tint.textContent,
        style: tint.getAttribute('style') ?? '',
      })),
  };
}

type Fixtures = {
  /** Opens a reader on a text, laid out on the grid. */
  open: (text: string, given?: Given) => TestReader;
};

/** A test of readers. What they tell on the console (an exception in a part of the editor, say) fails it. */
export const it = test.extend<Fixtures>({
  // Vitest reads from the pattern which fixtures one needs: none.
  // eslint-disable-next-line no-empty-pattern
  open: async ({}, lend) => {
    document.body.replaceChildren();
    const complaint = vi.spyOn(console, 'error');
    layOutOnGrid();
    const readers: Reader[] = [];
    await lend((text, given = {}) => {
      const host = document.body.appendChild(document.createElement('main'));
      const reader = newReader(host, text, given);
      readers.push(reader);
      return reader;
    });
    for (const reader of readers) reader.destroy();
    document.body.replaceChildren();
    const heard = complaint.mock.calls;
    vi.useRealTimers();
    vi.restoreAllMocks();
    expect(heard).toEqual([]);
  },
});

/** Lets the clock stand but for what a test lets pass; what is waited for by `await` goes on as usual. */
export function holdClock(): void {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
}

/** What a screen reader is told: the newest words of the reader's live region. */
export function said(): string {
  return screen.queryAllByText(/./u, { selector: '[aria-live] *' }).at(-1)?.textContent ?? '';
}
