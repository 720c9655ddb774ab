import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { describe, expect } from 'vitest';
import { buildCodeTree } from '../../../shared/model/codeTree.ts';
import type { Id } from '../../../shared/model/records.ts';
import { codeActs } from '../../actions/codeActs.ts';
import { useRecords } from '../../state/records.ts';
import { it } from '../../testing/inWindow.ts';
import type { TestWindow } from '../../testing/testWindow.tsx';
import { CodeFinder } from './CodeFinder.tsx';
import { indexCodes } from './rankCodes.ts';

type FinderProps = { recent?: readonly Id[]; canMake?: boolean; initial?: string };

const none: readonly Id[] = [];

/** A finder over the project's codes, which says under itself what was picked. */
function Finder({ recent = none, canMake = false, initial = '' }: FinderProps) {
  const codes = useRecords((state) => state.codes);
  const index = useMemo(() => indexCodes(buildCodeTree([...codes.values()]), ({ archived }) => !archived), [codes]);
  const [told, setTold] = useState('nothing yet');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <>
      <CodeFinder
        ref={field}
        index={index}
        initial={initial}
        recent={recent}
        onPick={(code) => setTold(`picked ${codes.get(code)?.name ?? ''}`)}
        {...(canMake && { onCreate: (name, parent) => void codeActs.create(name, parent?.id ?? null) })}
        onLeave={() => setTold('left')}
      />
      <output aria-label="Told">{told}</output>
    </>
  );
}

const field = (): HTMLInputElement => screen.getByRole<HTMLInputElement>('combobox', { name: 'Code' });
const options = (): (string | null)[] => screen.queryAllByRole('option').map(({ textContent }) => textContent);
/** The option that the field points at, as a screen reader hears of it. */
const marked = (): string | null | undefined =>
  document.getElementById(field().getAttribute('aria-activedescendant') ?? '')?.textContent;
const told = (): string | null => screen.getByRole('status', { name: 'Told' }).textContent;

async function frames(galley: TestWindow) {
  const above = await galley.newCode('Frames');
  const conflict = await galley.newCode('Conflict', above);
  const economy = await galley.newCode('Economy', above);
  await galley.client.call('codes.update', { code: economy, key: '4' });
  const arabic = await galley.newCode('الصراع');
  return { above, conflict, economy, arabic };
}

