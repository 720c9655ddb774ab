import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { byName, noticesOf, packageOf, withDependencies } from './packages.ts';
import type { Notice } from './packages.ts';

/** The name of the package in an import such as `@scope/name/part`. */
function packageName(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function isOutside(specifier: string): boolean {
  return !specifier.startsWith('node:') && !builtinModules.includes(specifier) && specifier !== 'electron';
}

/**
 * Data of others among the sources, with the file that holds its terms. Those of Unicode are word for word as `jsdom` ships
 * them in its LICENSE.txt with the same data.
 */
const data = [
  {
    source: 'src/shared/text/words/table.ts',
    terms: 'src/shared/text/words/UNICODE-LICENSE.txt',
    name: 'Unicode Character Database',
    version: '17.0.0',
    licence: 'Unicode-3.0',
  },
];

function dataNotices(project: string, files: readonly string[]): Notice[] {
  return data
    .filter(({ source }) => files.includes(join(project, source)))
    .map(({ terms, name, version, licence }) => {
      return { name, version, licence, text: readFileSync(join(project, terms), 'utf8').trim() };
    });
}

/**
 * Writes `notices.json` beside a bundle: name, version and licence of every package that has a part in it, in code, styles
 * or files (fonts), and of those that the bundle finds in `node_modules` when it runs, with all that these need. Electron
 * brings its own. Data of others among the sources is named, too. A package that may not be shipped ends the build.
 */
export function notices(project: string): Plugin {
  return {
    name: 'galley-notices',
    generateBundle(_options, bundle) {
      const files: string[] = [];
      const outside = new Set<string>();
      for (const part of Object.values(bundle)) {
        if (part.type === 'asset') {
          files.push(...part.originalFileNames.map((name) => resolve(this.environment.config.root, name)));
          continue;
        }
        files.push(...part.moduleIds.map((id) => id.replace(/[?\0].*$/su, '')));
        for (const name of [...part.imports, ...part.dynamicImports]) {
          if (!(name in bundle) && isOutside(name)) outside.add(packageName(name));
        }
      }
      const folders = withDependencies(project, outside);
      for (const file of files) {
        const folder = packageOf(join(file));
        if (folder !== null) folders.add(folder);
      }
      const all = [
        ...noticesOf(folders),
        ...dataNotices(
          project,
          files.map((file) => join(file)),
        ),
      ].sort(byName);
      this.emitFile({ type: 'asset', fileName: 'notices.json', source: JSON.stringify(all, null, 1) });
    },
  };
}
