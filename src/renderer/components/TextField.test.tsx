import { screen, waitFor } from '@testing-library/react';
import { describe, expect, vi } from 'vitest';
import { it } from '../testing/inWindow.ts';
import type { TestWindow } from '../testing/testWindow.tsx';
import { SearchField } from './SearchField.tsx';
import { TextField } from './TextField.tsx';
import type { TextFieldProps } from './TextField.tsx';
import { Held, descriptionOf } from './testControl.tsx';

function showField(galley: TestWindow, props: Partial<TextFieldProps> = {}, initial = '') {
  const changed = vi.fn<(value: string) => void>();
  galley.show(
    <Held initial={initial} onChange={changed}>
      {(value, onChange) => <TextField label="Name" {...props} value={value} onChange={onChange} />}
    </Held>,
  );
  return changed;
}

const field = (): HTMLInputElement => screen.getByRole<HTMLInputElement>('textbox', { name: 'Name' });

describe('a field for text', () => {
  it('is called by its label, drawn or not, and gives every letter', async ({ galley }) => {
    const changed = showField(galley, { hideLabel: true, dir: 'auto' });
    expect(screen.queryByText('Name')).toBeNull();
    expect(field().dir).toBe('auto');
    await galley.fill('Name', 'سلم');
    expect(changed.mock.calls).toEqual([['س'], ['سل'], ['سلم']]);
  });

  it('says its note, and in its place what is wrong', ({ galley }) => {
    galley.show(
      <>
        <TextField label="Key" value="" onChange={() => undefined} note="One digit." />
        <TextField label="Name" value="War" onChange={() => undefined} note="Short." error="The name is taken." />
      </>,
    );
    const key = screen.getByRole('textbox', { name: 'Key' });
    expect(descriptionOf(key)).toBe('One digit.');
    expect(key.getAttribute('aria-invalid')).not.toBe('true');
    expect(descriptionOf(field())).toBe('The name is taken.');
    expect(field().getAttribute('aria-invalid')).toBe('true');
    expect(screen.queryByText('Short.')).toBeNull();
  });

  it('takes several lines where it has rows, and no more letters than are allowed', async ({ galley }) => {
    const changed = showField(galley, { rows: 3, maxLength: 5 });
    await galley.tabTo(field());
    await galley.press('ab{Enter}cdef');
    expect(changed).toHaveBeenLastCalledWith('ab\ncd');
  });

  it('tells of its keys and of leaving it', async ({ galley }) => {
    const keys: string[] = [];
    const left = vi.fn<() => void>();
    showField(galley, { onKeyDown: ({ key }) => void keys.push(key), onBlur: () => left() });
    await galley.tabTo(field());
    await galley.press('a{Enter}{Escape}');
    expect(keys).toEqual(['a', 'Enter', 'Escape']);
    expect(left).not.toHaveBeenCalled();
    await galley.press('{Tab}');
    expect(left).toHaveBeenCalledTimes(1);
  });

  it('has the focus at once where it is to have it', ({ galley }) => {
    showField(galley, { autoFocus: true });
    expect(document.activeElement).toBe(field());
  });

  it('can be read but not changed where it is read-only, and not entered where it is disabled', async ({ galley }) => {
    const changed = showField(galley, { isReadOnly: true }, 'War');
    await galley.tabTo(field());
    await galley.press('x{Backspace}');
    expect([field().value, field().readOnly]).toEqual(['War', true]);
    expect(changed).not.toHaveBeenCalled();
    galley.show(<TextField label="Key" value="1" onChange={() => undefined} isDisabled />);
    await galley.press('{Tab}');
    expect(document.activeElement).not.toBe(screen.getByRole('textbox', { name: 'Key' }));
  });
});

describe('a field that searches', () => {
  function showSearch(galley: TestWindow, initial = '', hasList = false) {
    const told = { change: vi.fn<(value: string) => void>(), submit: vi.fn<(value: string) => void>() };
    galley.show(
      <Held initial={initial} onChange={told.change}>
        {(value, onChange) => (
          <SearchField
            label="Filter articles"
            clearLabel="Clear the filter"
            value={value}
            onChange={onChange}
            onSubmit={told.submit}
            hasList={hasList}
          />
        )}
      </Held>,
    );
    return told;
  }
  const box = (): HTMLInputElement => screen.getByRole<HTMLInputElement>('searchbox', { name: 'Filter articles' });

  it('searches on Enter and is emptied by Escape', async ({ galley }) => {
    const { change, submit } = showSearch(galley);
    await galley.fill('Filter articles', 'port');
    await galley.press('{Enter}');
    expect(submit.mock.calls).toEqual([['port']]);
    await galley.press('{Escape}');
    expect(box().value).toBe('');
    expect(change).toHaveBeenLastCalledWith('');
    await waitFor(() => expect(document.activeElement).toBe(box()));
  });

  it('leaves Escape to what is around it when it is empty', async ({ galley }) => {
    const heard = vi.fn<(key: string) => void>();
    const hear = ({ key }: KeyboardEvent): void => heard(key);
    showSearch(galley, 'x');
    await galley.tabTo(box());
    document.addEventListener('keydown', hear);
    await galley.press('{Escape}');
    expect(heard).not.toHaveBeenCalled();
    await galley.press('{Escape}');
    document.removeEventListener('keydown', hear);
    expect(heard.mock.calls).toEqual([['Escape']]);
  });

  it('is emptied by its button, which has a name and keeps the focus in the field', async ({ galley }) => {
    showSearch(galley, 'port');
    await galley.tabTo(box());
    await galley.user.click(screen.getByRole('button', { name: 'Clear the filter' }));
    expect(box().value).toBe('');
    await waitFor(() => expect(document.activeElement).toBe(box()));
  });

  it('says that a list is open below it where one is', ({ galley }) => {
    showSearch(galley, '', true);
    const list = screen.getByRole('combobox', { name: 'Filter articles' });
    expect(list.getAttribute('aria-expanded')).toBe('true');
  });
});
