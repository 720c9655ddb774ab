import type { ActionId } from '../../../../shared/actions.ts';
import type { Binding } from '../../../actions/binding.ts';
import { canChange, hasDocument, hasProject } from '../../../actions/conditions.ts';
import {
  answerCurrent,
  articleOrder,
  articleSeed,
  chooseOrder,
  currentStatus,
  finishArticle,
  goToForm,
  goToNextArticle,
  goToUnanswered,
  isOnQuestion,
  pointAtSelection,
  setStatus,
} from './form.ts';

const canAnswer = (): boolean => canChange() && hasDocument();

/** The article form: questions, how far the coder is, and which article comes next. */
export const formBindings = {
  'view.form': { run: goToForm, enabled: hasProject },
  'form.nextUnanswered': { run: goToUnanswered, enabled: hasDocument },
  'form.point': { run: pointAtSelection, enabled: canAnswer },
  'form.absent': { run: () => answerCurrent('absent'), enabled: isOnQuestion },
  'form.notApplicable': { run: () => answerCurrent('not-applicable'), enabled: isOnQuestion },
  'form.clear': { run: () => answerCurrent(null), enabled: isOnQuestion },
  'form.finish': { run: finishArticle, enabled: canAnswer },
  'form.next': { run: () => void goToNextArticle(), enabled: hasProject },
  'form.toDo': { run: () => setStatus('to-do'), enabled: () => canAnswer() && currentStatus() !== 'to-do' },
  'form.working': { run: () => setStatus('working'), enabled: () => canAnswer() && currentStatus() !== 'working' },
  'form.done': { run: () => setStatus('done'), enabled: () => canAnswer() && currentStatus() !== 'done' },
  'form.setAside': { run: () => setStatus('set-aside'), enabled: canAnswer },
  'form.orderList': { run: () => chooseOrder('list'), enabled: () => articleOrder() !== 'list' },
  'form.orderRandom': { run: () => chooseOrder('random'), enabled: () => articleOrder() !== 'random' },
  'form.newSeed': { run: () => chooseOrder('random', (articleSeed() % 0xffff_ffff) + 1) },
} satisfies Partial<Record<ActionId, Binding>>;
