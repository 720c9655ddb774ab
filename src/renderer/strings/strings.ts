import { english } from './english.ts';

type Translatable<T> = T extends string
  ? string
  : T extends (...values: infer V) => string
    ? (...values: V) => string
    : { readonly [K in keyof T]: Translatable<T[K]> };

/** What a translation has to fill. */
export type Strings = Translatable<typeof english>;

/** The words the window uses now. */
export const strings: Strings = english;
