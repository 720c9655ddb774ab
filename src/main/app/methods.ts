import type { z } from 'zod';
import type { MethodKind } from '../../shared/api/define.ts';
import type { MethodTable } from './handlers.ts';

/** A handler whose types the contract has checked already; here only its kind matters. */
export type AnyHandler = (context: unknown, input: unknown) => unknown;

/** A method as the dispatcher needs it. */
export type Method = { readonly kind: MethodKind; readonly input: z.ZodType; readonly handler: AnyHandler };

/**
 * The methods of the program. Those of a desk are loaded when one of them is first asked for: a command line needs few, and takes
 * longer to load all than to answer.
 */
export type Methods = {
  /** Undefined where there is no such method, or its desk is not there yet. */
  find(name: string): Method | undefined;
  /**
   * Null when `find` has the last word on this method now. Else what to wait for: while anything is being loaded, every call waits
   * in the order in which it came, so that none overtakes another.
   */
  awaited(name: string): Promise<void> | null;
  /** Loads what is not there. */
  loadAll(): Promise<void>;
};

type Loaded = { readonly api: Readonly<Record<string, unknown>>; readonly handlers: Readonly<Record<string, unknown>> };
type Loader = () => Promise<Loaded>;

export function createMethods(table: MethodTable): Methods {
  const loaders = new Map<string, Loader>(Object.entries(table));
  // By loader: with the first of a desk's namespaces the others are there, too.
  const loaded = new Map<Loader | undefined, Loaded>();
  let queue: Promise<void> | null = null;
  const load = async (namespace: string): Promise<void> => {
    const loader = loaders.get(namespace);
    if (loader && !loaded.has(loader)) loaded.set(loader, await loader());
  };
  const inTurn = (namespace: string): Promise<void> => {
    const turn = (queue ?? Promise.resolve()).catch(() => undefined).then(() => load(namespace));
    queue = turn;
    const leave = (): void => {
      if (queue === turn) queue = null;
    };
    turn.then(leave, leave);
    return turn;
  };
  return {
    find(name) {
      const desk = loaded.get(loaders.get(namespaceOf(name)));
      if (!desk || !Object.hasOwn(desk.api, name)) return undefined;
      const { kind, input } = desk.api[name] as Pick<Method, 'kind' | 'input'>; // what the table's type says
      return { kind, input, handler: desk.handlers[name] as AnyHandler };
    },
    awaited(name) {
      const namespace = namespaceOf(name);
      const loader = loaders.get(namespace);
      const isThere = loader === undefined || loaded.has(loader);
      return queue === null && isThere ? null : inTurn(namespace);
    },
    async loadAll() {
      for (const namespace of loaders.keys()) await load(namespace);
    },
  };
}

function namespaceOf(name: string): string {
  return name.slice(0, Math.max(0, name.indexOf('.')));
}
