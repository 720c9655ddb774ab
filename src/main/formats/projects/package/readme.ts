import { packagesWords as words } from '#words/core/packages.ts';
import { takenOut } from './leaks.ts';
import { packageVersion } from './manifest.ts';
import type { FreeText, Manifest } from './manifest.ts';

const freeTextWords: Readonly<Record<FreeText, string>> = {
  clean: words.textsCleaned({ mark: takenOut }),
  keep: words.textsKept,
  drop: words.textsDropped,
};

/** What a person reads first who opens a package. */
export function packageReadme({ program, project, quote, freeText, files }: Manifest): string {
  return words.readme({
    project: project.name,
    program,
    version: packageVersion,
    quotes: words.quotes({ quote }),
    texts: freeTextWords[freeText],
    list: files.map(({ name, records }) => `  ${name}: ${records}`).join('\n'),
  });
}
