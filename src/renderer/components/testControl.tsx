import { useState } from 'react';
import type { ReactNode } from 'react';

export type HeldProps<T> = {
  initial: T;
  /** Hears of each value that the control gives. */
  onChange?: (value: T) => void;
  children: (value: T, change: (value: T) => void) => ReactNode;
};

/** Holds a control's value, as panels and dialogs do. */
export function Held<T>({ initial, onChange, children }: HeldProps<T>) {
  const [value, setValue] = useState(initial);
  return children(value, (next) => {
    setValue(next);
    onChange?.(next);
  });
}

/** What describes an element to a screen reader, beside its name. */
export function descriptionOf(element: HTMLElement): string {
  const ids = element.getAttribute('aria-describedby')?.split(' ') ?? [];
  return ids.flatMap((id) => document.getElementById(id)?.textContent ?? []).join(' ');
}
