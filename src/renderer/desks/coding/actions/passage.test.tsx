import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, vi } from 'vitest';
import { useRecords } from '../../../state/records.ts';
import { useUi } from '../../../state/ui.ts';
import { it } from '../../../testing/inWindow.ts';
import { openReadOnly } from '../../../testing/readOnly.ts';
import type { TestWindow } from '../../../testing/testWindow.tsx';
import { CodesTab } from '../CodesTab.tsx';
import { passageEntries } from '../passage/passageEntries.tsx';
import { ReaderPanel } from '../reader/ReaderPanel.tsx';
import { codedIn, harbour, pinnedCodes, read, readArticle, selectedWords } from '../testReading.tsx';
import type { Reading } from '../testReading.tsx';

const another = (): Promise<HTMLElement> => screen.findByRole('dialog', { name: 'Choose another code' });
const advice = 'Select a passage first: draw over the text, or press Space for the sentence.';

/** The text, with the first sentence coded as “War”; the coding is chosen, its words are selected. */
async function coded(galley: TestWindow): Promise<Reading> {
  await pinnedCodes(galley, 'War', 'Peace');
  const reading = await read(galley, harbour);
  await galley.press(' 1');
  await reading.codedAs('War: War is peace.');
  await waitFor(() => expect(useUi.getState().activeAnnotation).not.toBeNull());
  return reading;
}

