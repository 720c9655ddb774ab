/** Backups in the window: listed, looked into, compared, restored as a new file and in place. */
import { readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Locator, Page } from '@playwright/test';
import { expectSoundInBoth } from './support/sound.ts';
import { drop, newProject, parts, pressButton, rows } from './support/window.ts';
import { expect, test } from './support/workbench.ts';

/** Looks at the window in light, dark and narrow: axe finds nothing serious, and pictures are kept. */
async function look(page: Page, state: string): Promise<void> {
  await expectSoundInBoth(page, state);
  await page.setViewportSize({ width: 480, height: 800 });
  await page.screenshot({ path: test.info().outputPath(`${state}-narrow.png`) });
  await page.setViewportSize({ width: 1440, height: 900 });
}

async function importText(page: Page, folder: string, name: string): Promise<void> {
  writeFileSync(join(folder, `${name}.txt`), `An article of the name ${name}.\n`);
  await drop(page, [join(folder, `${name}.txt`)]);
  await expect(parts(page).report).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(parts(page).report).toBeHidden();
}

async function palette(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog', { name: 'Command palette' });
  await expect(dialog).toBeVisible();
  await page.keyboard.type(name);
  await expect(dialog.getByText(name).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
}

const recent = (page: Page): Locator => page.getByRole('region', { name: 'Recent projects' });
const backupDialog = (page: Page): Locator => page.getByRole('dialog', { name: /^Backup: /u });

/** A project of one article with its backup, to which another article has been added since. */
async function makeStates(page: Page, folder: string): Promise<void> {
  await newProject(page, 'Study');
  await importText(page, folder, 'first');
  await palette(page, 'Close project');
  await recent(page)
    .getByRole('button', { name: /^Study/u })
    .click();
  await expect(rows(parts(page).documents)).toHaveCount(1);
  await importText(page, folder, 'second');
  await expect(rows(parts(page).documents)).toHaveCount(2);
}

test('a backup is looked into and restored in place by keyboard alone', async ({
  workbench: { page, folder, home },
}) => {
  await makeStates(page, folder);
  await page.keyboard.press('Alt+r');
  const dialog = page.getByRole('dialog', { name: 'Backups' });
  const item = dialog.getByRole('option');
  await expect(item).toHaveCount(1);
  await expect(item).toBeFocused();
  await expect(item).toContainText('1 document');
  await look(page, 'list');
  await page.keyboard.press('Enter');
  const inside = backupDialog(page);
  await expect(inside).toContainText('It was looked through and is sound.');
  const newer = inside.getByRole('list', { name: /^Only in the project as it is now: 1 act, 1 document/u });
  await expect(newer).toContainText('second');
  await look(page, 'inside');
  await pressButton(inside.getByRole('button', { name: 'Restore in place' }));
  await expect(inside).toBeHidden();
  await expect(rows(parts(page).documents)).toHaveCount(1);
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText('Study (before restore');
  expect(readdirSync(join(home, 'projects')).filter((name) => name.startsWith('Study (before restore'))).toHaveLength(
    1,
  );

  // The state that was kept can be brought back in the same way, and is listed with the others.
  await page.keyboard.press('Alt+r');
  await expect(item).toHaveCount(2);
  await item.filter({ hasText: 'State before a restoring' }).dblclick();
  await expect(inside.getByRole('list', { name: /^Only in this backup: 1 act, 1 document/u })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('a backup becomes a new project by mouse', async ({ workbench: { page, folder } }) => {
  await makeStates(page, folder);
  await page.getByRole('button', { name: 'Project Study' }).click();
  await page.getByRole('menuitem', { name: /^Backups/u }).click();
  await page.getByRole('dialog', { name: 'Backups' }).getByRole('button', { name: 'Look inside' }).click();
  await backupDialog(page).getByRole('button', { name: 'Back' }).click();
  await page.getByRole('dialog', { name: 'Backups' }).getByRole('option').dblclick();
  await backupDialog(page).getByRole('button', { name: 'Restore as a new project' }).click();
  await expect(rows(parts(page).documents)).toHaveCount(1);
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText('Study (backup of');
  await palette(page, 'Close project');
  await expect(recent(page).getByRole('listitem')).toHaveCount(2);
});

/** Makes the backup so large that restoring it can be seen and cancelled. */
function enlargeBackup(home: string): void {
  const backups = join(home, 'settings', 'backups');
  const [backup = ''] = readdirSync(backups, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.galley'),
  );
  const db = new DatabaseSync(join(backups, backup));
  db.exec('CREATE TABLE padding (bytes BLOB); BEGIN');
  const insert = db.prepare('INSERT INTO padding VALUES (zeroblob(?))');
  for (let part = 0; part < 60; part++) insert.run(10_000_000);
  db.exec('COMMIT');
  db.close();
}

test('restoring a large backup shows how far it is, and leaves nothing when it is cancelled', async ({
  workbench: { page, folder, home },
}) => {
  await makeStates(page, folder);
  enlargeBackup(home);
  const names = (): string[] => readdirSync(join(home, 'projects')).sort();
  const before = names();
  await page.keyboard.press('Alt+r');
  await page.getByRole('dialog', { name: 'Backups' }).getByRole('option').dblclick();
  const inside = backupDialog(page);
  for (const way of ['Restore in place', 'Restore as a new project']) {
    await inside.getByRole('button', { name: way }).click();
    await expect(inside.getByRole('progressbar', { name: 'Restoring…' })).toBeVisible();
    await expect(inside.getByRole('status')).toContainText(/^(?:Copy|Look through the copy of) Study /u);
    await expect(inside.getByRole('button', { name: 'Cancel' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(inside.getByRole('button', { name: way })).toBeVisible();
    expect(names()).toEqual(before);
  }
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(rows(parts(page).documents)).toHaveCount(2);
  await expect(page.getByRole('region', { name: 'Notices' }).getByRole('alert')).toHaveCount(0);
});

test('a project that is gone or damaged is brought back from the first page', async ({
  workbench: { page, folder, home },
}) => {
  await newProject(page, 'Study');
  await importText(page, folder, 'first');
  await palette(page, 'Close project');
  await expect(recent(page)).toBeVisible();
  const file = join(home, 'projects', 'Study.galley');
  truncateSync(file, 3000);
  await recent(page)
    .getByRole('button', { name: /^Study/u })
    .click();
  const notices = page.getByRole('region', { name: 'Notices' });
  await expect(notices.getByRole('alert')).toBeVisible();
  await look(page, 'damaged');
  await notices.getByRole('button', { name: 'Backups…' }).click();
  await expect(page.getByRole('dialog', { name: 'Backups' }).getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Escape');

  rmSync(file);
  await page.reload();
  await recent(page).getByRole('button', { name: 'Backups of Study…' }).click();
  await look(page, 'missing');
  await page.getByRole('dialog', { name: 'Backups' }).getByRole('button', { name: 'Look inside' }).click();
  await expect(backupDialog(page)).toContainText('nothing to compare with');
  await backupDialog(page).getByRole('button', { name: 'Restore in place' }).click();
  await expect(rows(parts(page).documents)).toHaveCount(1);
});

test('a damaged project says so although another one was open', async ({ workbench: { page, folder, home } }) => {
  await newProject(page, 'Study');
  await importText(page, folder, 'first');
  await palette(page, 'Close project');
  await newProject(page, 'Other');
  const file = join(home, 'projects', 'Study.galley');
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.fill(0, 4096, 8192)); // its header is whole, and a table is not
  await page.keyboard.press('Control+o');
  const dialog = page.getByRole('dialog', { name: 'Open project' });
  await dialog.getByText('Study.galley', { exact: true }).dblclick();
  await expect(page.getByRole('region', { name: 'Notices' }).getByRole('alert')).toContainText('Study.galley');
  // Whatever became of the one that was open meanwhile.
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Notices' }).getByRole('alert')).toContainText('Study.galley');
});

test('a project without backups says so', async ({ workbench: { page } }) => {
  await newProject(page, 'Empty');
  await page.keyboard.press('Alt+r');
  const dialog = page.getByRole('dialog', { name: 'Backups' });
  await expect(dialog).toContainText('There are no backups of this project on this machine yet.');
  await look(page, 'none');
  await page.keyboard.press('Escape');
});
