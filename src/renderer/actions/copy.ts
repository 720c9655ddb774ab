/**
 * Puts a text on the clipboard and says whether that worked. A window without the permission to use the clipboard (they
 * are all denied where the program runs as a desktop application) copies as the copy keys do, which needs none.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return copyAsKeysDo(text);
  }
}

function copyAsKeysDo(text: string): boolean {
  const give = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
  };
  document.addEventListener('copy', give, { once: true });
  // The only way to copy without a permission; browsers keep it for that.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const done = document.execCommand('copy');
  document.removeEventListener('copy', give);
  return done;
}
