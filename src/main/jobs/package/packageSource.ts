import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import { said } from '../../../shared/words/message.ts';
import { readPackage } from '../../formats/projects/package/content.ts';
import type { PackageContent } from '../../formats/projects/package/content.ts';
import { packageFileNames } from '../../formats/projects/package/manifest.ts';
import { refuseIrregular } from '../../store/regularFile.ts';
import { readZip } from './zipFiles.ts';

/** More than a package with a million codings has. */
const mostBytes = 1 << 30;

function unreadable(path: string, error: unknown): AppError {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return new AppError('file-unreadable', said('packages.unreadable', { path, reason }), { path });
}

/** Reads the files of a package: a zip file, or the folder that it was unpacked into. */
async function readFiles(path: string): Promise<Map<string, Uint8Array>> {
  try {
    refuseIrregular(path);
    const status = statSync(path);
    if (status.isDirectory()) {
      const names = readdirSync(path).filter((name) => packageFileNames.includes(name));
      return readFolder(path, names);
    }
    return await readZip(path, packageFileNames, mostBytes);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw unreadable(path, error);
  }
}

/** All files together are held to the limit, as in a zip file: they are in memory at the same time. Exported for tests. */
export function readFolder(folder: string, names: readonly string[], most = mostBytes): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const sizes = names.map((name) => {
    refuseIrregular(join(folder, name));
    return statSync(join(folder, name)).size;
  });
  const size = sizes.reduce((sum, one) => sum + one, 0);
  if (size > most) throw new AppError('file-too-large', said('packages.folderTooLarge', { folder, size, most }));
  for (const name of names) files.set(name, readFileSync(join(folder, name)));
  return files;
}

/** Reads and checks a package. Throws AppError `file-…` with what is wrong with it. */
export async function readPackageAt(path: string): Promise<PackageContent> {
  const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
  return readPackage({ files: await readFiles(path), sha256 });
}

/** What a package is, checked through and through. */
export type PackageSummary = {
  name: string;
  program: string;
  quote: number;
  documents: number;
  codings: number;
};

/** Checks a whole package before anything is made of it. */
export async function inspectPackageJob({ path }: { path: string }): Promise<PackageSummary> {
  return summaryOf(await readPackageAt(path));
}

export function summaryOf({ manifest, tables }: PackageContent): PackageSummary {
  const { program, quote, project } = manifest;
  return { name: project.name, program, quote, documents: tables.document.length, codings: tables.annotation.length };
}
