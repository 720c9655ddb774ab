import { uploadAnswerSchema, uploadLimit } from '../../shared/api/carrier.ts';
import { wireErrorSchema } from '../../shared/api/events.ts';
import type { FileRef } from '../../shared/api/files.ts';
import { AppError, errorFromWire } from '../../shared/errors.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import { said } from '../../shared/words/message.ts';
import { keyHeaders } from './pageKey.ts';

/**
 * Hands a file that the user picked or dropped to the program and answers with its reference. `path` is its name, or its
 * path below the dropped folder, with forward slashes. Rejects with `file-too-large`, `file-unreadable` (gone since it was
 * picked, or the program cannot be reached) and what the program answers.
 */
export async function uploadFile(file: File, path: string): Promise<FileRef> {
  if (file.size > uploadLimit) {
    const megabytes = uploadLimit / (1024 * 1024);
    const facts = { file: path, limit: uploadLimit };
    throw new AppError('file-too-large', said('transport.tooLarge', { file: path, megabytes }), facts);
  }
  const response = await post(file, path);
  const answer: unknown = await response.json();
  if (response.ok) return uploadAnswerSchema.parse(answer).file;
  const error = wireErrorSchema.parse((answer as { error?: unknown }).error); // parsed here, whatever it is
  throw errorFromWire({ ...error, code: error.code as ErrorCode }); // the program's own word
}

async function post(file: File, path: string): Promise<Response> {
  try {
    return await fetch(`/files?path=${encodeURIComponent(path)}`, {
      method: 'POST',
      body: file,
      headers: { 'Content-Type': 'application/octet-stream', ...keyHeaders() },
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new AppError('file-unreadable', said('transport.notRead', { file: path, reason }), { file: path });
  }
}
