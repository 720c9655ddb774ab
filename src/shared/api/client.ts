import { AppError, errorFromWire } from '../errors.ts';
import type { ErrorCode, WireError } from '../errors.ts';
import { said } from '../words/message.ts';
import type { Answer, Arguments, MethodName, MethodOf, Result } from './contract.ts';
import type { AnyEvent, EventData, EventName, Task } from './events.ts';

/** What a carrier has to do: bring a call there and its answer back, and bring events. */
export type Transport = {
  /** Answers with the plain-JSON output, or rejects with an AppError. */
  call(method: string, input: unknown): Promise<unknown>;
  /** Calls back for each event until the returned function is called. */
  listen(receive: (event: AnyEvent) => void): () => void;
};

/** The typed face of a transport. */
export type Client = {
  call<M extends MethodName>(method: M, input: Arguments<M>): Promise<Answer<M>>;
  on<E extends EventName>(event: E, receive: (data: EventData<E>) => void): () => void;
  /** Starts a task and waits for its result. Rejects with its error, or `cancelled`. */
  run<M extends MethodOf<'task'>>(method: M, input: Arguments<M>, progress?: (task: Task) => void): Promise<Result<M>>;
};

export function createClient(transport: Transport): Client {
  const call: Client['call'] = async (method, input) => (await transport.call(method, input)) as Answer<typeof method>; // the other side parsed and typed it
  const on: Client['on'] = (name, receive) =>
    transport.listen((event) => {
      if (event.event === name) receive(event.data as Parameters<typeof receive>[0]); // same name, same data
    });
  return { call, on, run: (method, input, progress) => runTask(transport, method, input, progress) };
}

/** Events may overtake the answer that names the task, so they are kept until the task's id is known. */
async function runTask<M extends MethodOf<'task'>>(
  transport: Transport,
  method: M,
  input: Arguments<M>,
  progress?: (task: Task) => void,
): Promise<Result<M>> {
  const early: Task[] = [];
  let id: string | null = null;
  let settle: (task: Task) => void = () => undefined;
  const ended = new Promise<Task>((resolve) => (settle = resolve));
  const receive = (task: Task): void => {
    if (id === null) early.push(task);
    else if (task.id === id) {
      progress?.(task);
      if (task.state !== 'running') settle(task);
    }
  };
  const stop = transport.listen((event) => {
    if (event.event === 'task') receive(event.data);
  });
  try {
    const started = (await transport.call(method, input)) as { task: string }; // what every task answers
    id = started.task;
    early.forEach(receive);
    const task = await ended;
    if (task.state === 'cancelled') throw new AppError('cancelled', said('fields.taskCancelled', { task: task.label }));
    if (task.error) throw errorFromWire({ ...task.error, code: task.error.code as ErrorCode } satisfies WireError);
    return task.result as Result<M>; // the task's output schema
  } finally {
    stop();
  }
}
