import type { Incident } from '../../../api/project.ts';

const titles: Readonly<Record<Incident['fault'], string>> = {
  gone: 'Another program has moved or removed this project’s file.',
  replaced: 'Another program has put another file in the place of this project’s.',
  log: 'Another program has taken away the log of this project’s file.',
};

/** What is said when the file of the open project is no longer the one that was opened. */
export const incidentStrings = {
  title: (fault: Incident['fault']) => titles[fault],
  rescued: (before: string, now: string, folder: string) =>
    `You go on in “${now}”, in ${folder}. Every step of yours is in it. What lies under the name “${before}” now was not touched. Synchronising programs should pause while a project is open.`,
  stale: (before: string) =>
    `This window shows what “${before}” held before. Open the project again to see what it holds now.`,
  unsaved: (before: string, reason: string) =>
    `No copy of “${before}” could be written (${reason}). Nothing more is taken in, and what you did last is in this window alone. Do not close it: make room on the disk or bring the folder back, then go on; Galley tries again with your next step.`,
  dismiss: 'Understood',
};
