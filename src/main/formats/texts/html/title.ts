/** What stands between a headline and the site's name in a window title. */
const separator = /\s+(?:[|\\/>»·•—–:-]|::)\s+|\s*[|»]\s*/g;

/**
 * The headline in a window title, without the site's name: the h1 heading it begins with, or the title without an end
 * that is the site's name or host. Unchanged when neither can be told.
 */
export function headlineOf(title: string, headings: readonly string[], site: string, url: string): string {
  const heading = headings.find((text) => text.length > 3 && begins(title, text));
  if (heading !== undefined) return title.slice(0, heading.length);
  const names = [site, hostName(url)].map(letters).filter((name) => name.length > 1);
  for (const match of [...title.matchAll(separator)].slice(0, 20)) {
    const end = letters(title.slice(match.index + match[0].length));
    if (names.some((name) => end === name || end === `${name}com` || end === `the${name}`)) {
      return title.slice(0, match.index).trim() || title;
    }
  }
  return title;
}

/** True when the title is the heading followed by a separator, letter case aside. */
function begins(title: string, heading: string): boolean {
  if (title.slice(0, heading.length).toLowerCase() !== heading.toLowerCase()) return false;
  return title.slice(heading.length).search(separator) === 0;
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function hostName(url: string): string {
  return URL.canParse(url) ? (new URL(url).hostname.replace(/^www\./, '').split('.')[0] ?? '') : '';
}
