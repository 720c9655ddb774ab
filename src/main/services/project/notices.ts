import { readFileSync } from 'node:fs';
import { noticeSchema } from '../../../shared/api/program.ts';
import type { Notice } from '../../../shared/api/program.ts';
import { AppError } from '../../../shared/errors.ts';
import { said } from '../../../shared/words/message.ts';
import type { Handlers } from '../../app/handlers.ts';

/** The list that the build wrote beside one part of the program. */
function readNotices(path: string): Notice[] {
  let written: string;
  try {
    written = readFileSync(path, 'utf8');
  } catch {
    throw new AppError('file-unreadable', said('project.noLicences', { path }), { path });
  }
  return noticeSchema.array().parse(JSON.parse(written));
}

/** What the program is made with. */
export const noticeHandlers = {
  'program.notices': ({ platform }) => {
    const all = platform.noticesFiles.flatMap(readNotices);
    const once = new Map(all.map((notice) => [`${notice.name} ${notice.version}`, notice]));
    return [...once.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  },
} satisfies Partial<Handlers>;
