import { said, say } from './words/message.ts';
import type { Message } from './words/message.ts';

/** Every way a user's act can fail, as a stable word that scripts and tests may rely on. */
export const errorCodes = [
  'bad-input',
  'unknown-method',
  'no-project',
  'no-coder',
  'not-found',
  'read-only',
  'conflict',
  'others-work',
  'already-coded',
  'incomplete',
  'nothing-to-undo',
  'nothing-to-redo',
  'cancelled',
  'file-empty',
  'file-binary',
  'file-unsupported',
  'file-damaged',
  'file-too-large',
  'file-unreadable',
  'file-unwritable',
  'file-duplicate',
  'file-exists',
  'file-newer',
  'file-replaced',
  'not-a-project',
  'project-in-use',
  'internal',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** Extra facts about an error, plain JSON. */
export type ErrorDetails = Record<string, string | number | boolean | null>;

/**
 * An error that a user can cause and mend, without prose: `said` names the message that says what is wrong, where, and what to do,
 * in one line, and holds what it is told with; `message` has its words. `details` are what programs go by.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly said: Message;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, message: Message, details: ErrorDetails = {}) {
    super(say(message));
    this.name = 'AppError';
    this.code = code;
    this.said = message;
    this.details = details;
  }
}

/** The form in which an error crosses a carrier, with the words of the program that met it. */
export type WireError = { code: ErrorCode; message: string; details: ErrorDetails };

/** Rebuilds the error on the other side of a carrier. */
export function errorFromWire({ code, message, details }: WireError): AppError {
  return new AppError(code, said('general.asItIs', { words: message }), details);
}
