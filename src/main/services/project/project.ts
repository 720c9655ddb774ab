import { existsSync, mkdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { appWords } from '#words/core/app.ts';
import type { ControlContext, Handlers } from '../../app/handlers.ts';
import { projectJobs } from '../../jobs/project/jobs.ts';
import { isRestoring } from '../../store/backup/restore.ts';
import { agreedCoder } from '../../store/rows/coder.ts';
import { countRecords, renameProject } from '../../store/rows/project.ts';
import { blindCoder } from '../coding/blindCoder.ts';
import { projectFileName } from './projectFile.ts';
import { fillSample, readSample } from './sampleProject.ts';

async function openSample(context: ControlContext): Promise<void> {
  const { platform, session } = context;
  const sample = readSample(platform.resourcesFolder);
  mkdirSync(platform.projectsFolder, { recursive: true });
  const path = join(platform.projectsFolder, projectFileName(sample.name));
  if (existsSync(path)) {
    await session.openFile(path);
    return;
  }
  await session.createFile(path, sample.name);
  fillSample(session, sample);
}

export const projectHandlers = {
  'project.status': ({ session }) => session.status(),
  'project.create': async (context, { folder, name }) => {
    const { session, grants, platform } = context;
    const target = folder === null ? platform.projectsFolder : grants.path(folder);
    if (folder === null) mkdirSync(target, { recursive: true });
    await session.createFile(join(target, projectFileName(name)), name);
    return session.status();
  },
  'project.open': async ({ session, grants }, { file }) => {
    await session.openFile(grants.path(file));
    return session.status();
  },
  'project.openSample': async (context) => {
    await openSample(context);
    return context.session.status();
  },
  'project.close': async ({ session }) => {
    await session.closeProject();
    return session.status();
  },
  'project.recent': ({ session, grants }) =>
    session.remembered.read().recent.map(({ path, name, opened }) => ({
      file: grants.grant(path),
      name: name === '' ? basename(path) : name,
      folder: dirname(path),
      fileName: basename(path),
      opened,
      missing: !existsSync(path) && !isRestoring(path),
    })),
  'project.forget': ({ session, grants }, { file }) => {
    const gone = grants.path(file);
    session.remembered.write({ recent: session.remembered.read().recent.filter(({ path }) => path !== gone) });
    return {};
  },
  'project.rename': ({ store }, { name }) => {
    renameProject(store.db, name);
    return { values: { name }, output: {} };
  },
  'project.stats': (context) => {
    const { store, sight, session } = context;
    const counts = countRecords(store.db, blindCoder(context));
    const isAgreedHidden = agreedCoder(store.db) !== undefined && !sight.seesAgreed(session.coder());
    return { ...counts, coders: counts.coders - Number(isAgreedHidden) };
  },
  'project.verify': async ({ store, jobs, signal, progress, label }) => {
    label(appWords.verifying);
    return await jobs.run(projectJobs.verify, { path: store.path, open: true }, { signal, progress });
  },
} satisfies Partial<Handlers>;
