import type { Verb } from '../verb.ts';
import { answerVerb } from './answer.ts';
import { backupsVerb } from './backups.ts';
import { callVerb } from './call.ts';
import { codeVerb } from './code.ts';
import { codebookVerb } from './codebook.ts';
import { exportVerb } from './export.ts';
import { redoVerb, undoVerb } from './history.ts';
import { importVerb } from './import.ts';
import { keepVerb } from './keep.ts';
import { logVerb } from './log.ts';
import { newVerb } from './new.ts';
import { noticesVerb } from './notices.ts';
import { packageVerb } from './package.ts';
import { reattachVerb } from './reattach.ts';
import { reliabilityVerb } from './reliability.ts';
import { restoreVerb } from './restore.ts';
import { searchVerb } from './search.ts';
import { serveVerb } from './serve.ts';
import { statsVerb } from './stats.ts';
import { verifyVerb } from './verify.ts';

/** Every verb, in the order of the help. */
export const verbs: readonly Verb[] = [
  newVerb,
  importVerb,
  keepVerb,
  codebookVerb,
  codeVerb,
  answerVerb,
  exportVerb,
  packageVerb,
  reattachVerb,
  searchVerb,
  reliabilityVerb,
  verifyVerb,
  backupsVerb,
  restoreVerb,
  logVerb,
  undoVerb,
  redoVerb,
  statsVerb,
  serveVerb,
  callVerb,
  noticesVerb,
];
