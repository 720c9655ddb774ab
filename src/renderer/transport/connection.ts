import type { Transport } from '../../shared/api/client.ts';

/** A transport that knows whether the program on the other side can be reached. */
export type Connection = Transport & {
  /** Calls back with `false` when the program is lost and with `true` when it is back. Electron's is never lost. */
  watch(receive: (connected: boolean) => void): () => void;
};
