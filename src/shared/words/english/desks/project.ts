type Named = { name: string };

/** What is called the same everywhere of the project. */
export const ofProject = {
  actions: {
    'project.new': 'New project…',
    'project.open': 'Open project…',
    'project.openSample': 'Open the sample project',
    'project.rename': 'Rename project…',
    'project.close': 'Close project',
    'project.backups': 'Backups…',
    'project.verify': 'Verify project',
    'coder.identify': 'Who is coding…',
  },
  acts: {
    'coders.add': ({ name }: Named) => `Add coder “${name}”`,
    'project.create': ({ name }: Named) => `Create project “${name}”`,
    'project.openSample': 'Make the sample project',
    'project.rename': ({ name }: Named) => `Rename project to “${name}”`,
  },
  records: {
    project: 'The project’s own record',
    coder: 'A coder',
  },
} as const;
