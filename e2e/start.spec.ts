/** How the program is started: with files, with a folder, with a project, twice, and by whom. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openFirstDocument, parts, rows } from './support/window.ts';
import { expect, serve, stop, test } from './support/workbench.ts';

test('text files and folders start a project that has them', async ({ browser, folder }) => {
  const home = join(folder, 'home');
  const input = join(folder, 'Press cuttings');
  mkdirSync(join(input, 'March'), { recursive: true });
  writeFileSync(join(input, 'one.txt'), 'One.\n');
  writeFileSync(join(input, 'March', 'two.txt'), 'Two.\n');
  const { host, address } = await serve(home, [input]);
  const page = await browser.newPage();
  await page.goto(address);
  await expect(rows(parts(page).documents)).toHaveCount(2);
  await expect(page.getByRole('button', { name: /^Project Press cuttings/u })).toBeVisible();
  await page.close();
  expect(await stop(host)).toBe(0);

  // A project that is closed is one file, and that file is all that it takes to go on.
  const [file, ...others] = readdirSync(input).filter((name) => name.includes('.galley'));
  const projects = file === undefined ? join(home, 'projects') : input;
  const found = file ?? readdirSync(projects).find((name) => name.endsWith('.galley')) ?? '';
  expect(others).toEqual([]);
  expect(found).toMatch(/\.galley$/u);
  const again = await serve(home, [join(projects, found)]);
  const reopened = await browser.newPage();
  await reopened.goto(again.address);
  await expect(rows(parts(reopened).documents)).toHaveCount(2);
  await reopened.close();
  expect(await stop(again.host)).toBe(0);
});

test('the launch address is good for one window', async ({ browser, folder }) => {
  const { host, address } = await serve(join(folder, 'home'), []);
  const first = await browser.newContext();
  const page = await first.newPage();
  await page.goto(address);
  await expect(page.getByRole('heading', { name: 'Galley' })).toBeVisible();
  const second = await browser.newContext();
  const stranger = await second.newPage();
  const answer = await stranger.goto(address);
  expect(answer?.status()).toBe(401);
  await expect(stranger.getByRole('heading', { name: 'Galley', exact: true })).toHaveCount(0);
  // The window that was let in comes back without the token.
  await page.goto(new URL(address).origin);
  await expect(page.getByRole('heading', { name: 'Galley' })).toBeVisible();
  await first.close();
  await second.close();
  expect(await stop(host)).toBe(0);
});

test('a page of another port gets the cookie and can do nothing with it, and the window outlives a reload', async ({
  browser,
  folder,
}) => {
  const input = join(folder, 'one.txt');
  writeFileSync(input, 'One sentence.\n');
  const { host, address } = await serve(join(folder, 'home'), [input]);
  const { origin } = new URL(address);
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(address);
  await openFirstDocument(page);
  // Neither the key nor the used token stays where it can be read off.
  expect(page.url()).toBe(`${origin}/`);
  await expect(page.locator('meta[name="galley-key"]')).toHaveCount(0);
  await page.reload();
  await expect(parts(page).reader).toContainText('One sentence.');

  // Another server of this machine, opened in the same browser.
  let received = '';
  const other = createServer((request, response) => {
    received = request.headers.cookie ?? '';
    response.end('<!doctype html><title>Elsewhere</title>');
  });
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const elsewhere = await context.newPage();
  await elsewhere.goto(`http://127.0.0.1:${(other.address() as AddressInfo).port}/`); // a TCP server that listens has one
  expect(received).toContain('galley-');
  const upload = await context.request.post(`${origin}/files?path=a.txt`, { headers: { origin }, data: 'x' });
  expect(upload.status()).toBe(401);
  await elsewhere.close();

  // A second tab has the cookie, too, and is told where to go on.
  const tab = await context.newPage();
  await tab.goto(origin);
  await expect(tab.getByText('Galley answers only the tab that it opened.')).toBeVisible();
  await context.close();
  other.close();
  expect(await stop(host)).toBe(0);
});

test('a project that is open elsewhere is opened for reading, and says so', async ({ browser, folder }) => {
  const input = join(folder, 'one.txt');
  writeFileSync(input, 'One sentence. Another sentence.\n');
  const first = await serve(join(folder, 'home'), [input]);
  const writer = await browser.newPage();
  await writer.goto(first.address);
  await expect(rows(parts(writer).documents)).toHaveCount(1);
  const projects = [folder, join(folder, 'home', 'projects')].flatMap((place) =>
    readdirSync(place)
      .filter((name) => name.endsWith('.galley'))
      .map((name) => join(place, name)),
  );
  expect(projects).toHaveLength(1);

  const second = await serve(join(folder, 'other home'), projects);
  const context = await browser.newContext();
  const reader = await context.newPage();
  await reader.goto(second.address);
  await expect(rows(parts(reader).documents)).toHaveCount(1);
  await expect(parts(reader).status).toContainText('Read-only');
  await expect(reader.getByRole('banner')).toContainText('Read-only');
  await reader.getByRole('button', { name: /^Project /u }).click();
  await expect(reader.getByRole('menuitem', { name: /^Import files/u })).toBeDisabled();
  await context.close();
  expect(await stop(second.host)).toBe(0);
  await writer.close();
  expect(await stop(first.host)).toBe(0);
});
