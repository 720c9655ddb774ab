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

/** The rules whose outcome depends on the theme; all others look at what is the same in each. */
const colourRules = ['color-contrast', 'link-in-text-block'];

type Look = { rules?: readonly string[] };

/** Serious and critical findings in the window as it stands, each a rule with the elements that it is about. `rules`: all unless said. */
export async function expectSound(page: Page, state: string, { rules }: Look = {}): Promise<void> {
  await settled(page);
  // What passes need not be described, which takes longer than finding it.
  const options = { resultTypes: ['violations' as const], ...(rules && { runOnly: [...rules] }) };
  const { violations } = await new AxeBuilder({ page }).options(options).analyze();
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
    await expectSound(page, `${state}, ${theme}`, theme === 'dark' ? { rules: colourRules } : {});
    await page.screenshot({ path: test.info().outputPath(`${state.replaceAll(/\W+/gu, '-')}-${theme}.png`) });
  }
}
