import { formStrings } from '#words/window/form.ts';
import type { Missing } from '../../../../shared/api/progress.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { AnswerKey, WorkStatus } from '../../../../shared/model/variables.ts';
import { orNotice, whileSaving } from '../../../actions/ask.ts';
import { canChange } from '../../../actions/conditions.ts';
import { reader } from '../../../actions/readerHandle.ts';
import { showDocument } from '../../../actions/showDocument.ts';
import { sendFocus } from '../../../actions/sendFocus.ts';
import { openSideTab } from '../../../actions/view.ts';
import { withCoder } from '../../../actions/withCoder.ts';
import { client } from '../../../state/client.ts';
import { currentProject, progressOf, useRecords } from '../../../state/records.ts';
import { layoutNumber, rememberLayout, useSettings } from '../../../state/settings.ts';
import { notify, openDialog, useUi } from '../../../state/ui.ts';
import { keyOf, questionGroups } from '../state/form.ts';
import type { Question } from '../state/form.ts';
import { useFormFocus } from '../state/formFocus.ts';
import { addEvidence, saveDrafts, setAnswer } from './answers.ts';
import { afterCoding } from './coding.ts';

/** The questions that the form asks now, in its order. */
function questions(): Question[] {
  const { open, variables, codes, status } = useRecords.getState();
  if (!open) return [];
  const active = useUi.getState().activeAnnotation;
  const groups = questionGroups({ variables, codes, open, coder: status?.coder?.id ?? null, active });
  return groups.flatMap((group) => group.questions);
}

/** What of a question takes the focus: its field, or the choice that is made or comes first. */
const control = ['input', 'textarea'].map((tag) => `${tag}:not(:disabled):not([tabindex='-1'])`).join(',');

function focusNow(id: string): boolean {
  const root = document.querySelector<HTMLElement>(`[data-question='${CSS.escape(id)}']`);
  const found =
    root?.querySelector<HTMLElement>(`input:checked:not(:disabled)`) ?? root?.querySelector<HTMLElement>(control);
  if (!root || !found) return false;
  root.scrollIntoView({ block: 'nearest' });
  found.focus();
  return true;
}

function focusFirst(selector: string): boolean {
  const first = document.querySelector<HTMLElement>(selector);
  first?.focus();
  return first !== null;
}

/** Opens the form at a question. */
export function focusQuestion(key: AnswerKey): void {
  openSideTab('form');
  useFormFocus.setState({ question: key });
  sendFocus(() => focusNow(keyOf(key)), { frames: 10 });
}

/** The question that had the focus last, while it is still asked. */
function currentQuestion(): Question | undefined {
  const { question } = useFormFocus.getState();
  return question === null ? undefined : questions().find(({ key }) => keyOf(key) === keyOf(question));
}

/** Goes to the form: to the question that was left, or to the first that is open; first of all to a chosen passage's. */
export function goToForm(): void {
  // A key may come before the passage that was coded by the key before it is the chosen one.
  afterCoding(goToFormNow);
}

function goToFormNow(): void {
  const all = questions();
  const current = currentQuestion();
  const passage = all.find(({ key, answer }) => key.annotation !== null && !answer);
  const target = current?.key.annotation === null ? (passage ?? current) : (current ?? passage);
  const first = target ?? all.find(({ answer }) => !answer) ?? all[0];
  if (first) focusQuestion(first.key);
  else {
    openSideTab('form');
    sendFocus(() => focusFirst('[data-form-status] [role=radio][aria-checked=true]'));
  }
}

/** Goes to the question after (1) or before (-1) this one; false at the ends. */
export function stepQuestion(key: AnswerKey, step: 1 | -1): boolean {
  const all = questions();
  const at = all.findIndex((question) => keyOf(question.key) === keyOf(key));
  const next = all[at + step];
  if (at === -1 || !next) return false;
  focusQuestion(next.key);
  return true;
}

/** Goes to the next question without an answer, round the end. */
export function goToUnanswered(): void {
  const all = questions();
  const current = currentQuestion();
  const at = current === undefined ? -1 : all.indexOf(current);
  const from = at === -1 ? all.findIndex(({ key }) => key.variable === useFormFocus.getState().question?.variable) : at;
  const next = [...all.slice(from + 1), ...all.slice(0, from + 1)].find(({ answer }) => !answer);
  if (next) focusQuestion(next.key);
  else if (all.length > 0) notify('info', formStrings.allAnswered);
}

