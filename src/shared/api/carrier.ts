import { z } from 'zod';
import { AppError } from '../errors.ts';
import type { WireError } from '../errors.ts';
import { said } from '../words/message.ts';
import { isTooDeep, mostNesting } from '../text/json.ts';
import { fileRefSchema } from './files.ts';

/** A call on its way to the core. `id` is the caller's, to tell answers apart. */
export const callMessageSchema = z.strictObject({
  id: z.number().int().nonnegative(),
  method: z.string().max(100),
  input: z.unknown().optional(),
});

/** The answer to a call. */
export type ReplyMessage = { id: number } & ({ ok: true; output: unknown } | { ok: false; error: WireError });

/** The largest message that a carrier accepts, in bytes. */
export const messageLimit = 64 * 1024 * 1024;

/** The largest file that a window may hand over, in bytes. */
export const uploadLimit = 100 * 1024 * 1024;

/**
 * What the loopback host asks of a page besides its cookie, which browsers also send to other ports of this machine: a key that it
 * wrote into the first page, once. It comes in this header, or as the second protocol of the socket, after the first.
 */
export const pageKey = { meta: 'galley-key', header: 'x-galley-key', protocol: 'galley' } as const;

/** What `POST /files?path=…` answers when it took the file. */
export const uploadAnswerSchema = z.strictObject({ file: fileRefSchema });

/**
 * A value as JSON text. Rejects with `bad-input` what JSON cannot carry and would silently change: dates, maps and other
 * objects with a class, NaN and infinities, functions, big integers, holes, and what is nested too deep. Keys whose value is
 * undefined are left out.
 */
export function plainJson(value: unknown): string {
  if (value === undefined) throw new AppError('bad-input', said('fields.noValue'));
  if (isTooDeep(value))
    throw new AppError(
      'bad-input',
      said('fields.cannotRide', { reason: said('fields.tooDeep', { most: mostNesting }) }),
    );
  return JSON.stringify(value, function (this: unknown, key: string): unknown {
    const original = (this as Record<string, unknown>)[key]; // JSON.stringify calls with the holder; dates are still dates here
    if (!isPlain(original, Array.isArray(this))) {
      throw new AppError('bad-input', said('fields.valueCannotRide', { key }), {
        field: key,
      });
    }
    return original;
  });
}

function isPlain(value: unknown, inArray: boolean): boolean {
  if (value === undefined) return !inArray;
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object') return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Array.isArray(value) || Object.getPrototypeOf(prototype) === null;
}