describe('finding a code', () => {
  it('shows codes used lately, then the pinned, then the others, and says how many', async ({ galley }) => {
    const { arabic } = await frames(galley);
    galley.show(<Finder recent={[arabic]} />);
    await waitFor(() => expect(options()).toHaveLength(4));
    // The marked one shows the key that takes it, a pinned one its digit.
    expect(options()).toEqual(['الصراع↵', 'Frames / Economy4', 'Frames', 'Frames / Conflict']);
    screen.getByText('4 codes');
  });

  it('keeps the focus in the field while arrows go round and pages stop at the ends', async ({ galley }) => {
    for (let at = 1; at <= 12; at += 1) await galley.newCode(`Theme ${at}`);
    galley.show(<Finder />);
    await waitFor(() => expect(options()).toHaveLength(12));
    await galley.press('{ArrowUp}');
    expect(marked()).toBe('Theme 12↵');
    await galley.press('{ArrowDown}');
    expect(marked()).toBe('Theme 1↵');
    // Eight rows a page: the ninth, then the last.
    await galley.press('{PageDown}');
    expect(marked()).toBe('Theme 9↵');
    await galley.press('{PageDown}');
    expect(marked()).toBe('Theme 12↵');
    await galley.press('{PageUp}{PageUp}');
    expect(marked()).toBe('Theme 1↵');
    await waitFor(() => expect(document.activeElement).toBe(field()));
    expect(screen.getAllByRole('option', { selected: true })).toHaveLength(1);
  });

  it('takes by Enter what is marked; typing marks the first again', async ({ galley }) => {
    await frames(galley);
    galley.show(<Finder />);
    await waitFor(() => expect(options()).toHaveLength(4));
    await galley.press('{ArrowDown}{ArrowDown}conf');
    expect(marked()).toBe('Frames / Conflict↵');
    const hit = within(screen.getByRole('option', { selected: true })).getByText('Conf');
    expect(hit.tagName).toBe('MARK');
    await galley.press('{Enter}');
    expect(told()).toBe('picked Conflict');
  });

  it('finds by letters of any script and by a digit, and begins with what it was opened with', async ({ galley }) => {
    await frames(galley);
    galley.show(<Finder initial="4" />);
    await waitFor(() => expect(marked()).toBe('Frames / Economy4↵'));
    await galley.user.clear(field());
    await galley.press('صرا{Enter}');
    expect(told()).toBe('picked الصراع');
  });

  it('lists thirty of many codes, and says how many more there are', async ({ galley }) => {
    for (let at = 1; at <= 41; at += 1) await galley.newCode(`Theme ${at}`);
    galley.show(<Finder />);
    await waitFor(() => expect(options()).toHaveLength(30));
    screen.getByText('11 more: type to find them');
    await galley.press('theme 41');
    await waitFor(() => expect(marked()).toBe('Theme 41↵'));
    expect(screen.queryByText(/more: type/u)).toBeNull();
  });

  it('says that nothing matches, or that there are no codes, and takes nothing then', async ({ galley }) => {
    galley.show(<Finder />);
    screen.getByText('No codes yet. Type a name to make one.');
    expect(field().getAttribute('aria-expanded')).toBe('false');
    await galley.newCode('War');
    await waitFor(() => expect(options()).toEqual(['War↵']));
    await galley.press('zebra{Enter}{ArrowDown}');
    screen.getByText('No code matches.');
    screen.getByText('0 codes');
    expect(told()).toBe('nothing yet');
  });

  it('is left by Escape and by Tab', async ({ galley }) => {
    galley.show(<Finder />);
    await galley.press('{Escape}');
    expect(told()).toBe('left');
    await waitFor(() => expect(document.activeElement).toBe(field()));
  });

  it('offers no archived code, but those below it, with their whole path', async ({ galley }) => {
    const { above } = await frames(galley);
    await galley.client.call('codes.update', { code: above, archived: true });
    galley.show(<Finder />);
    await galley.press('frames');
    await waitFor(() => expect(options()).toHaveLength(2));
    screen.getByRole('option', { name: /^Frames ?\/ ?Conflict/u });
    screen.getByRole('option', { name: /^Frames ?\/ ?Economy/u });
  });

  it('takes by a click, and marks what the pointer moves over', async ({ galley }) => {
    await frames(galley);
    galley.show(<Finder />);
    const [, , conflict] = await screen.findAllByRole('option');
    if (!conflict) throw new Error('there are too few codes');
    // Economy has a digit and comes first, then the order of the tree.
    expect(conflict.textContent).toBe('Frames / Conflict');
    const passOver = new MouseEvent('pointermove', { bubbles: true });
    Object.defineProperty(passOver, 'movementX', { value: 3 });
    fireEvent(conflict, passOver);
    expect(marked()).toBe('Frames / Conflict↵');
    await galley.user.click(conflict);
    expect(told()).toBe('picked Conflict');
    await waitFor(() => expect(document.activeElement).toBe(field()));
  });
});

describe('making a code from the finder', () => {
  const paths = async ({ client }: TestWindow): Promise<string[]> => {
    const { codes } = await client.call('codes.list', {});
    return [...buildCodeTree(codes).nodes.values()].map(({ path }) => path);
  };

  it('makes it at the top level by Enter where nothing else is found', async ({ galley }) => {
    galley.show(<Finder canMake />);
    await galley.press('War');
    expect(options()).toEqual(['New code “War”Ctrl ↵']);
    await galley.press('{Enter}');
    await waitFor(async () => expect(await paths(galley)).toEqual(['War']));
    await galley.client.call('history.undo', {});
    expect(await paths(galley)).toEqual([]);
  });

  it('makes it under the code that its path names by Ctrl+Enter, whatever is marked', async ({ galley }) => {
    await frames(galley);
    galley.show(<Finder canMake />);
    await galley.press('frames / Eco');
    await waitFor(() => expect(marked()).toBe('Frames / Economy4↵'));
    expect(options().at(-1)).toBe('New code “Eco” under FramesCtrl ↵');
    await galley.press('{Control>}{Enter}{/Control}');
    await waitFor(async () => expect(await paths(galley)).toContain('Frames / Eco'));
    expect(told()).toBe('nothing yet');
  });

  it('makes none that exists, and none where it only finds', async ({ galley }) => {
    await frames(galley);
    galley.show(<Finder canMake />);
    await galley.press('Frames{Control>}{Enter}{/Control}');
    expect(options().some((option) => option?.startsWith('New code'))).toBe(false);
    expect(await paths(galley)).toHaveLength(4);
  });

  it('leaves keys alone that write a letter in another script', async ({ galley }) => {
    await frames(galley);
    galley.show(<Finder />);
    await waitFor(() => expect(options()).toHaveLength(4));
    const enter = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, isComposing: true });
    field().dispatchEvent(enter);
    expect(enter.defaultPrevented).toBe(false);
    expect(told()).toBe('nothing yet');
  });
});
