import type { Module } from './module.ts';

/** A made-up source text and where it is to stand. */
export type Snippet = { readonly path: string; readonly text: string };

/** Something that holds for every module on its own. */
export type Rule = {
  /** As a sentence: "Only the store speaks SQL." */
  readonly name: string;
  /** What breaks the rule in this module, one line each. */
  check(module: Module): string[];
  /** Snippets that break the rule: the proof that it can fail. */
  readonly broken: readonly Snippet[];
  /** Snippets that come close and are sound. */
  readonly sound: readonly Snippet[];
};
