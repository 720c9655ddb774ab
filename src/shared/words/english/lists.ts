import type { ActionId } from '../../actions.ts';
import { agreementWords as agreement } from './core/agreement.ts';
import { annotationFilesWords as annotationFiles } from './core/annotationFiles.ts';
import { appWords as app } from './core/app.ts';
import { codebookWords as codebook } from './core/codebook.ts';
import { codebookFilesWords as codebookFiles } from './core/codebookFiles.ts';
import { codingWords as coding } from './core/coding.ts';
import { corpusWords as corpus } from './core/corpus.ts';
import { exchangeWords as exchange } from './core/exchange.ts';
import { exportingWords as exporting } from './core/exporting.ts';
import { fieldsWords as fields } from './core/fields.ts';
import { filesWords as files } from './core/files.ts';
import { generalWords as general } from './core/general.ts';
import { historyWords as history } from './core/history.ts';
import { hostsWords as hosts } from './core/hosts.ts';
import { packagesWords as packages } from './core/packages.ts';
import { projectWords as project } from './core/project.ts';
import { statsWords as stats } from './core/stats.ts';
import { storeWords as store } from './core/store.ts';
import { tablesWords as tables } from './core/tables.ts';
import { textsWords as texts } from './core/texts.ts';
import { transportWords as transport } from './core/transport.ts';
import { verifyingWords as verifying } from './core/verifying.ts';
import { ofAgreement } from './desks/agreement.ts';
import { ofCodebook } from './desks/codebook.ts';
import { ofCoding } from './desks/coding.ts';
import { ofCorpus } from './desks/corpus.ts';
import { ofExport } from './desks/export.ts';
import { ofFrame } from './desks/frame.ts';
import { ofProject } from './desks/project.ts';

/** What actions are called, as menus and the palette show it; `…` where more is asked before anything happens. */
export const actionWords = {
  ...ofAgreement.actions,
  ...ofCodebook.actions,
  ...ofCoding.actions,
  ...ofCorpus.actions,
  ...ofExport.actions,
  ...ofFrame.actions,
  ...ofProject.actions,
} as const satisfies Readonly<Record<ActionId, string>>;

/**
 * What each act is called in the history and beside Undo, by its method. The journal keeps the method and the values, so no
 * entry ever goes, and what an entry is told with never changes its meaning.
 */
export const actWords = {
  ...ofAgreement.acts,
  ...ofCodebook.acts,
  ...ofCoding.acts,
  ...ofCorpus.acts,
  ...ofExport.acts,
  ...ofProject.acts,
} as const;

/** What a record of each kind is called at the beginning of a sentence. */
export const records = {
  ...ofAgreement.records,
  ...ofCodebook.records,
  ...ofCoding.records,
  ...ofCorpus.records,
  ...ofExport.records,
  ...ofProject.records,
} as const;

/** What the core says, by areas: refusals, warnings, findings. Names of messages are `AREA.NAME`. */
export const messages = {
  agreement,
  annotationFiles,
  app,
  codebook,
  codebookFiles,
  coding,
  corpus,
  exchange,
  exporting,
  fields,
  files,
  general,
  history,
  hosts,
  packages,
  project,
  stats,
  store,
  tables,
  texts,
  transport,
  verifying,
} as const;
