import type { Client } from '../../shared/api/client.ts';

let current: Client | null = null;

/** Says once, at start, how the window talks to the program. */
export function setClient(client: Client): void {
  current = client;
}

/** The program's other side. Fails loudly before `setClient`. */
export function client(): Client {
  if (current === null) throw new Error('the window asked before it was connected');
  return current;
}
