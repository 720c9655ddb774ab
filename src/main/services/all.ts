import type { Handlers } from '../app/handlers.ts';
import { agreedHandlers } from './agreement/agreed.ts';
import { disagreementHandlers } from './agreement/disagreements.ts';
import { reliabilityHandlers } from './agreement/reliability.ts';
import { codeMergeHandlers } from './codebook/codeMerge.ts';
import { codeSplitHandlers } from './codebook/codeSplit.ts';
import { codebookHandlers } from './codebook/codebookFiles.ts';
import { codeHandlers } from './codebook/codes.ts';
import { entityHandlers } from './codebook/entities.ts';
import { exampleHandlers } from './codebook/examples.ts';
import { exclusiveSetHandlers } from './codebook/exclusiveSets.ts';
import { stalenessHandlers } from './codebook/staleness.ts';
import { templateHandlers } from './codebook/templates.ts';
import { variableHandlers } from './codebook/variables.ts';
import { versionHandlers } from './codebook/versions.ts';
import { annotationHandlers } from './coding/annotations.ts';
import { answerFileHandlers } from './coding/answerFiles.ts';
import { answerHandlers } from './coding/answers.ts';
import { codingHandlers } from './coding/codings.ts';
import { linkHandlers } from './coding/links.ts';
import { progressHandlers } from './coding/progress.ts';
import { roundHandlers } from './coding/rounds.ts';
import { uniteHandlers } from './coding/unite.ts';
import { documentHandlers } from './corpus/documents.ts';
import { importHandlers } from './corpus/imports.ts';
import { keepLeftOutHandlers } from './corpus/keepLeftOut.ts';
import { searchHandlers } from './corpus/search.ts';
import { textVersionHandlers } from './corpus/textVersions.ts';
import { exportHandlers } from './export/exports.ts';
import { packageHandlers } from './export/packages.ts';
import { recipeHandlers } from './export/recipes.ts';
import { backupHandlers } from './project/backups.ts';
import { fileHandlers } from './project/files.ts';
import { noticeHandlers } from './project/notices.ts';
import { projectHandlers } from './project/project.ts';
import { sessionHandlers } from './project/session.ts';

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
