import { foundation } from './0001-foundation.ts';
import { codingDesk } from './0002-coding-desk.ts';
import { recipes } from './0003-recipes.ts';
import { agreement } from './0004-agreement.ts';
import { roundNote } from './0005-round-note.ts';
import { staging } from './0006-staging.ts';
import { journalChain } from './0007-journal-chain.ts';
import { ownHistory } from './0008-own-history.ts';
import { documentNames } from './0009-document-names.ts';
import { actValues } from './0010-act-values.ts';
import type { Migration } from './migration.ts';

/** Every migration, oldest first. */
export const migrations: readonly Migration[] = [
  foundation,
  codingDesk,
  recipes,
  agreement,
  roundNote,
  staging,
  journalChain,
  ownHistory,
  documentNames,
  actValues,
];
