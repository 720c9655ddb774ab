type Named = { name: string };

/** What is called the same everywhere of exports and packages. */
export const ofExport = {
  actions: {
    'export.data': 'Export data…',
    'project.package': 'Package without texts…',
    'project.reattach': 'Re-attach a package…',
  },
  acts: {
    'packages.attach': ({ file }: { file: string }) => `Re-attach package ${file}`,
    'recipes.remove': ({ name }: Named) => `Remove the export “${name}”`,
    'recipes.rename': ({ name, to }: { name: string; to: string }) => `Rename the export “${name}” to “${to}”`,
    'recipes.save': ({ name }: Named) => `Save the export “${name}”`,
  },
  records: {
    recipe: 'A saved export',
  },
} as const;
