import { agreementDesk } from './agreement/desk.ts';
import { codebookDesk } from './codebook/desk.ts';
import { codingDesk } from './coding/desk.ts';
import { corpusDesk } from './corpus/desk.ts';
import { exportDesk } from './export/desk.ts';
import { projectDesk } from './project/desk.ts';

/** Every desk, in the order in which their views and tabs stand. */
export const desks = [codingDesk, corpusDesk, codebookDesk, agreementDesk, exportDesk, projectDesk] as const;
