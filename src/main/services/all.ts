import type { Handlers } from '../app/handlers.ts';
import { agreedHandlers } from './agreed.ts';
import { annotationHandlers } from './annotations.ts';
import { answerHandlers } from './answers.ts';
import { answerFileHandlers } from './answerFiles.ts';
import { backupHandlers } from './backups.ts';
import { codebookHandlers } from './codebookFiles.ts';
import { codeMergeHandlers } from './codeMerge.ts';
import { codeSplitHandlers } from './codeSplit.ts';
import { codeHandlers } from './codes.ts';
import { codingHandlers } from './codings.ts';
import { disagreementHandlers } from './disagreements.ts';
import { documentHandlers } from './documents.ts';
import { entityHandlers } from './entities.ts';
import { exampleHandlers } from './examples.ts';
import { exclusiveSetHandlers } from './exclusiveSets.ts';
import { exportHandlers } from './exports.ts';
import { fileHandlers } from './files.ts';
import { importHandlers } from './imports.ts';
import { linkHandlers } from './links.ts';
import { noticeHandlers } from './notices.ts';
import { packageHandlers } from './packages.ts';
import { progressHandlers } from './progress.ts';
import { projectHandlers } from './project.ts';
import { recipeHandlers } from './recipes.ts';
import { reliabilityHandlers } from './reliability.ts';
import { roundHandlers } from './rounds.ts';
import { searchHandlers } from './search.ts';
import { sessionHandlers } from './session.ts';
import { stalenessHandlers } from './staleness.ts';
import { templateHandlers } from './templates.ts';
import { keepLeftOutHandlers } from './keepLeftOut.ts';
import { textVersionHandlers } from './textVersions.ts';
import { uniteHandlers } from './unite.ts';
import { variableHandlers } from './variables.ts';
import { versionHandlers } from './versions.ts';

/** Every method's handler. */
export const handlers: Handlers = {
  ...projectHandlers,
  ...backupHandlers,
  ...fileHandlers,
  ...documentHandlers,
  ...importHandlers,
  ...codeHandlers,
  ...codeMergeHandlers,
  ...codeSplitHandlers,
  ...exampleHandlers,
  ...exclusiveSetHandlers,
  ...versionHandlers,
  ...stalenessHandlers,
  ...templateHandlers,
  ...codebookHandlers,
  ...annotationHandlers,
  ...codingHandlers,
  ...variableHandlers,
  ...answerHandlers,
  ...answerFileHandlers,
  ...entityHandlers,
  ...progressHandlers,
  ...uniteHandlers,
  ...linkHandlers,
  ...roundHandlers,
  ...textVersionHandlers,
  ...keepLeftOutHandlers,
  ...sessionHandlers,
  ...noticeHandlers,
  ...exportHandlers,
  ...recipeHandlers,
  ...packageHandlers,
  ...searchHandlers,
  ...reliabilityHandlers,
  ...disagreementHandlers,
  ...agreedHandlers,
};
