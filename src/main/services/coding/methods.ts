import { annotationsApi } from '../../../shared/api/annotations.ts';
import { answersApi } from '../../../shared/api/answers.ts';
import { codingsApi } from '../../../shared/api/codings.ts';
import { linksApi } from '../../../shared/api/links.ts';
import { progressApi } from '../../../shared/api/progress.ts';
import { roundsApi } from '../../../shared/api/rounds.ts';
import { segmentsApi } from '../../../shared/api/segments.ts';
import type { MethodsOf } from '../../app/handlers.ts';
import { annotationHandlers } from './annotations.ts';
import { answerFileHandlers } from './answerFiles.ts';
import { answerHandlers } from './answers.ts';
import { codingHandlers } from './codings.ts';
import { manyCodingHandlers } from './manyCodings.ts';
import { linkHandlers } from './links.ts';
import { progressHandlers } from './progress.ts';
import { recodeHandlers } from './recode.ts';
import { roundHandlers } from './rounds.ts';
import { segmentHandlers } from './segments.ts';
import { trimHandlers } from './trim.ts';
import { uniteHandlers } from './unite.ts';

/** Codings, answers, links, rounds, and how far coders are. */
export const codingMethods: MethodsOf<
  'annotations' | 'answers' | 'codings' | 'links' | 'progress' | 'rounds' | 'segments'
> = {
  api: { ...annotationsApi, ...answersApi, ...codingsApi, ...linksApi, ...progressApi, ...roundsApi, ...segmentsApi },
  handlers: {
    ...annotationHandlers,
    ...answerFileHandlers,
    ...answerHandlers,
    ...codingHandlers,
    ...linkHandlers,
    ...manyCodingHandlers,
    ...progressHandlers,
    ...recodeHandlers,
    ...roundHandlers,
    ...segmentHandlers,
    ...trimHandlers,
    ...uniteHandlers,
  },
};
