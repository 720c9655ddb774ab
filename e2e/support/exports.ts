import { join } from 'node:path';

/** The folder of its own that a project in the projects folder is exported to at first. */
export function exportsOf(home: string, project = 'Harbour strike (sample)'): string {
  return join(home, 'projects', 'Exports', project);
}
