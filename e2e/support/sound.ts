/** Looks at the window as assistive technology meets it: axe finds nothing serious and nothing critical. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';

export type Theme = 'light' | 'dark';

/** Waits until nothing moves: what fades has its colours only when it has come. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame++) await new Promise((drawn) => requestAnimationFrame(drawn));
  });
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
}

/** Asks for a theme and for less motion, and waits until the window has them. */
export async function inTheme(page: Page, colorScheme: Theme): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
  await settled(page);
}

/** Serious and critical findings in the window as it stands, each a rule with the elements that it is about. */
export async function expectSound(page: Page, state: string): Promise<void> {
  await settled(page);
  // What passes is not described. “Legacy” means: in the page itself, which has no frames. The other way opens a second page for
  // every look, which takes four times as long.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode(true);
  const { violations } = await axe.analyze();
  const grave = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => {
      const about = nodes.map(({ html, failureSummary }) => `${html}\n    ${failureSummary ?? ''}`);
      return `${id}: ${help}\n  ${about.slice(0, 4).join('\n  ')}`;
    });
  expect.soft(grave, state).toEqual([]);
}

/** Looks in light and in dark, keeps a picture of each, and leaves the window light. */
export async function expectSoundInBoth(page: Page, state: string): Promise<void> {
  for (const theme of ['dark', 'light'] as const) {
    await inTheme(page, theme);
    await expectSound(page, `${state}, ${theme}`);
    await page.screenshot({ path: test.info().outputPath(`${state.replaceAll(/\W+/gu, '-')}-${theme}.png`) });
  }
}
