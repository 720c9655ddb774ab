import { createServer } from 'node:http';
import type { Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { hostsWords } from '#words/core/hosts.ts';
import { uploadLimit } from '../../../shared/api/carrier.ts';
import { AppError } from '../../../shared/errors.ts';
import { said } from '../../../shared/words/message.ts';
import type { App } from '../../app/createApp.ts';
import { createUploads } from '../shared/uploads.ts';
import { createAdmission } from './admission.ts';
import { createPages } from './pages.ts';
import { answerRequest, refusal, upgradeRefusal } from './requests.ts';
import type { Answer, Premises } from './requests.ts';

/** The program behind a port of this machine. */
export type LoopbackServer = {
  /** Where the window opens, with the launch token: good once. */
  readonly address: string;
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  close(): Promise<void>;
};

export type ServerOptions = {
  /** The built window. */
  windowFolder: string;
  /** 0: any free port. */
  port: number;
  /** Largest upload in bytes. */
  uploadLimit?: number;
  /** Hears how many pages are connected, whenever that changes. */
  pagesChanged?: ((count: number) => void) | undefined;
  log: (message: string) => void;
};

/** Serves the window and the program to this machine alone. Rejects with `conflict` when the port is taken. */
export async function startServer(app: App, options: ServerOptions): Promise<LoopbackServer> {
  const { windowFolder, log } = options;
  const server = createServer();
  const origin = await listen(server, options.port);
  const admission = createAdmission(Number(origin.port));
  const uploads = createUploads(app.grants, options.uploadLimit ?? uploadLimit);
  const pages = createPages(app, options.pagesChanged ?? (() => undefined));
  const premises: Premises = { origin, app, windowFolder, admission, uploads, log };
  server.on('request', (request, response) => {
    answerRequest(premises, request).then(
      (answer) => send(response, answer),
      (error: unknown) => {
        log(error instanceof Error ? (error.stack ?? error.message) : String(error));
        send(response, refusal(500, hostsWords.wentWrong));
      },
    );
  });
  server.on('upgrade', (request, socket, head) => {
    const status = upgradeRefusal(premises, request);
    if (status === null) pages.accept(request, socket, head);
    else refuseUpgrade(socket, status);
  });
  return {
    origin: origin.origin,
    address: `${origin.origin}/?token=${admission.token}`,
    async close() {
      pages.close();
      await stopListening(server);
      uploads.remove();
    },
  };
}

async function listen(server: Server, port: number): Promise<URL> {
  await new Promise<void>((resolve, reject) => {
    const failed = (error: Error): void => reject(isTaken(error) ? taken(port) : error);
    server.once('error', failed);
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      server.off('error', failed);
      resolve();
    });
  });
  const address = server.address() as AddressInfo; // a TCP server that listens has one
  return new URL(`http://127.0.0.1:${address.port}`);
}

function isTaken(error: Error): boolean {
  return 'code' in error && error.code === 'EADDRINUSE';
}

function taken(port: number): AppError {
  return new AppError('conflict', said('hosts.portTaken', { port }), { port });
}

async function stopListening(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function send(response: ServerResponse, answer: Answer): void {
  const { status, headers, body } = answer;
  response.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(body) });
  response.end(body); // for HEAD, node:http keeps the body back
}

function refuseUpgrade(socket: Duplex, status: number): void {
  socket.on('error', () => undefined); // the other side may be gone before it reads why
  socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
