import { agreedApi } from '../../../shared/api/agreed.ts';
import { disagreementsApi } from '../../../shared/api/disagreements.ts';
import { reliabilityApi } from '../../../shared/api/reliability.ts';
import type { MethodsOf } from '../../app/handlers.ts';
import { agreedHandlers } from './agreed.ts';
import { disagreementHandlers } from './disagreements.ts';
import { reliabilityHandlers } from './reliability.ts';

/** Agreement between coders. */
export const agreementMethods: MethodsOf<'agreed' | 'disagreements' | 'reliability'> = {
  api: { ...agreedApi, ...disagreementsApi, ...reliabilityApi },
  handlers: { ...agreedHandlers, ...disagreementHandlers, ...reliabilityHandlers },
};
