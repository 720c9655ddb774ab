import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { blindStates } from '../states/blind.ts';
import { codebookStates } from '../states/codebook.ts';
import { documentsStates } from '../states/documents.ts';
import { formStates } from '../states/form.ts';
import { projectStates } from '../states/project.ts';
import { readerStates } from '../states/reader.ts';
import { reliabilityStates } from '../states/reliability.ts';
import { welcomeStates } from '../states/welcome.ts';
import { makeBlind, makeDeskProject } from './deskProject.ts';
import { makeFullProject } from './fullProject.ts';
import { lookAt, takePictures } from './look.ts';
import type { State } from './look.ts';
import { withWindow } from './shots.ts';

export type Area = { area: string; states: readonly State[]; project: 'none' | 'full' | 'blind' };

/** Each area, and the project that it is shown with. */
export const areas: readonly Area[] = [
  { area: 'welcome', states: welcomeStates, project: 'none' },
  { area: 'reader', states: readerStates, project: 'full' },
  { area: 'form', states: formStates, project: 'full' },
  { area: 'documents', states: documentsStates, project: 'full' },
  { area: 'codebook', states: codebookStates, project: 'full' },
  { area: 'reliability', states: reliabilityStates, project: 'full' },
  { area: 'project', states: projectStates, project: 'full' },
  { area: 'blind', states: blindStates, project: 'blind' },
];

/**
 * Pictures of every state of the window, to be looked at: light, dark and narrow, in dist/looks/.
 * @param wanted names of areas; none: all
 * @returns states that could not be reached
 */
export async function looks(folder: string, wanted: readonly string[]): Promise<string[]> {
  const files = { full: join(folder, 'Full.galley'), blind: join(folder, 'Blind.galley') };
  const chosen = areas.filter(({ area }) => wanted.length === 0 || wanted.includes(area));
  if (chosen.some(({ project }) => project === 'full')) makeFullProject(folder, files.full);
  if (chosen.some(({ project }) => project === 'blind')) {
    makeDeskProject(folder, files.blind);
    makeBlind(folder, files.blind);
  }
  const failed: string[] = [];
  for (const { area, states, project } of chosen) {
    const place = join(folder, area);
    mkdirSync(join(place, 'home', 'projects'), { recursive: true });
    writeFileSync(join(place, 'home', 'projects', 'faulty.csv'), 'path\nA\nB\nA\nB\n');
    const file = join(place, 'Harbour strike.galley');
    if (project !== 'none') copyFileSync(files[project], file);
    await withWindow(join(place, 'home'), project === 'none' ? [] : [file], async (page) => {
      failed.push(...(await lookAt(page, area, states, takePictures)));
    });
  }
  return failed;
}
