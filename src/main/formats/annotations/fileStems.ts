import { noDevice, shortened } from '../../../shared/text/fileNames.ts';

function cleaned(name: string): string {
  const stem = shortened(
    name
      .toWellFormed()
      .normalize('NFC')
      .replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '_')
      .replace(/^[._]+|[._]+$/gu, ''),
  );
  if (stem === '') return 'document';
  return noDevice(stem);
}

/**
 * Gives each document a file name without extension that every file system takes: letters, digits, `.`, `_`, `-`; a
 * number is added where a name was given before (capitals do not tell two apart).
 */
export function fileStems(): (name: string) => string {
  const taken = new Set<string>();
  const next = new Map<string, number>();
  return (name) => {
    const stem = cleaned(name);
    const key = stem.toLowerCase();
    let number = next.get(key) ?? 1;
    let candidate = stem;
    while (taken.has(candidate.toLowerCase())) {
      number += 1;
      candidate = `${stem}-${number}`;
    }
    next.set(key, number);
    taken.add(candidate.toLowerCase());
    return candidate;
  };
}
