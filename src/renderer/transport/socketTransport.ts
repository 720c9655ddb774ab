import { plainJson } from '../../shared/api/carrier.ts';
import type { ReplyMessage } from '../../shared/api/carrier.ts';
import type { AnyEvent } from '../../shared/api/events.ts';
import { AppError, errorFromWire } from '../../shared/errors.ts';
import { said } from '../../shared/words/message.ts';
import type { Connection } from './connection.ts';

/** What is used of a WebSocket: browsers and Node have the same. */
export type SocketLike = {
  send(data: string): void;
  close(): void;
  addEventListener(type: 'open' | 'close', listener: () => void): void;
  addEventListener(type: 'message', listener: (message: { data: unknown }) => void): void;
};

export type SocketOptions = {
  /** Milliseconds before the first attempt to reconnect; doubled with each until `longestPause`. */
  firstPause?: number;
  longestPause?: number;
  /** Milliseconds that a call waits for the program to come back before it is rejected. */
  patience?: number;
};

type Waiting = { text: string; resolve: (output: unknown) => void; reject: (error: AppError) => void };

/**
 * The carrier over a WebSocket. When the connection breaks, calls that were under way are rejected, for no one knows
 * whether they were done; later calls wait for the new connection. After it is made, listeners get a `status` event of
 * their own, which asks them to fetch anew what they show.
 */
export function socketTransport(
  connect: () => SocketLike,
  options: SocketOptions = {},
): Connection & { close(): void } {
  return new SocketConnection(connect, { firstPause: 100, longestPause: 5000, patience: 10_000, ...options });
}

class SocketConnection implements Connection {
  readonly #connect: () => SocketLike;
  readonly #options: Required<SocketOptions>;
  readonly #listeners = new Set<(event: AnyEvent) => void>();
  readonly #watchers = new Set<(connected: boolean) => void>();
  readonly #underWay = new Map<number, Waiting>();
  readonly #queued = new Map<number, Waiting>();
  #socket: SocketLike | null = null;
  #open = false;
  #everOpen = false;
  #closed = false;
  #count = 0;
  #attempts = 0;

  constructor(connect: () => SocketLike, options: Required<SocketOptions>) {
    this.#connect = connect;
    this.#options = options;
    this.#dial();
  }

  async call(method: string, input: unknown): Promise<unknown> {
    const id = ++this.#count;
    const text = plainJson({ id, method, input });
    if (this.#closed) throw unreachableError();
    return new Promise((resolve, reject) => {
      const waiting = { text, resolve, reject };
      if (this.#open) this.#send(id, waiting);
      else this.#queue(id, waiting);
    });
  }

  listen(receive: (event: AnyEvent) => void): () => void {
    this.#listeners.add(receive);
    return () => void this.#listeners.delete(receive);
  }

  watch(receive: (connected: boolean) => void): () => void {
    this.#watchers.add(receive);
    return () => void this.#watchers.delete(receive);
  }

  /** Ends the connection for good. */
  close(): void {
    this.#closed = true;
    this.#socket?.close();
    for (const waiting of this.#queued.values()) waiting.reject(unreachableError());
    this.#queued.clear();
  }

  #dial(): void {
    const socket = this.#connect();
    this.#socket = socket;
    socket.addEventListener('open', () => this.#opened());
    socket.addEventListener('message', ({ data }) => this.#received(String(data)));
    socket.addEventListener('close', () => this.#lost());
  }

  #opened(): void {
    this.#open = true;
    this.#attempts = 0;
    for (const [id, waiting] of this.#queued) this.#send(id, waiting);
    this.#queued.clear();
    if (this.#everOpen) {
      this.#tellWatchers(true);
      this.#tell({ event: 'status', data: {} });
    }
    this.#everOpen = true;
  }

  #lost(): void {
    const wasOpen = this.#open;
    this.#open = false;
    const rejected = [...this.#underWay.values()];
    this.#underWay.clear();
    for (const waiting of rejected)
      waiting.reject(new AppError('internal', said('transport.lost'), { connection: 'lost' }));
    if (this.#closed) return;
    if (wasOpen) this.#tellWatchers(false);
    const pause = Math.min(this.#options.firstPause * 2 ** this.#attempts, this.#options.longestPause);
    this.#attempts += 1;
    setTimeout(() => {
      if (!this.#closed) this.#dial();
    }, pause);
  }

  #send(id: number, waiting: Waiting): void {
    this.#underWay.set(id, waiting);
    this.#socket?.send(waiting.text);
  }

  #queue(id: number, waiting: Waiting): void {
    this.#queued.set(id, waiting);
    setTimeout(() => {
      if (this.#queued.delete(id)) waiting.reject(unreachableError());
    }, this.#options.patience);
  }

  #received(text: string): void {
    const message = JSON.parse(text) as ReplyMessage | AnyEvent; // written by the program's own server
    if ('event' in message) {
      this.#tell(message);
      return;
    }
    const waiting = this.#underWay.get(message.id);
    this.#underWay.delete(message.id);
    if (message.ok) waiting?.resolve(message.output);
    else waiting?.reject(errorFromWire(message.error));
  }

  #tell(event: AnyEvent): void {
    for (const receive of this.#listeners) receive(event);
  }

  #tellWatchers(connected: boolean): void {
    for (const receive of this.#watchers) receive(connected);
  }
}

function unreachableError(): AppError {
  return new AppError('internal', said('transport.closed'), { connection: 'lost' });
}