/** Whether the focus is in the form, on a question. */
export function isOnQuestion(): boolean {
  return canChange() && document.activeElement?.closest('[data-question]') != null && currentQuestion() !== undefined;
}

/** Gives the question that has the focus an answer without a value, or (null) takes its answer away. */
export function answerCurrent(state: 'absent' | 'not-applicable' | null): void {
  const current = currentQuestion();
  if (current) setAnswer(current.key, state === null ? null : { state, value: null });
}

/** Lets the answer that was worked on last point at the passage that is selected in the reader. */
export function pointAtSelection(): void {
  const current = currentQuestion();
  if (current) void addEvidence(current.key);
  else notify('info', formStrings.chooseQuestion);
}

/** Goes to a question that is listed as missing; for a passage's, to its coding first. */
export function goToMissing(document: string, { variable, annotation }: Missing): void {
  if (annotation !== null) {
    const coding = useRecords.getState().open?.annotations.get(annotation);
    if (coding) reader()?.select(coding.start, coding.end, { scroll: true, focus: false });
    useUi.setState({ activeAnnotation: annotation });
  }
  focusQuestion({ document, annotation, variable });
}

/** The acting coder's status in the open article. */
export function currentStatus(): WorkStatus {
  const { open, status } = useRecords.getState();
  return (open && progressOf(open, status?.coder?.id)?.status) ?? 'to-do';
}

/**
 * Sets how far the coder is with the open article. Answers true when that was done. While answers are missing, the
 * article is not done, and the form lists them.
 */
async function writeStatus(status: WorkStatus, reason: string): Promise<boolean> {
  const document = useRecords.getState().open?.document.id;
  if (document === undefined) return false;
  await saveDrafts();
  const done = await orNotice(async () => {
    try {
      await whileSaving(() => client().call('progress.set', { document, status, reason }));
      useFormFocus.setState({ missing: null });
      return true;
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'incomplete') throw error;
      await listMissing(document);
      return false;
    }
  });
  return done ?? false;
}

async function listMissing(document: string): Promise<void> {
  const rows = await client().call('progress.missing', { document });
  useFormFocus.setState({ missing: { document, rows } });
  openSideTab('form');
  sendFocus(() => focusFirst('[data-missing-list] button'));
}

/** Sets the status; to be set aside, an article needs a reason, which is asked for. */
export function setStatus(status: WorkStatus): void {
  if (!canChange() || (status === currentStatus() && status !== 'set-aside')) return;
  withCoder(() => {
    if (status === 'set-aside') openSetAside();
    else void writeStatus(status, '');
  });
}

function openSetAside(): void {
  const { open, status } = useRecords.getState();
  if (!open) return;
  const reason = progressOf(open, status?.coder?.id)?.reason ?? '';
  openDialog({ kind: 'setAside', document: open.document.id, reason });
}

export function setAside(reason: string): void {
  void writeStatus('set-aside', reason);
}

/** Marks the article done and opens the next one. */
export function finishArticle(): void {
  if (!canChange() || !useRecords.getState().open) return;
  withCoder(() => void writeStatus('done', '').then((done) => (done ? goToNextArticle() : undefined)));
}

export type ArticleOrder = 'list' | 'random';

/** In which order articles follow one another, as this machine remembers it. */
export function articleOrder(): ArticleOrder {
  return useSettings.getState().layout.articleOrder === 'random' ? 'random' : 'list';
}

/** A number that fixes the random order; one of its own for each machine, unless it is chosen. */
export function articleSeed(): number {
  return layoutNumber('articleSeed', 1);
}

export function chooseOrder(order: ArticleOrder, seed?: number): void {
  rememberLayout({ articleOrder: order, ...(seed !== undefined && { articleSeed: seed }) });
}

/** Opens the next article that the coder has not done or set aside. */
export async function goToNextArticle(): Promise<void> {
  await saveDrafts();
  const { open } = useRecords.getState();
  if (!currentProject()) return;
  const next = await orNotice(() =>
    client().call('progress.next', {
      document: open?.document.id ?? null,
      order: articleOrder(),
      seed: articleSeed(),
    }),
  );
  if (next === undefined) return;
  if (next === null) {
    // The program looks for another article than the one that is open, which may be left itself.
    const isLeft = open !== null && ['to-do', 'working'].includes(currentStatus());
    notify('info', isLeft ? formStrings.lastLeft : formStrings.noneLeft);
    return;
  }
  await showDocument(next);
  reader()?.focus();
}
