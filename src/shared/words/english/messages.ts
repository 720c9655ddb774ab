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
