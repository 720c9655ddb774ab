import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../../shared/api/errors.ts';
import { readPackage } from '../../formats/package/content.ts';
import type { PackageContent } from '../../formats/package/content.ts';
import { packageFileNames } from '../../formats/package/manifest.ts';
import { refuseIrregular } from '../../store/regularFile.ts';
import { readZip } from './zipFiles.ts';

/** More than a package with a million codings has. */
const mostBytes = 1 << 30;

function unreadable(path: string, error: unknown): AppError {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return new AppError('file-unreadable', `Cannot read ${path} (${reason}). Choose a package that Galley has written.`, {
    path,
  });
}

/** Reads the files of a package: a zip file, or the folder that it was unpacked into. */
async function readFiles(path: string): Promise<Map<string, Uint8Array>> {
  try {
    refuseIrregular(path);
    const status = statSync(path);
    if (status.isDirectory()) {
      const names = readdirSync(path).filter((name) => packageFileNames.includes(name));
      return new Map(names.map((name) => [name, readLimited(join(path, name))]));
    }
    return await readZip(path, packageFileNames, mostBytes);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw unreadable(path, error);
  }
}

function readLimited(path: string): Uint8Array {
  refuseIrregular(path);
  if (statSync(path).size > mostBytes) {
    throw new AppError('file-too-large', `${path} has more than 1 GB; Galley reads no such package.`, { path });
  }
  return readFileSync(path);
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
