import type { IncomingMessage } from 'node:http';
import { hostsWords } from '#words/core/hosts.ts';
import { pageKey } from '../../../shared/api/carrier.ts';
import type { App } from '../../app/createApp.ts';
import { safetyHeaders } from '../shared/contentSecurity.ts';
import { readStaticFile } from '../shared/staticFiles.ts';
import { answerText, wantedText } from '../shared/texts.ts';
import { answerUpload } from '../shared/uploads.ts';
import type { Uploads } from '../shared/uploads.ts';
import { keyOfSocket } from './admission.ts';
import type { Admission } from './admission.ts';

/** What the server knows when it looks at a request. */
export type Premises = {
  /** `http://127.0.0.1:PORT`, the only address under which it answers. */
  readonly origin: URL;
  readonly app: Pick<App, 'handle'>;
  readonly windowFolder: string;
  readonly admission: Admission;
  readonly uploads: Uploads;
  readonly log: (message: string) => void;
};

export type Answer = { status: number; headers: Record<string, string>; body: string | Uint8Array };

/** Answers everything but the upgrade to a WebSocket. Refusals are answers too. */
export async function answerRequest(premises: Premises, request: IncomingMessage): Promise<Answer> {
  const { path, query } = target(request);
  const reading = request.method === 'GET' || request.method === 'HEAD';
  const token = query.get('token');
  // Another name for this machine would let a foreign page reach us through its own name service.
  if (request.headers.host !== premises.origin.host) return refusal(403, hostsWords.wrongHost);
  if (request.method === 'GET' && path === '/' && token !== null) return admit(premises, token);
  if (!premises.admission.admits(request.headers.cookie)) {
    return refusal(401, hostsWords.onlyByAddress);
  }
  const isPage = premises.admission.knows(request.headers[pageKey.header]);
  if (reading) return read(premises, path, isPage);
  if (request.method !== 'POST') return refusal(405, hostsWords.noSuchMethod);
  if (request.headers.origin !== premises.origin.origin) return refusal(403, hostsWords.wrongOrigin);
  if (!isPage) return noKey();
  if (path !== '/files') return refusal(404, hostsWords.noSuchPlace);
  return receiveFile(premises, request, query.get('path'));
}

/** Why a request for a WebSocket is refused, as an HTTP status; null when it is welcome. */
export function upgradeRefusal(premises: Premises, request: IncomingMessage): number | null {
  if (request.headers.host !== premises.origin.host) return 403;
  if (request.headers.origin !== premises.origin.origin) return 403;
  if (!premises.admission.admits(request.headers.cookie)) return 401;
  if (!premises.admission.knows(keyOfSocket(request.headers['sec-websocket-protocol']))) return 401;
  return target(request).path === '/socket' ? null : 404;
}

function noKey(): Answer {
  return refusal(401, hostsWords.onlyTheWindow);
}

export function refusal(status: number, reason: string): Answer {
  return answer(status, `${reason}\n`, { 'Content-Type': 'text/plain; charset=utf-8' });
}

function answer(status: number, body: string | Uint8Array, headers: Record<string, string>): Answer {
  return { status, body, headers: { 'Cache-Control': 'no-store', ...safetyHeaders, ...headers } };
}

function target(request: IncomingMessage): { path: string; query: URLSearchParams } {
  const [path = '/', ...query] = (request.url ?? '/').split('?');
  return { path, query: new URLSearchParams(query.join('?')) };
}

/** The first page. It alone holds the key; loaded again it is the same page without it, and the window remembers. */
async function admit(premises: Premises, token: string): Promise<Answer> {
  const page = await readStaticFile(premises.windowFolder, '/');
  if (page === null) return refusal(404, hostsWords.notBuilt);
  const entry = premises.admission.redeem(token);
  if (entry === null) return refusal(401, hostsWords.addressUsed);
  const meta = `<meta name="${pageKey.meta}" content="${entry.key}">`;
  const html = Buffer.from(page.bytes).toString('utf8').replace('</head>', `${meta}</head>`);
  return answer(200, html, { ...page.headers, 'Set-Cookie': entry.cookie });
}

async function read(premises: Premises, path: string, isPage: boolean): Promise<Answer> {
  const document = wantedText(path);
  if (document !== null) {
    if (!isPage) return noKey();
    const { status, body, headers } = await answerText(premises.app, document);
    return answer(status, body, headers);
  }
  const file = await readStaticFile(premises.windowFolder, path);
  return file === null ? refusal(404, hostsWords.noSuchFile) : answer(200, file.bytes, file.headers);
}

async function receiveFile(premises: Premises, request: IncomingMessage, path: string | null): Promise<Answer> {
  const length = request.headers['content-length'];
  const announced = length === undefined ? null : Number(length);
  // The connection must outlive a refusal, or the page would never read it.
  const body = request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>; // no encoding was set: buffers
  const { status, json } = await answerUpload(premises.uploads, { path, body, announced }, premises.log);
  if (status !== 200) request.resume();
  return answer(status, json, { 'Content-Type': 'application/json; charset=utf-8' });
}
