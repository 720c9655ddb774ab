/** What Electron's preload script lends the window, and all it lends: JSON text there and back, and events as JSON text. */
export type Bridge = {
  call(message: string): Promise<string>;
  /** Calls back for each event until the returned function is called. */
  listen(receive: (event: string) => void): () => void;
};

/** The name under which the window finds the bridge. */
export const bridgeName = 'galley';
