import type { Page } from '@playwright/test';
import type { QuietPage } from './quietPage.ts';

/** What a page must hold to be painted: the text that begins so, and elements. */
export type Shown = { beginning: string; elements: readonly string[] };

/**
 * Milliseconds from the click (the event's own time) to the end of the frame that draws the text and the elements. `click`
 * makes the click. Frames are asked for only once something has changed, as in `pressToPainted`. 0 when all was there before.
 */
export async function clickToPainted(page: QuietPage, shown: Shown, click: () => Promise<void>): Promise<number> {
  const measured = page.evaluate(async ({ beginning, elements }) => {
    const isShown = (): boolean => {
      const first = document.querySelector('.cm-content')?.querySelector('.cm-line')?.textContent ?? '';
      return first.startsWith(beginning) && elements.every((selector) => document.querySelector(selector));
    };
    const begun = await new Promise<number>((clicked) => {
      addEventListener('click', ({ timeStamp }) => clicked(timeStamp), { capture: true, once: true });
    });
    if (isShown()) return 0; // it was open already
    return new Promise<number>((done) => {
      const state = { isAsked: false };
      const observer = new MutationObserver(() => {
        if (state.isAsked) return;
        state.isAsked = true;
        requestAnimationFrame(() => {
          state.isAsked = false;
          if (!isShown()) return;
          observer.disconnect();
          const channel = new MessageChannel();
          channel.port1.onmessage = () => done(performance.now() - begun);
          channel.port2.postMessage(0);
        });
      });
      observer.observe(document.body, { childList: true, subtree: true });
    });
  }, shown);
  await page.evaluate(() => undefined, null); // the one above is listening by now
  await click();
  return measured;
}

export type Frames = { deltas: number[]; work: number[] };

/**
 * Scrolls the text from its beginning by `step` pixels a frame. `deltas` are the times from frame to frame; `work` is from
 * the beginning of a frame to the first task after it was drawn: what the page itself needed, without waiting for the
 * next tick.
 */
export async function scroll(page: QuietPage, step: number, frames: number): Promise<Frames> {
  return page.evaluate(
    async ({ step, frames }) => {
      const scroller = document.querySelector('.cm-scroller');
      if (!scroller) throw new Error('there is no text to scroll');
      scroller.scrollTop = 0;
      await new Promise((settled) => setTimeout(settled, 300));
      const deltas: number[] = [];
      const work: number[] = [];
      const channel = new MessageChannel();
      let begun: number | null = null;
      const begin = (): number => (begun ??= performance.now());
      // Scroll events come first in a frame, and the editor measures in them.
      addEventListener('scroll', begin, { capture: true });
      channel.port1.onmessage = () => {
        if (begun !== null) work.push(performance.now() - begun);
        begun = null;
      };
      await new Promise<void>((done) => {
        let before = 0;
        const tick = (): void => {
          begin();
          const now = performance.now();
          if (before > 0) deltas.push(now - before);
          before = now;
          if (deltas.length >= frames) {
            done();
            return;
          }
          scroller.scrollTop += step;
          channel.port2.postMessage(0);
          requestAnimationFrame(tick);
        };
        requestAnimationFrame(tick);
      });
      removeEventListener('scroll', begin, { capture: true });
      channel.port1.close();
      return { deltas, work };
    },
    { step, frames },
  );
}

/**
 * Milliseconds from a key press (the event's own time) to the end of the frame that draws a coding that was not there, with its
 * bracket and its name. `press` makes the key press.
 *
 * Frames are asked for only once something has changed. A page that asks for each frame, as a loop that looks would, is
 * another page: after a key Chromium holds back what comes from the network until the frame that was asked for is drawn.
 */
export async function pressToPainted(page: Page, press: () => Promise<void>): Promise<number> {
  const measured = page.evaluate(async () => {
    const bracketed = (): string[] =>
      Array.from(
        document.querySelectorAll<HTMLElement>('.galley-bracket'),
        ({ dataset }) => dataset['annotation'] ?? '',
      );
    const before = new Set(bracketed());
    const isShown = (id: string): boolean =>
      !before.has(id) &&
      document.querySelector('.galley-tint') !== null &&
      document.querySelector(`.galley-name[data-annotation="${id}"], .galley-more[data-annotations*="${id}"]`) !== null;
    const begun = await new Promise<number>((pressed) => {
      addEventListener('keydown', ({ timeStamp }) => pressed(timeStamp), { capture: true, once: true });
    });
    return new Promise<number>((done, failed) => {
      const state = { isAsked: false };
      const ask = (): void => {
        if (state.isAsked) return;
        state.isAsked = true;
        requestAnimationFrame(() => {
          state.isAsked = false;
          // The editor asked for this frame before this page did, so what it draws in it is there by now.
          if (!bracketed().some(isShown)) return;
          observer.disconnect();
          clearTimeout(timer);
          const channel = new MessageChannel();
          // A message that is sent while a frame is made arrives after the frame was laid out and drawn.
          channel.port1.onmessage = () => done(performance.now() - begun);
          channel.port2.postMessage(0);
        });
      };
      const observer = new MutationObserver(ask);
      observer.observe(document.body, { childList: true, subtree: true });
      const timer = setTimeout(() => failed(new Error('no coding appeared within ten seconds')), 10_000);
    });
  });
  await page.evaluate(() => undefined); // the one above is listening by now
  await press();
  return measured;
}
