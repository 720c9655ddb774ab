import type { Handlers } from '../app/handlers.ts';
import { annotationHandlers } from './annotations.ts';
import { codebookHandlers } from './codebookFiles.ts';
import { codeHandlers } from './codes.ts';
import { codingHandlers } from './codings.ts';
import { documentHandlers } from './documents.ts';
import { exportHandlers } from './exports.ts';
import { fileHandlers } from './files.ts';
import { importHandlers } from './imports.ts';
import { projectHandlers } from './project.ts';
import { searchHandlers } from './search.ts';
import { sessionHandlers } from './session.ts';

/** Every method's handler. */
export const handlers: Handlers = {
  ...projectHandlers,
  ...fileHandlers,
  ...documentHandlers,
  ...importHandlers,
  ...codeHandlers,
  ...codebookHandlers,
  ...annotationHandlers,
  ...codingHandlers,
  ...sessionHandlers,
  ...exportHandlers,
  ...searchHandlers,
};
