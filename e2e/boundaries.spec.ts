/** The ends of a coding are dragged by mouse. */
import type { Page } from '@playwright/test';
import { identify, openDocument, openSample, parts, segmentCount } from './support/window.ts';
import { expect, test } from './support/workbench.ts';

const english = /^Dockers halt Port Vellin/u;

type Point = { x: number; y: number };

/** Where `words` stand in the text on screen: the middle of their first line's beginning and of their last line's end. */
async function edgesOf(page: Page, words: string): Promise<{ start: Point; end: Point }> {
  return parts(page).reader.evaluate((text, wanted) => {
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    const whole = text.textContent;
    const first = whole.indexOf(wanted);
    if (first < 0) throw new Error(`the text on screen does not say “${wanted}”`);
    let before = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const length = node.textContent?.length ?? 0;
      const within = (offset: number): boolean => offset >= before && offset <= before + length;
      if (first < before + length && within(first)) range.setStart(node, first - before);
      if (within(first + wanted.length)) {
        range.setEnd(node, first + wanted.length - before);
        break;
      }
      before += length;
    }
    const boxes = Array.from(range.getClientRects());
    const [top, bottom] = [boxes[0], boxes.at(-1)];
    if (!top || !bottom) throw new Error(`“${wanted}” is not on screen`);
    return {
      start: { x: top.left + 1, y: (top.top + top.bottom) / 2 },
      end: { x: bottom.right - 1, y: (bottom.top + bottom.bottom) / 2 },
    };
  }, words);
}

/** Takes hold of an end of the active coding and moves the pointer to `place`, without letting go. */
async function dragTo(page: Page, side: 'start' | 'end', place: Point): Promise<void> {
  // Handles are for the pointer only; the keys do the same for everyone, so they have no role.
  const box = await page.locator(`.galley-handle.${side}`).boundingBox();
  if (!box) throw new Error('the handle is not on screen');
  const grip = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.mouse.move(grip.x, grip.y);
  await page.mouse.down();
  await page.mouse.move((grip.x + place.x) / 2, (grip.y + place.y) / 2);
  await page.mouse.move(place.x, place.y);
}

test('the boundaries of a coding are dragged by mouse, each as one undo step', async ({ workbench: { page } }) => {
  const { reader, segments, status } = parts(page);
  await openSample(page);
  await page.getByRole('button', { name: 'Who is coding?' }).click();
  await identify(page, 'Ada Berg'); // whose coding it is: the work of others is changed after a question only
  await openDocument(page, english);
  await expect.poll(() => segmentCount(page)).toBe(18);
  await page.keyboard.press('F8');
  const first = segments.getByRole('row').nth(1);
  const quote = first.getByRole('gridcell').nth(1);
  await expect(first).toContainText('308–457');
  const before = (await quote.innerText()).trim();

  // A word is cut off at the end, and while the pointer is down nothing is changed in the project.
  const lastWord = before.slice(before.lastIndexOf(' ') + 1);
  const end = await edgesOf(page, before.slice(-30));
  const shorter = await edgesOf(page, before.slice(-30, -lastWord.length - 1));
  await dragTo(page, 'end', shorter.end);
  await expect(status).toContainText('Nothing to undo');
  await page.mouse.up();
  await expect(quote).toHaveText(before.slice(0, -lastWord.length - 1));
  await expect(first).toContainText(`308–${457 - lastWord.length - 1}`);
  await expect(status).toContainText('Undo: Change boundaries of “Conflict”');

  // The beginning goes one word on.
  const firstWord = before.slice(0, before.indexOf(' '));
  const later = await edgesOf(page, before.slice(firstWord.length + 1, 30));
  await dragTo(page, 'start', later.start);
  await page.mouse.up();
  const middle = before.slice(firstWord.length + 1, -lastWord.length - 1);
  await expect(quote).toHaveText(middle);
  await expect(reader).toContainText(middle);

  // Back to where it was by hand: the text itself never moved.
  await dragTo(page, 'end', end.end);
  await page.mouse.up();
  await expect(quote).toHaveText(before.slice(firstWord.length + 1));

  await reader.focus();
  for (let number = 0; number < 3; number++) await page.keyboard.press('Control+z');
  await expect(first).toContainText('308–457');
  await expect(quote).toHaveText(before);
  await expect(status).toContainText('Nothing to undo');
});
