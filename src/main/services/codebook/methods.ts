import { codebookApi } from '../../../shared/api/codebook.ts';
import { codesApi } from '../../../shared/api/codes.ts';
import { entitiesApi } from '../../../shared/api/entities.ts';
import { examplesApi } from '../../../shared/api/examples.ts';
import { exclusiveSetsApi } from '../../../shared/api/exclusiveSets.ts';
import { templatesApi } from '../../../shared/api/templates.ts';
import { variablesApi } from '../../../shared/api/variables.ts';
import { versionsApi } from '../../../shared/api/versions.ts';
import type { MethodsOf } from '../../app/handlers.ts';
import { codeMergeHandlers } from './codeMerge.ts';
import { codeSplitHandlers } from './codeSplit.ts';
import { codebookHandlers } from './codebookFiles.ts';
import { codeHandlers } from './codes.ts';
import { entityHandlers } from './entities.ts';
import { exampleHandlers } from './examples.ts';
import { exclusiveSetHandlers } from './exclusiveSets.ts';
import { stalenessHandlers } from './staleness.ts';
import { templateHandlers } from './templates.ts';
import { variableHandlers } from './variables.ts';
import { versionHandlers } from './versions.ts';

/** The codebook, its versions and templates. */
export const codebookMethods: MethodsOf<
  'codebook' | 'codes' | 'entities' | 'examples' | 'exclusiveSets' | 'templates' | 'variables' | 'versions'
> = {
  api: {
    ...codebookApi,
    ...codesApi,
    ...entitiesApi,
    ...examplesApi,
    ...exclusiveSetsApi,
    ...templatesApi,
    ...variablesApi,
    ...versionsApi,
  },
  handlers: {
    ...codeMergeHandlers,
    ...codeSplitHandlers,
    ...codebookHandlers,
    ...codeHandlers,
    ...entityHandlers,
    ...exampleHandlers,
    ...exclusiveSetHandlers,
    ...stalenessHandlers,
    ...templateHandlers,
    ...variableHandlers,
    ...versionHandlers,
  },
};
