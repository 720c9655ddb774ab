import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import { afterFrame } from './afterFrame.ts';

/** A store and, called as a function, the hook that reads from it. */
export type SharedStore<T> = StoreApi<T> & (<Part>(select: (state: T) => Part) => Part);

let isQuiet = false;

/** Components hear of what `change` sets only after the next frame; everyone else hears of it at once. */
export function quietly(change: () => void): void {
  const before = isQuiet;
  isQuiet = true;
  try {
    change();
  } finally {
    isQuiet = before;
  }
}

/** `store` as components are to see it: told of changes after the next frame, always or only of quiet ones. */
export function heardByComponents<T>(store: StoreApi<T>, when: 'after-frame' | 'at-once'): StoreApi<T> {
  return {
    ...store,
    subscribe: (listener) => {
      let takeBack: (() => void) | null = null;
      const tell = (): void => {
        const state = store.getState();
        listener(state, state);
      };
      const stop = store.subscribe((state, before) => {
        if (isQuiet || when === 'after-frame') takeBack = afterFrame(tell);
        else listener(state, before);
      });
      return () => {
        takeBack?.();
        stop();
      };
    },
  };
}

/**
 * Makes a store. `after-frame`: components are told of a change once the next frame is drawn, so that they never hold up
 * the reader, which follows the store by itself; `at-once` is for what must answer to the hand within the same frame.
 */
export function sharedStore<T>(initial: T, when: 'after-frame' | 'at-once'): SharedStore<T> {
  const store = createStore<T>()(() => initial);
  const heard = heardByComponents(store, when);
  const use = <Part>(select: (state: T) => Part): Part => useStore(heard, select);
  return Object.assign(use, store);
}
