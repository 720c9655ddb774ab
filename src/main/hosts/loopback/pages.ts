import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import { messageLimit, pageKey } from '../../../shared/api/carrier.ts';
import type { App } from '../../app/createApp.ts';
import { answerText } from '../shared/messages.ts';

/** Milliseconds between two questions to a page whether it is still there. */
const pingPause = 30_000;

/** Milliseconds that a page has to take its leave. */
const leavePause = 500;

/** The pages that are connected. */
export type Pages = {
  /** Turns an admitted request into a connection. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  count(): number;
  close(): void;
};

/** Answers the calls of pages and brings every event to each of them. `changed` hears of pages that come and go. */
export function createPages(app: Pick<App, 'handle' | 'listen'>, changed: (count: number) => void): Pages {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: messageLimit,
    // Calls that come in one piece would else be made in one go, and the event of a later one would overtake the answer of an earlier
    // one, which then is older than what the window knows.
    allowSynchronousEvents: false,
    handleProtocols: () => pageKey.protocol, // never the key, which stands beside it
  });
  const answering = new Set<WebSocket>();
  const stopListening = app.listen((event) => {
    const text = JSON.stringify(event);
    for (const page of server.clients) deliver(page, text);
  });
  const ping = setInterval(() => {
    for (const page of server.clients) {
      if (!answering.delete(page)) page.terminate();
      else page.ping();
    }
  }, pingPause);
  ping.unref();

  server.on('connection', (page) => {
    answering.add(page);
    page.on('pong', () => answering.add(page));
    page.on('close', () => {
      answering.delete(page);
      changed(server.clients.size);
    });
    // A page that breaks the protocol is closed by ws itself, and then `close` follows.
    page.on('error', () => undefined);
    page.on('message', (data, binary) => {
      if (binary || !Buffer.isBuffer(data)) page.close(1003, 'text only');
      else void answer(app, page, data.toString('utf8'));
    });
    changed(server.clients.size);
  });

  return {
    accept: (request, socket, head) => {
      server.handleUpgrade(request, socket, head, (page) => server.emit('connection', page, request));
    },
    count: () => server.clients.size,
    close() {
      stopListening();
      clearInterval(ping);
      server.close();
      for (const page of server.clients) {
        page.close(1001, 'Galley was closed');
        setTimeout(() => page.terminate(), leavePause).unref();
      }
    },
  };
}

async function answer(app: Pick<App, 'handle'>, page: WebSocket, text: string): Promise<void> {
  const reply = await answerText(app, text);
  if (reply === null) page.close(1007, 'not a call');
  else deliver(page, reply);
}

/** A page that does not take its messages is cut off: it will come back and ask for what it missed. */
function deliver(page: WebSocket, text: string): void {
  if (page.readyState !== page.OPEN) return;
  if (page.bufferedAmount > messageLimit) page.terminate();
  else page.send(text);
}
