import type { Locator, Page } from 'playwright';
import { bilingual, cyrillicOf } from './letters.ts';

type Named = { name?: string | RegExp; hasText?: string | RegExp; exact?: boolean };
type Method = (...values: unknown[]) => unknown;

/** Methods that find by words: the place of the words among their values, and whether options may hold some. */
const finders: Readonly<Record<string, 'first' | 'options' | 'both'>> = {
  getByRole: 'options',
  getByText: 'first',
  getByLabel: 'first',
  getByPlaceholder: 'first',
  getByTitle: 'first',
  getByAltText: 'first',
  filter: 'options',
  locator: 'options',
};

/** Methods that type. */
const typing: ReadonlySet<string> = new Set(['fill', 'type', 'pressSequentially']);

function translated(value: unknown, exact: boolean): unknown {
  return typeof value === 'string' || value instanceof RegExp ? bilingual(value, exact) : value;
}

function inOptions(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || value instanceof RegExp) return value;
  const { name, hasText, exact = false, ...rest } = value as Named;
  return {
    ...rest,
    ...(name !== undefined && { name: translated(name, exact) }),
    ...(hasText !== undefined && { hasText: translated(hasText, exact) }),
  };
}

/** What the words of a call become. */
function given(name: string, values: readonly unknown[]): unknown[] {
  const exact = (values.at(-1) as Named | undefined)?.exact === true;
  const [first, ...rest] = values;
  if (typing.has(name)) return [typeof first === 'string' ? cyrillicOf(first) : first, ...rest];
  return [finders[name] === 'first' ? translated(first, exact) : inOptions(first), ...rest.map(inOptions)];
}

function patch(prototype: Record<string, unknown>): () => void {
  const before = new Map<string, unknown>();
  for (const name of [...Object.keys(finders), ...typing]) {
    const original = prototype[name];
    if (typeof original !== 'function') continue;
    before.set(name, original);
    prototype[name] = function (this: unknown, ...values: unknown[]): unknown {
      return (original as Method).apply(this, given(name, values));
    };
  }
  return () => {
    for (const [name, original] of before) prototype[name] = original;
  };
}

/**
 * Lets all locators find what the window shows in the pseudo language by its English names, and types in Cyrillic letters, until
 * the returned function is called.
 */
export function findInPseudo(page: Page): () => void {
  const locator: Locator = page.locator('body');
  const places = [page, locator, page.keyboard].map(
    (one) => patch(Object.getPrototypeOf(one) as Record<string, unknown>), // its class
  );
  return () => places.forEach((undo) => undo());
}
