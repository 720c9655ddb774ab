/** A file that the user handed to the window: its bytes, and its path relative to the folder it came with. */
export type IncomingFile = { file: File; path: string };

/** A file that could not be read in, and why, in a few words. */
export type RefusedFile = { path: string; reason: string };
