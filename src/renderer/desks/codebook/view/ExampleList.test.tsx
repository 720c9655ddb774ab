import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import type { Id } from '../../../../shared/model/records.ts';
import { useRecords } from '../../../state/records.ts';
import { useUi } from '../../../state/ui.ts';
import { it } from '../../../testing/inWindow.ts';
import type { TestWindow } from '../../../testing/testWindow.tsx';
import { steps } from '../testDesk.ts';
import { ExampleList } from './ExampleList.tsx';

function Examples({ of }: { of: Id }) {
  const code = useRecords((state) => state.codes.get(of));
  return code && <ExampleList code={code} readOnly={false} />;
}

/** Shows the examples of a new code, these words among them. */
async function showExamples(galley: TestWindow, ...words: string[]): Promise<Id> {
  const code = await galley.newCode('Claims');
  for (const quote of words) await galley.client.call('examples.create', { code, quote });
  galley.show(<Examples of={code} />);
  await screen.findByRole('textbox', { name: 'New example' });
  return code;
}

const quotes = async ({ client }: TestWindow): Promise<string[]> =>
  (await client.call('examples.list', {})).toSorted((a, b) => a.position - b.position).map(({ quote }) => quote);
const listed = (): (string | null)[] =>
  within(screen.getByRole('list', { name: 'Examples' }))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);
const example = (words: string): HTMLElement => screen.getByRole('button', { name: `Change the example “${words}”` });

describe('examples of a code', () => {
  it('are written one after the other, by Enter or by the button, and undone one by one', async ({ galley }) => {
    await showExamples(galley);
    screen.getByText('No examples yet. Write one, or take a passage while reading.');
    const add = screen.getByRole('button', { name: 'Add example' });
    expect(add).toHaveProperty('disabled', true);
    await galley.fill('New example', '   ');
    await galley.press('{Enter}');
    expect(add).toHaveProperty('disabled', true);
    await galley.fill('New example', ' هذا كذلك. ');
    await galley.press('{Enter}');
    await waitFor(() => expect(listed()).toEqual(['هذا كذلك.']));
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'New example' });
    await waitFor(() => expect(field.value).toBe(''));
    await waitFor(() => expect(document.activeElement).toBe(field));
    await galley.press('It is so.');
    await galley.pressButton('Add example');
    await waitFor(() => expect(listed()).toEqual(['هذا كذلك.', 'It is so.']));
    expect(await quotes(galley)).toEqual(['هذا كذلك.', 'It is so.']);
    await galley.client.call('history.undo', {});
    await waitFor(() => expect(listed()).toEqual(['هذا كذلك.']));
  });

  it('are those of this code alone', async ({ galley }) => {
    const other = await galley.newCode('Other');
    await galley.client.call('examples.create', { code: other, quote: 'Not here.' });
    await showExamples(galley, 'Here.');
    expect(listed()).toEqual(['Here.']);
  });
});

describe('an example in words of one’s own', () => {
  it('opens to be changed; Enter saves it, and the focus is on it again', async ({ galley }) => {
    await showExamples(galley, 'It is so.');
    await galley.tabTo(example('It is so.'));
    await galley.press('{Enter}');
    const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Words of the example' });
    await waitFor(() => expect(document.activeElement).toBe(field));
    await galley.user.clear(field);
    await galley.press('So{Shift>}{Enter}{/Shift}it is. {Enter}');
    await waitFor(async () => expect(await quotes(galley)).toEqual(['So\nit is.']));
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('button', { name: /^Change the example/u })),
    );
  });

  it('stays as it was on Escape, and when nothing is left of it', async ({ galley }) => {
    await showExamples(galley, 'It is so.');
    const before = await steps(galley);
    await galley.tabTo(example('It is so.'));
    await galley.press('{Enter}!!!{Escape}');
    await waitFor(() => expect(document.activeElement).toBe(example('It is so.')));
    await galley.press('{Enter}');
    await galley.user.clear(screen.getByRole('textbox', { name: 'Words of the example' }));
    await galley.press(' {Enter}');
    await waitFor(() => expect(document.activeElement).toBe(example('It is so.')));
    expect(await steps(galley)).toBe(before);
  });

  it('is saved when it is left by Tab', async ({ galley }) => {
    await showExamples(galley, 'It is so');
    await galley.tabTo(example('It is so'));
    await galley.press('{Enter}');
    await galley.press('{End}.{Tab}');
    await waitFor(async () => expect(await quotes(galley)).toEqual(['It is so.']));
  });

  it('is removed by its button, and the focus stays in the list', async ({ galley }) => {
    await showExamples(galley, 'One.', 'Two.', 'Three.');
    await galley.pressButton('Remove the example Two.');
    await waitFor(() => expect(listed()).toEqual(['One.', 'Three.']));
    expect(await quotes(galley)).toEqual(['One.', 'Three.']);
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Remove the example Three.' })),
    );
    await galley.press('{Enter}');
    await waitFor(() => expect(listed()).toEqual(['One.']));
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('button', { name: /^Remove the example/u })),
    );
    await galley.press('{Enter}');
    await screen.findByText(/^No examples yet\./u);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'New example' })));
    await galley.client.call('history.undo', {});
    await waitFor(() => expect(listed()).toEqual(['One.']));
  });
});

describe('an example from an article', () => {
  it('opens there, and keeps its words as the text has them', async ({ galley }) => {
    const article = await galley.newArticle('one', 'First. قال نعم. Third.\n');
    const code = await showExamples(galley);
    const anchor = { document: article, start: 7, end: 15 };
    await galley.client.call('examples.create', { code, anchor });
    const name = 'Show in the text: قال نعم.';
    await screen.findByRole('button', { name });
    expect(screen.queryByRole('button', { name: /^Change the example/u })).toBeNull();
    await galley.pressButton(name);
    await waitFor(() => expect(useRecords.getState().open?.document.id).toBe(article));
    expect(useUi.getState().view).toBe('code');
  });
});
