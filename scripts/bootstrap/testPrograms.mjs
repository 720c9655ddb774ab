import { installDebian, installedDebian } from './apt.mjs';

/**
 * The independent programs and data that the tests check our files, numbers and words against, as Debian calls them. Of a line with
 * several names any one will do; the first is installed where there is none.
 * @type {readonly (readonly string[])[]}
 */
export const testPrograms = [
  ['pspp'],
  ['r-base-core'],
  ['r-cran-haven'],
  ['r-cran-jsonlite'],
  ['r-cran-psy'],
  ['python3-pandas'],
  ['python3-numpy'],
  ['python3-openpyxl'],
  ['libreoffice-calc-nogui', 'libreoffice-calc'],
  ['libreoffice-writer-nogui', 'libreoffice-writer'],
  ['libxml2-utils'],
  ['poppler-utils'],
  ['unicode-data'],
];

/**
 * @param {readonly (readonly string[])[]} wanted lines of names, any one of a line will do
 * @param {ReadonlySet<string>} present names of what is installed
 * @returns {string[]} what to install
 */
export function missingPackages(wanted, present) {
  return wanted.flatMap((names) => {
    const [first] = names;
    return first === undefined || names.some((name) => present.has(name)) ? [] : [first];
  });
}

/** Installs those that are missing, where it can be done without asking. Tests that still miss one are skipped. */
export async function ensureTestPrograms() {
  const present = await installedDebian(testPrograms.flat());
  const missing = missingPackages(testPrograms, present);
  await installDebian(missing, 'the tests against other programs', { recommended: false });
}
