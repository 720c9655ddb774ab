import { series } from '../format.ts';

/** The command palette. */
export const paletteStrings = {
  label: 'Command palette',
  field: 'Search or run a command',
  placeholder: 'Type a command, or the name of a code or an article',
  recent: 'Recent commands',
  commands: 'Commands',
  codes: 'Codes',
  documents: 'Documents',
  texts: 'Texts',
  searchFor: (query: string) => `Search all texts for “${query}”`,
  /** Stands behind a command that another word than its name has found. */
  matches: (synonym: string) => `matches “${synonym}”`,
  /** What Enter does with a code. */
  applies: 'apply to the selection',
  shows: 'show in Codes',
  none: (query: string) => `Nothing found for “${query}”.`,
  noneAdvice:
    'Try one word of what you want to do, such as “export” or “theme”, or the beginning of a name. The list of keys names all commands.',
  notNow: (commands: readonly string[]) => `Not possible at the moment: ${series(commands)}`,
};

/** What needs no command: what users type to find it, and what is said to them. */
export const paletteAnswers: readonly { words: readonly string[]; text: string }[] = [
  {
    words: ['save', 'save as', 'save project', 'save all', 'autosave'],
    text: 'Everything is saved at once, so there is nothing to save. A project is one file; Backups keeps earlier states of it.',
  },
];
