import type { Session, WebContents } from 'electron';
import { hostsWords } from '#words/core/hosts.ts';
import type { App } from '../../app/createApp.ts';
import { safetyHeaders } from '../shared/contentSecurity.ts';
import { readStaticFile } from '../shared/staticFiles.ts';
import { answerText, wantedText } from '../shared/texts.ts';
import { answerUpload } from '../shared/uploads.ts';
import type { Uploads } from '../shared/uploads.ts';
import type { Electron } from './electron.ts';

const scheme = 'galley';
const origin = `${scheme}://app`;

/** Where the window lives. */
export const pageAddress = `${origin}/`;

/** Schemes that lead nowhere but to this program. */
const localSchemes = new Set([`${scheme}:`, 'devtools:', 'data:']);

export function isOurPage(address: string): boolean {
  return address === pageAddress || address.startsWith(`${pageAddress}#`);
}

/** Makes `galley:` a scheme like https, with an origin of its own. To be called before Electron is ready. */
export function registerScheme(electron: Electron): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true };
  electron.protocol.registerSchemesAsPrivileged([{ scheme, privileges }]);
}

/**
 * Serves the window's files and the texts of documents (`GET /texts/DOCUMENT`), and takes the files that the window hands
 * over (`POST /files?path=…`).
 */
export function serveWindow(
  electron: Electron,
  app: Pick<App, 'handle'>,
  windowFolder: string,
  uploads: Uploads,
  log: (message: string) => void,
): void {
  electron.protocol.handle(scheme, async (request) => {
    const address = new URL(request.url);
    if (address.host !== 'app') return refuse(404, hostsWords.noSuchPlace);
    if (request.method === 'POST' && address.pathname === '/files') return receiveFile(request, uploads, log);
    if (request.method !== 'GET') return refuse(405, hostsWords.noSuchMethod);
    const document = wantedText(address.pathname);
    if (document !== null) {
      const { status, body, headers } = await answerText(app, document);
      return respond(status, body, { ...headers, 'Cache-Control': 'no-store' });
    }
    const file = await readStaticFile(windowFolder, address.pathname);
    return file === null ? refuse(404, hostsWords.noSuchFile) : respond(200, file.bytes, file.headers);
  });
}

async function receiveFile(request: Request, uploads: Uploads, log: (message: string) => void): Promise<Response> {
  // Not every request within a scheme of one's own says where it comes from; no other page can reach this scheme.
  if ((request.headers.get('origin') ?? origin) !== origin) return refuse(403, hostsWords.wrongOrigin);
  const path = new URL(request.url).searchParams.get('path');
  const delivery = { path, body: request.body ?? new Blob().stream(), announced: null };
  const { status, json } = await answerUpload(uploads, delivery, log);
  return respond(status, json, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' });
}

function refuse(status: number, reason: string): Response {
  return respond(status, `${reason}\n`, {});
}

function respond(status: number, body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string>): Response {
  return new Response(body, { status, headers: { ...safetyHeaders, ...headers } });
}

/** Takes everything from pages that Galley does not need: other addresses, permissions, devices. */
export function lockSession(session: Session): void {
  session.webRequest.onBeforeRequest((details, answer) =>
    answer({ cancel: !localSchemes.has(new URL(details.url).protocol) }),
  );
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
}

/** Keeps a page where it is: no other address, no further window, no page within the page. */
export function lockContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!isOurPage(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!isOurPage(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