describe('another code for the chosen coding', () => {
  it('is found by F2 and a few letters, without the one it has', async ({ galley }) => {
    const { codedAs, text } = await coded(galley);
    await galley.press('{F2}');
    const picker = await another();
    expect(
      within(picker)
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual([expect.stringContaining('Peace')]);
    await galley.press('{Enter}');
    await codedAs('Peace: War is peace.');
    await waitFor(() => expect(document.activeElement).toBe(text));
    // It counts as used last.
    await galley.press('{Alt>}{ArrowDown}{/Alt}.');
    await codedAs('Peace: War is peace.', 'Peace: War is over.');
  });

  it('can be made by its name, in the same step', async ({ galley }) => {
    const { codedAs } = await coded(galley);
    await galley.press('{F2}');
    await another();
    await galley.press('Doublethink{Enter}');
    await codedAs('Doublethink: War is peace.');
    await galley.press('{Control>}z{/Control}');
    await codedAs('War: War is peace.');
    const { codes } = await galley.client.call('codes.list', {});
    expect(codes.map(({ name }) => name)).toEqual(['War', 'Peace']);
  });

  it('makes no second code of the name that it has', async ({ galley }) => {
    const { codedAs } = await coded(galley);
    await galley.press('{F2}');
    const picker = await another();
    await galley.press('War');
    expect(within(picker).queryByText(/^New code/u)).toBeNull();
    await galley.press('{Enter}{Escape}');
    await codedAs('War: War is peace.');
    expect((await galley.client.call('codes.list', {})).codes).toHaveLength(2);
  });

  it('says which answers had no place in it', async ({ galley }) => {
    const { codedAs, article } = await coded(galley);
    const { codes } = await galley.client.call('codes.list', {});
    const code = codes[0]?.id ?? '';
    const sure = await galley.client.call('variables.create', {
      scope: 'passage',
      code,
      name: 'sure',
      level: 'interval',
    });
    const annotation = useUi.getState().activeAnnotation ?? '';
    await galley.client.call('answers.set', { document: article, annotation, variable: sure.id, value: 2 });
    await galley.press('{F2}');
    await another();
    await galley.press('{Enter}');
    await codedAs('Peace: War is peace.');
    await screen.findByText(/^1 answer of the coding went, because “Peace” does not ask for it\. Ctrl\+Z \(undo\)/u);
  });

  it('is not asked for in a project that can only be read', async ({ galley }) => {
    const [war = ''] = await pinnedCodes(galley, 'War', 'Peace');
    const article = await galley.newArticle('one', harbour);
    await galley.newCoding(article, 'War is peace.', war);
    await openReadOnly(galley);
    await readArticle(galley, article);
    await galley.press('{F8}{F2}');
    expect(useUi.getState().activeAnnotation).not.toBeNull();
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('typing where nothing is selected', () => {
  it('says what to do first', async ({ galley }) => {
    await pinnedCodes(galley, 'War');
    const { coded: codings } = await read(galley, harbour);
    await galley.press('w');
    await screen.findByText(advice);
    await galley.press('1');
    expect(screen.getAllByText(advice)).toHaveLength(1);
    expect(await codings()).toEqual([]);
  });

  it('offers to change the code of the coding that is chosen', async ({ galley }) => {
    const { codedAs } = await coded(galley);
    await galley.press('{Escape}2');
    expect(selectedWords()).toBeNull();
    await screen.findByText(advice);
    await galley.pressButton(/^Make “.*War is peace.*” “Peace”$/u);
    await codedAs('Peace: War is peace.');
  });

  it('is told of a click on a code until one was applied', async ({ galley }) => {
    await pinnedCodes(galley, 'War');
    const { codedAs, text } = await read(
      galley,
      harbour,
      <>
        <ReaderPanel />
        <CodesTab />
      </>,
    );
    await galley.user.click(await screen.findByText('War'));
    await screen.findByText(advice);
    await galley.pressButton('Dismiss');
    await galley.tabTo(text);
    await galley.press(' 1');
    await codedAs('War: War is peace.');
    act(() => useUi.setState({ activeAnnotation: null, selection: null }));
    await galley.user.click(screen.getByRole('row', { name: /War/u }));
    expect(screen.queryByText(advice)).toBeNull();
  });
});

describe('the menu of the text', () => {
  /** What the menu lists for a coding, and what of it can be done now. */
  const entries = (coding: string | null): string[] =>
    passageEntries(coding).flatMap((entry) => (entry && entry.isDisabled !== true ? [entry.label] : []));

  it('has at the caret what selects, at a passage what codes it, and at a coding what changes it', async ({
    galley,
  }) => {
    await pinnedCodes(galley, 'War', 'Peace');
    const { codedAs } = await read(galley, harbour);
    expect(entries(null)).toEqual(['Select the sentence', 'Select the paragraph', 'Find in text']);
    await galley.press(' ');
    expect(entries(null)).toEqual(['Apply a code…', 'Make a code of the selected words', 'Copy with its source']);
    await galley.press('2');
    await codedAs('Peace: War is peace.');
    await waitFor(() => expect(useUi.getState().activeAnnotation).not.toBeNull());
    const coding = useUi.getState().activeAnnotation;
    expect(entries(coding)).toEqual([
      'Apply a code…',
      'Apply “Peace”',
      'Make a code of the selected words',
      'Change the code “Peace”…',
      'Memo on the coding',
      'Link the coding…',
      'Take the selection as an example',
      'Start one word earlier',
      'Start one word later',
      'End one word earlier',
      'End one word later',
      'Copy with its source',
      'Remove the coding',
    ]);
    const apply = passageEntries(coding).find((entry) => entry?.label === 'Apply “Peace”');
    await galley.press('{Alt>}{ArrowDown}{/Alt}');
    apply?.run();
    await codedAs('Peace: War is peace.', 'Peace: War is over.');
  });

  it('has in a project that can only be read what changes nothing', async ({ galley }) => {
    const [war = ''] = await pinnedCodes(galley, 'War');
    const article = await galley.newArticle('one', harbour);
    const coding = await galley.newCoding(article, 'War is peace.', war);
    await openReadOnly(galley);
    await readArticle(galley, article);
    await galley.press('{F8}');
    expect(entries(coding)).toEqual(['Memo on the coding', 'Copy with its source']);
  });
});

describe('copying with its source', () => {
  it('says what article the words are of, and where they stand there', async ({ galley }) => {
    const written = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    const { article } = await coded(galley);
    await galley.client.call('documents.setFact', { document: article, variable: 'site', value: 'Coast Wire' });
    await galley.client.call('documents.setFact', { document: article, variable: 'date', value: '2024-03-14' });
    await waitFor(() => expect(useRecords.getState().open?.facts).toHaveLength(2));
    await galley.press('{Alt>}{ArrowDown}{/Alt}{Control>}{Shift>}c{/Shift}{/Control}');
    await waitFor(() => expect(written).toHaveBeenCalled());
    expect(written.mock.lastCall?.[0]).toBe('“War is over.” (one, Coast Wire, 14 March 2024, characters 14–26)');
    await screen.findByText('Copied with its source.');
  });
});

describe('the ends of the chosen coding', () => {
  it('go to what is selected by Alt+S', async ({ galley }) => {
    const { codedAs, article } = await coded(galley);
    await galley.press('{Alt>}{Shift>}{ArrowDown}{/Shift}{/Alt}{Alt>}s{/Alt}');
    await codedAs('War: War is peace. War is over.');
    expect(await codedIn(galley, article)).toHaveLength(1);
  });
});
