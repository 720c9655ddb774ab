import type { Page } from '@playwright/test';

/**
 * What must be otherwise than before the key press. `article`: the first line of the text; `answer`: the question that has
 * the focus is no longer without an answer; `rows`: other documents are shown, the first of them drawn;
 * `list`: a list that was not there is drawn.
 */
export type Change = 'article' | 'answer' | 'rows' | 'list';

/**
 * Milliseconds from a key press (the event's own time) to the end of the frame that draws the change. Frames are asked for
 * only once something has changed, as in `pressToPainted`.
 */
export async function pressToChanged(page: Page, change: Change, press: () => Promise<void>): Promise<number> {
  const measured = page.evaluate(async (wanted) => {
    const text = (selector: string): string => document.querySelector(selector)?.textContent ?? '';
    const question = document.activeElement?.closest('[data-question]') ?? null;
    const list = `[data-region='documents']`;
    const states: Record<Change, () => string> = {
      article: () => text('.cm-line'),
      answer: () => String(question?.textContent.includes('not yet coded')),
      // Another filter makes another list, or draws other rows in the one that is there.
      rows: () => {
        const box = document.querySelector(`${list} [role=listbox]`);
        const first = text(`${list} [role=option]`);
        return first === '' ? '' : `${String(box?.hasAttribute('data-before'))} ${first}`;
      },
      list: () => String(text(`${list} [role=option]`) !== ''),
    };
    document.querySelector(`${list} [role=listbox]`)?.setAttribute('data-before', '');
    const state = states[wanted];
    const before = state();
    const begun = await new Promise<number>((pressed) => {
      addEventListener('keydown', ({ timeStamp }) => pressed(timeStamp), { capture: true, once: true });
    });
    return new Promise<number>((done, failed) => {
      let isAsked = false;
      const observer = new MutationObserver(() => {
        if (isAsked) return;
        isAsked = true;
        requestAnimationFrame(() => {
          isAsked = false;
          const now = state();
          if (now === before || now === '') return;
          observer.disconnect();
          clearTimeout(timer);
          const channel = new MessageChannel();
          // A message that is sent while a frame is made arrives after the frame was laid out and drawn.
          channel.port1.onmessage = () => done(performance.now() - begun);
          channel.port2.postMessage(0);
        });
      });
      observer.observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true });
      const timer = setTimeout(() => failed(new Error(`no other ${wanted} within ten seconds`)), 10_000);
    });
  }, change);
  await page.evaluate(() => undefined); // the one above is listening by now
  await press();
  return measured;
}
