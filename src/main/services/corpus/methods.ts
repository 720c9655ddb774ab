import { documentsApi } from '../../../shared/api/documents.ts';
import { importsApi } from '../../../shared/api/imports.ts';
import { searchApi } from '../../../shared/api/search.ts';
import { textsApi } from '../../../shared/api/texts.ts';
import type { MethodsOf } from '../../app/handlers.ts';
import { documentHandlers } from './documents.ts';
import { importHandlers } from './imports.ts';
import { keepLeftOutHandlers } from './keepLeftOut.ts';
import { searchHandlers } from './search.ts';
import { textVersionHandlers } from './textVersions.ts';

/** Documents, their texts, importing and searching. */
export const corpusMethods: MethodsOf<'documents' | 'imports' | 'search' | 'texts'> = {
  api: { ...documentsApi, ...importsApi, ...searchApi, ...textsApi },
  handlers: {
    ...documentHandlers,
    ...importHandlers,
    ...keepLeftOutHandlers,
    ...searchHandlers,
    ...textVersionHandlers,
  },
};
