import type { FilePurpose } from '../../shared/api/files.ts';

export type LogLevel = 'info' | 'warning' | 'error';

/** Dialogs of the operating system. Each answers with an absolute path, or null when the user gives up. */
export type NativeDialogs = { choose(purpose: FilePurpose): Promise<string | null> };

/** Everything that differs between hosts, as one object. Paths are absolute and in the machine's own form. */
export type Platform = {
  readonly kind: 'electron' | 'loopback' | 'cli' | 'test';
  readonly version: string;
  /** Where settings and the list of recent projects are kept. */
  readonly settingsFolder: string;
  /** Neither reads nor writes settings: what a script does must not depend on what a window remembers, nor change it. */
  readonly forgetful?: boolean;
  /** Where new projects go unless the user says otherwise. */
  readonly projectsFolder: string;
  /** The program's own files: the sample project lies in `sample` below it. */
  readonly resourcesFolder: string;
  /** Where the build listed the packages that are part of the program, one file for each bundle. */
  readonly noticesFiles: readonly string[];
  readonly dialogs: NativeDialogs | null;
  /** Shows a file in the file manager of this machine; null where there is none. */
  readonly reveal: ((path: string) => Promise<void>) | null;
  /** The module that worker threads run. */
  readonly workerEntry: URL;
  /** How many worker threads long work may use, at least 1. */
  readonly workers: number;
  /** Milliseconds from the day's first change, and from a later one, to the backup that an open window makes. */
  readonly backupPause?: { readonly first: number; readonly later: number };
  /** Milliseconds since 1970-01-01 UTC. */
  now(): number;
  log(level: LogLevel, message: string): void;
};
