import { formStrings } from '#words/window/form.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { Answer, AnswerKey, Entity } from '../../../../shared/model/variables.ts';
import { foldName } from '../../../../shared/text/folding.ts';
import { utf16 } from '../../../../shared/text/offsets.ts';
import { orNotice, whileSaving, send } from '../../../actions/ask.ts';
import { canChange } from '../../../actions/conditions.ts';
import { withCoder } from '../../../actions/withCoder.ts';
import { afterFrame } from '../../../state/afterFrame.ts';
import { client } from '../../../state/client.ts';
import { useRecords } from '../../../state/records.ts';
import { notify, useUi } from '../../../state/ui.ts';
import { dropDraft, putDraft, useDrafts } from '../state/drafts.ts';
import type { AnswerContent, Draft } from '../state/drafts.ts';
import { keyOf } from '../state/form.ts';

/** A pause in typing after which an answer is saved, in milliseconds. */
const pause = 400;

const timers = new Map<string, ReturnType<typeof setTimeout>>();

/** The acting coder's answer to a question, as it is on the disk. Only for the open document. */
function answerTo(key: AnswerKey): Answer | undefined {
  const { open, status } = useRecords.getState();
  const coder = status?.coder?.id;
  if (!open || coder === undefined) return undefined;
  return [...open.answers.values()].find(
    (answer) =>
      answer.variable === key.variable &&
      answer.annotation === key.annotation &&
      answer.document === key.document &&
      answer.coder === coder,
  );
}

/**
 * Takes an answer in. `at-once` for a choice; `after-pause` while it is being typed or looked for with arrow keys. Where nobody
 * says who codes, nothing was answered.
 */
export function answer(
  draft: Pick<Draft, 'key' | 'typed' | 'content'> & { error?: string | null },
  when: 'at-once' | 'after-pause',
): void {
  if (!canChange()) return;
  withCoder(() => {
    putDraft({ error: null, isSaved: false, ...draft });
    const id = keyOf(draft.key);
    clearTimeout(timers.get(id));
    timers.delete(id);
    if (draft.content === undefined) return;
    if (when === 'at-once') void save(id);
    else
      timers.set(
        id,
        setTimeout(() => void save(id), pause),
      );
  });
}

/** Saves what was typed for a question, if its pause is not over yet. */
export async function saveDraft(key: AnswerKey): Promise<void> {
  if (timers.has(keyOf(key))) await save(keyOf(key));
}

/** Saves all that was typed and is not saved yet, each for the article it was typed for. */
export async function saveDrafts(): Promise<void> {
  await Promise.all([...timers.keys()].map(save));
}

function write({ key, content }: Draft): Promise<unknown> {
  if (content === null || content === undefined) return client().call('answers.clear', key);
  return client().call('answers.set', { ...key, ...content });
}

/** Whether the focus is on a question. */
function hasFocus(id: string): boolean {
  return document.activeElement?.closest<HTMLElement>('[data-question]')?.dataset.question === id;
}

/** The answer is on the disk: what was typed stays as it was typed until the field is left. */
function settle(draft: Draft): void {
  if (useDrafts.getState().drafts.get(keyOf(draft.key)) !== draft) return;
  if (draft.typed !== null && hasFocus(keyOf(draft.key))) putDraft({ ...draft, isSaved: true });
  // The event that holds the answer came first; components hear of it after the next frame.
  else afterFrame(() => dropDraft(draft));
}

/** A field was left: what was typed is saved if it was not, and from then on the field shows what is on the disk. */
export function leaveField(key: AnswerKey): void {
  const draft = useDrafts.getState().drafts.get(keyOf(key));
  if (draft?.isSaved === true) dropDraft(draft);
  else void saveDraft(key);
}

/** A value that is refused stays in its field with the reason beside it. */
async function save(id: string): Promise<void> {
  clearTimeout(timers.get(id));
  timers.delete(id);
  const draft = useDrafts.getState().drafts.get(id);
  if (draft?.content === undefined) return;
  try {
    await whileSaving(() => write(draft));
    settle(draft);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (useDrafts.getState().drafts.get(id) !== draft) return;
    if (error.code === 'bad-input' && draft.content !== null) putDraft({ ...draft, error: error.message });
    else {
      dropDraft(draft);
      notify('error', error.message);
    }
  }
}

/** Sets what a question's answer is, or with null makes it not yet coded again. */
export function setAnswer(key: AnswerKey, content: AnswerContent): void {
  answer({ key, typed: null, content }, 'at-once');
}

/** Takes the passage that is selected in the reader as evidence of an answer that is there. */
export async function addEvidence(key: AnswerKey): Promise<void> {
  await saveDraft(key);
  const { selection } = useUi.getState();
  const known = answerTo(key);
  if (!known) notify('info', formStrings.answerFirst);
  else if (!selection) notify('info', formStrings.selectFirst);
  else {
    const { start, end } = selection;
    if (known.evidence.some((span) => span.start === utf16(start) && span.end === utf16(end))) return;
    const evidence = [...known.evidence, { start, end }].sort((a, b) => a.start - b.start || a.end - b.end);
    await send('answers.set', { ...key, state: known.state, value: known.value, evidence });
  }
}

export async function removeEvidence(key: AnswerKey, at: number): Promise<void> {
  const known = answerTo(key);
  if (!known) return;
  const evidence = known.evidence.filter((_, index) => index !== at);
  await send('answers.set', { ...key, state: known.state, value: known.value, evidence });
}

/** Picks an entity that is made by the same act of the hand, or that was made under this name a moment ago. */
export async function createEntity(key: AnswerKey, list: string, name: string): Promise<void> {
  const entity = await whileSaving(() => orNotice(() => newOrKnownEntity(list, name)));
  if (entity) setAnswer(key, { state: 'given', value: entity.id });
}

async function newOrKnownEntity(list: string, name: string): Promise<Entity> {
  try {
    return await client().call('entities.create', { list, name });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'conflict') throw error;
    const all = await client().call('entities.list', {});
    const known = all.find((entity) => entity.list === list && foldName(entity.name) === foldName(name));
    if (!known) throw error;
    return known;
  }
}
