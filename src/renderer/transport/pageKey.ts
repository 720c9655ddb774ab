import { pageKey } from '../../shared/api/carrier.ts';

let held: string | null = null;

/**
 * The key by which the loopback host knows the page that it opened; null in any other page, and in Electron, which needs none.
 * It came with the first page and then lives in this tab alone, where other ports of this machine cannot read it.
 */
export function keyOfPage(): string | null {
  held ??= take() ?? sessionStorage.getItem(pageKey.meta);
  return held;
}

/** What a request must carry that asks for something of the project. */
export function keyHeaders(): Record<string, string> {
  const key = keyOfPage();
  return key === null ? {} : { [pageKey.header]: key };
}

/** Takes the key out of the page, and the used token out of the address. */
function take(): string | null {
  const meta = document.querySelector<HTMLMetaElement>(`meta[name="${pageKey.meta}"]`);
  if (!meta) return null;
  meta.remove();
  sessionStorage.setItem(pageKey.meta, meta.content);
  window.history.replaceState(null, '', window.location.pathname);
  return meta.content;
}
