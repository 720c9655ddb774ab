import type { Answer, Arguments, MethodName, MethodOf } from '../../shared/api/contract.ts';
import { AppError } from '../../shared/errors.ts';
import type { Id } from '../../shared/model/records.ts';
import { client } from '../state/client.ts';
import { useRecords } from '../state/records.ts';
import { notify, openDialog, useUi } from '../state/ui.ts';

/**
 * Runs what the user asked for. What went wrong is said in a notice (giving up is not an error) and answered with
 * `undefined`; errors that are not the user's go on, to be seen.
 */
export async function orNotice<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code !== 'cancelled') notify('error', error.message);
    return undefined;
  }
}

/** Milliseconds after which an unanswered command is worth a word. */
const noticeable = 200;

/** Runs a command or control; when the answer takes long, the status line says “Saving…” until it comes. */
export async function whileSaving<T>(work: () => Promise<T>): Promise<T> {
  const count = (step: number): void => useUi.setState(({ pending }) => ({ pending: pending + step }));
  const shown = { times: 0 };
  const timer = setTimeout(() => {
    shown.times = 1;
    count(1);
  }, noticeable);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
    if (shown.times > 0) count(-1);
  }
}

/** Acts that are asked about whenever they are done, because they take away or touch many. */
const askedEachTime: ReadonlySet<string> = new Set(['annotations.remove', 'annotations.recodeMany']);

/** What was said to be meant: the act, on these records, by this coder. Moving a boundary by keys asks once, not each time. */
const saidToBeMeant = new Set<string>();

function actOn(method: string, input: object): string {
  const { annotation, annotations, link } = input as { annotation?: Id; annotations?: Id[]; link?: Id }; // absent or so
  const coder = useRecords.getState().status?.coder?.id ?? null;
  return JSON.stringify([coder, method, annotation, annotations, link]);
}

/** Asks whether work of other coders, which an act would change or remove, is meant. */
function askWhetherMeant(error: AppError): Promise<boolean> {
  return new Promise((answer) => {
    const question = {
      coder: String(error.details['coder'] ?? ''),
      records: Number(error.details['records'] ?? 1),
      answer,
    };
    openDialog({ kind: 'othersWork', question });
  });
}

/** What came of an act: its answer, or null where it touches work of others and was not meant. */
type Outcome<T> = { answer: T } | null;

async function sendWhenMeant<M extends MethodOf<'command' | 'control'> & MethodName>(
  method: M,
  input: Arguments<M>,
): Promise<Outcome<Answer<M>>> {
  try {
    return { answer: await whileSaving(() => client().call(method, input)) };
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'others-work')) throw error;
    const act = actOn(method, input);
    if (!saidToBeMeant.has(act) && !(await askWhetherMeant(error))) return null;
    if (!askedEachTime.has(method)) saidToBeMeant.add(act);
    const meant = { ...input, confirmed: true }; // only methods that know `confirmed` refuse so
    return { answer: await whileSaving(() => client().call(method, meant)) };
  }
}

/** As `orNotice`, for a command or control. One that touches the work of another coder is sent once it is known to be meant. */
export async function send<M extends MethodOf<'command' | 'control'> & MethodName>(
  method: M,
  input: Arguments<M>,
): Promise<Answer<M> | undefined> {
  const outcome = await orNotice(() => sendWhenMeant(method, input));
  return outcome?.answer;
}

/**
 * As `send`, for what was typed into a field. Says whether the field may forget it: it is saved, or was not meant after all. What could
 * not be saved must stay where it was typed.
 */
export async function sendTyped<M extends MethodOf<'command'> & MethodName>(
  method: M,
  input: Arguments<M>,
): Promise<boolean> {
  return (await orNotice(() => sendWhenMeant(method, input))) !== undefined;
}

/** Starts work whose end nobody waits for; its errors are shown all the same. */
export function inBackground(work: () => Promise<unknown>): void {
  void orNotice(work);
}
