/** The way through an article as a screen reader knows it: open, read, select, code, answer, next, by roles and names. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { makeFormProject } from './support/formProject.ts';
import { identify, openFirstDocument, parts } from './support/window.ts';
import { expect, test } from './support/workbench.ts';

const place = mkdtempSync(join(tmpdir(), 'galley-reading-'));
const file = join(place, 'Reading.galley');

test.use({ files: [file] });
test.beforeEach(() => makeFormProject(place, file));
test.afterAll(() => rmSync(place, { recursive: true, force: true }));

/** The text below an element, as the browser hands it to assistive technology. */
async function spokenText(page: Page, name: string): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const textOf = (id: string): string => {
    const node = byId.get(id);
    if (node?.role?.value === 'StaticText') return String(node.name?.value ?? '');
    return (node?.childIds ?? []).map(textOf).join('');
  };
  return nodes
    .filter((node) => node.role?.value === 'textbox' && node.name?.value === name)
    .map(({ nodeId }) => textOf(nodeId))
    .join('');
}

/** Hears what polite live regions say from now on: they are emptied again before a look at them would come. */
async function listen(page: Page): Promise<() => Promise<string>> {
  const said: string[] = [];
  await page.exposeFunction('hear', (words: string) => said.push(words));
  await page.evaluate(() => {
    const hear: unknown = Reflect.get(window, 'hear');
    if (typeof hear !== 'function') throw new Error('nobody listens');
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        const words = element?.closest('[aria-live=polite]')?.textContent.trim() ?? '';
        if (words !== '') Reflect.apply(hear, undefined, [words]);
      }
    }).observe(document.body, { childList: true, characterData: true, subtree: true });
  });
  return () => Promise.resolve(said.join('\n'));
}

test('an article is opened, read, coded, answered and left by roles and names alone', async ({
  workbench: { page },
}) => {
  const documents = page.getByRole('listbox', { name: 'Documents' });
  await expect(documents.getByRole('option')).toHaveCount(3);
  await documents.focus();
  await page.keyboard.press('Home');
  await expect(documents).toBeFocused();
  const first = await documents.getByRole('option', { name: /^alpha/u }).getAttribute('id');
  await expect(documents).toHaveAttribute('aria-activedescendant', first ?? 'an id');
  await page.keyboard.press('Enter');

  // The text is there as text, with a name and a language, and is said to be for reading.
  const text = page.getByRole('textbox', { name: 'Article text' });
  await text.focus();
  const words = 'The alpha harbour is shut. Dockers want more pay. The port says it has none.';
  await expect.poll(() => spokenText(page, 'Article text')).toContain(words);
  await expect(text).toHaveAttribute('aria-readonly', 'true');
  const heard = await listen(page);
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(heard).toContain('The alpha harbour is shut.');

  await page.keyboard.press('Enter');
  const who = page.getByRole('dialog', { name: 'Who is coding?' });
  await who.getByRole('textbox', { name: 'Your name or initials' }).fill('Ada');
  await page.keyboard.press('Enter');
  const picker = page.getByRole('dialog', { name: 'Choose a code' });
  await expect(picker.getByRole('combobox', { name: 'Code' })).toBeFocused();
  await page.keyboard.type('cla');
  await expect(picker.getByRole('option', { name: /Claim/u })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(text).toBeFocused();
  await expect.poll(heard).toContain('Claim');
  await expect(page.getByRole('treegrid', { name: 'Codes' }).getByRole('row', { name: 'Claim' })).toContainText('1');

  await page.keyboard.press('Alt+5');
  const form = page.getByRole('region', { name: 'Article form' });
  const passage = form.getByRole('region', { name: 'About this passage' });
  const stance = passage.getByRole('radiogroup', { name: 'Is it for or against?' });
  await expect(stance.getByRole('radio', { name: 'For' })).toBeFocused();
  await page.keyboard.press('Space');
  await expect(stance.getByRole('radio', { name: 'For' })).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(passage.getByRole('textbox', { name: 'What is claimed?' })).toBeFocused();
  await page.keyboard.press('Enter');
  const topic = form.getByRole('radiogroup', { name: 'What is the article about?' });
  await expect(topic.getByRole('radio', { name: 'Labour' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(topic.getByRole('radio', { name: 'Trade' })).toBeChecked();

  await page.keyboard.press('Alt+d');
  await expect(documents.getByRole('option', { name: /^bravo/u })).toHaveAttribute('aria-selected', 'true');
  await expect(text).toBeFocused();
  await expect(text).toContainText('The bravo harbour is shut.');
  await expect(form.getByRole('radio', { name: 'To do' })).toBeChecked();
  await expect(topic.getByRole('radio', { checked: true })).toHaveCount(0);
});

test('what is selected stays while the drawer, the width of the window or the view changes', async ({
  workbench: { page },
}) => {
  await openFirstDocument(page);
  const { picker, reader, drawer } = parts(page);
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Enter');
  await identify(page, 'Ada');
  const stays = async (): Promise<void> => {
    await page.keyboard.press('Enter');
    await expect(picker).toContainText('Dockers want more pay.');
    await page.keyboard.press('Escape');
    await expect(reader).toBeFocused();
  };
  await expect(picker).toContainText('Dockers want more pay.');
  await page.keyboard.press('Escape');

  await page.setViewportSize({ width: 900, height: 800 });
  await expect(page.getByRole('region', { name: 'Documents' })).toBeHidden();
  await expect(reader).toBeFocused();
  await stays();
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect(page.getByRole('region', { name: 'Documents' })).toBeVisible();
  await expect(reader).toBeFocused();
  await stays();

  await drawer.getByRole('button', { name: 'Shut the drawer' }).click();
  await expect(drawer.getByRole('button', { name: 'Open the drawer' })).toBeVisible();
  await page.keyboard.press('Alt+2');
  await stays();

  await page.keyboard.press('Alt+6');
  await expect(reader).toBeHidden();
  await page.keyboard.press('Alt+2');
  await expect(reader).toBeFocused();
  await stays();
});
