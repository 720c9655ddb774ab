import type { IncomingMessage } from 'node:http';
import type { App } from '../../app/createApp.ts';
import { safetyHeaders } from '../shared/contentSecurity.ts';
import { readStaticFile } from '../shared/staticFiles.ts';
import { answerText, wantedText } from '../shared/texts.ts';
import { answerUpload } from '../shared/uploads.ts';
import type { Uploads } from '../shared/uploads.ts';
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
  if (request.headers.host !== premises.origin.host) return refusal(403, 'Wrong host.');
  if (reading && path === '/' && token !== null) return admit(premises, request, token);
  if (!premises.admission.admits(request.headers.cookie)) {
    return refusal(401, 'Open Galley from the address that it printed when it started.');
  }
  if (reading) return read(premises, path);
  if (request.method !== 'POST') return refusal(405, 'No such method.');
  if (request.headers.origin !== premises.origin.origin) return refusal(403, 'Wrong origin.');
  if (path !== '/files') return refusal(404, 'No such place.');
  return receiveFile(premises, request, query.get('path'));
}

/** Why a request for a WebSocket is refused, as an HTTP status; null when it is welcome. */
export function upgradeRefusal(premises: Premises, request: IncomingMessage): number | null {
  if (request.headers.host !== premises.origin.host) return 403;
  if (request.headers.origin !== premises.origin.origin) return 403;
  if (!premises.admission.admits(request.headers.cookie)) return 401;
  return target(request).path === '/socket' ? null : 404;
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

function admit(premises: Premises, request: IncomingMessage, token: string): Answer {
  const cookie = premises.admission.redeem(token);
  if (cookie === null) return refusal(401, 'This address was used already, or is wrong. Start Galley again.');
  const headers = { 'Set-Cookie': cookie, 'Content-Type': 'text/html; charset=utf-8' };
  // Browsers keep strict cookies back through redirects that began elsewhere, as in our launch page; so that one goes on
  // from a page of ours.
  if (request.headers['sec-fetch-site'] === 'cross-site') {
    return answer(200, '<!doctype html><title>Galley</title><meta http-equiv="refresh" content="0;url=/">', headers);
  }
  return answer(303, '', { ...headers, Location: '/' });
}

async function read(premises: Premises, path: string): Promise<Answer> {
  const document = wantedText(path);
  if (document !== null) {
    const { status, body, headers } = await answerText(premises.app, document);
    return answer(status, body, headers);
  }
  const file = await readStaticFile(premises.windowFolder, path);
  return file === null ? refusal(404, 'No such file.') : answer(200, file.bytes, file.headers);
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
