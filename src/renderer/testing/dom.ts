/**
 * Before each test file of the window: a page for what stands in it, made once for each process, because React and its
 * components remember the page that they met first. jsdom lays nothing out, so that sizes are made up here: every box is
 * `box` large, and what is set in pixels is as it is set.
 */
import { JSDOM } from 'jsdom';
import { populateGlobal } from 'vitest/runtime';

/** Of every box that says nothing of its size, CSS pixels. */
const box = { width: 1200, height: 600 };

/** What the program beside the window needs as Node has it, and browsers have too. */
const ofNode = [
  'AbortController',
  'AbortSignal',
  'Blob',
  'File',
  'FormData',
  'Headers',
  'MessageChannel',
  'MessageEvent',
  'MessagePort',
  'ReadableStream',
  'Request',
  'Response',
  'TextDecoder',
  'TextEncoder',
  'URL',
  'URLSearchParams',
  'WebSocket',
  'fetch',
  'performance',
  'setTimeout',
  'setInterval',
  'clearTimeout',
  'clearInterval',
  'structuredClone',
  'queueMicrotask',
] as const;

/** Tells the size once, as for a page that never changes. */
class StillObserver implements ResizeObserver {
  readonly #tell: ResizeObserverCallback;

  constructor(tell: ResizeObserverCallback) {
    this.#tell = tell;
  }

  observe(target: Element): void {
    const size = { inlineSize: box.width, blockSize: heightOf(target) };
    const entry = {
      target,
      contentRect: target.getBoundingClientRect(),
      borderBoxSize: [size],
      contentBoxSize: [size],
      devicePixelContentBoxSize: [size],
    };
    setTimeout(() => this.#tell([entry], this), 0);
  }

  unobserve(): void {}

  disconnect(): void {}
}

function heightOf(element: Element): number {
  const set = element instanceof window.HTMLElement ? parseFloat(element.style.height) : NaN;
  return Number.isFinite(set) ? set : box.height;
}

function giveSizes({ HTMLElement, Element, Range, DOMRect: Rect }: JSDOM['window']): void {
  const rectOf = Rect as typeof DOMRect; // jsdom's types leave it open
  const rect = (element: Element): DOMRect => new rectOf(0, 0, box.width, heightOf(element));
  Element.prototype.getBoundingClientRect = function () {
    return rect(this);
  };
  Range.prototype.getBoundingClientRect = () => new rectOf(0, 0, 8, 16);
  Range.prototype.getClientRects = () => Object.assign([], { item: () => null });
  Element.prototype.scrollIntoView = () => undefined;
  Element.prototype.scrollTo = () => undefined;
  const sizes = { offsetWidth: () => box.width, clientWidth: () => box.width };
  for (const [name, width] of Object.entries(sizes))
    Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get: width });
  for (const name of ['offsetHeight', 'clientHeight'])
    Object.defineProperty(HTMLElement.prototype, name, {
      configurable: true,
      get(this: HTMLElement) {
        return heightOf(this);
      },
    });
}

/**
 * Enter in a field presses the button that sends its form, also where that stands outside the form and names it (`form=`), as
 * browsers do. `user-event` looks for one inside the form alone.
 */
function sendFormsByEnter({ document, HTMLInputElement }: JSDOM['window']): void {
  document.addEventListener('keypress', (event) => {
    const { target, key } = event;
    if (key !== 'Enter' || event.defaultPrevented || !(target instanceof HTMLInputElement)) return;
    const button = document.querySelector<HTMLButtonElement>(`button[type=submit][form="${target.form?.id ?? ''}"]`);
    if (!button) return;
    event.preventDefault();
    button.click(); // one that is disabled does nothing
  });
}

/** Signals of Node end listeners of the page, too; jsdom takes none but its own. */
function heedSignals({ EventTarget }: JSDOM['window']): void {
  const { addEventListener } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    const { signal = null, ...rest } = typeof options === 'object' ? options : { capture: options ?? false };
    addEventListener.call(this, type, listener, rest);
    signal?.addEventListener('abort', () => this.removeEventListener(type, listener, rest), { once: true });
  };
}

/** A screen that is wide and light. */
function mediaQuery(media: string): Omit<MediaQueryList, 'addListener' | 'removeListener'> {
  const nothing = (): void => undefined;
  return {
    media,
    matches: false,
    onchange: null,
    addEventListener: nothing,
    removeEventListener: nothing,
    dispatchEvent: () => false,
  };
}

function install(): void {
  const { window: page } = new JSDOM('<!doctype html><html lang="en"><body></body></html>', {
    url: 'http://127.0.0.1/',
    pretendToBeVisual: true,
  });
  giveSizes(page);
  heedSignals(page);
  sendFormsByEnter(page);
  Object.defineProperty(page.document, 'fonts', { value: new page.EventTarget() });
  const kept = ofNode.map((name) => [name, globalThis[name]] as const);
  populateGlobal(globalThis, page, { bindFunctions: true });
  for (const [name, value] of kept)
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  const more = { ResizeObserver: StillObserver, matchMedia: mediaQuery };
  for (const [name, value] of Object.entries(more))
    for (const place of [globalThis, page]) Object.defineProperty(place, name, { value, configurable: true });
}

if (typeof document === 'undefined') install();
