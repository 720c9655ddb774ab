import type { WireError } from '../../../shared/errors.ts';
import type { App } from '../../app/createApp.ts';

const address = /^\/texts\/([0-9a-f-]{36})$/;

/** The document whose text a window asks for by `GET /texts/DOCUMENT`; null when the path asks for something else. */
export function wantedText(path: string): string | null {
  return address.exec(path)?.[1] ?? null;
}

export type TextAnswer = { status: number; body: string | Buffer<ArrayBuffer>; headers: { 'Content-Type': string } };

/**
 * Answers `documents.text` outside the calls: a text of 5 MB takes a third of the time as a plain body that it takes
 * as a JSON string in a message. A refusal is the JSON text of `{error}`.
 */
export async function answerText(app: Pick<App, 'handle'>, document: string): Promise<TextAnswer> {
  const reply = await app.handle('documents.text', { document });
  if (!reply.ok) return refused(reply.error);
  const { text } = reply.output as { text: string }; // what the contract says of documents.text
  return { status: 200, body: Buffer.from(text), headers: { 'Content-Type': 'text/plain; charset=utf-8' } };
}

function refused(error: WireError): TextAnswer {
  const status = error.code === 'internal' ? 500 : 404;
  return { status, body: JSON.stringify({ error }), headers: { 'Content-Type': 'application/json; charset=utf-8' } };
}
