/** Marks the field of a path that is being typed and was not followed yet. */
export const typedPath = 'data-typed-path';

/**
 * Whether a path stands in a dialog that was typed and not followed: what the dialog does would go to the folder that is shown, and not to
 * the one that is meant. The focus goes to that path, which says what to do.
 */
export function isPathOpen(): boolean {
  const field = document.querySelector<HTMLElement>(`[${typedPath}] input`);
  field?.focus();
  return field !== null;
}
