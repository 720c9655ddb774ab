/**
 * Gives each wanted name a column name that no other column of the table has. Names differ when they differ in more
 * than case, because SPSS, SQL and Excel do not tell `Site` from `site`. A name that is taken first gets `suffix`, then
 * `_2`, `_3` …; line ends and other blanks become single blanks. Equal input gives equal output.
 */
export function uniqueNames(wanted: readonly string[], taken: readonly string[], suffix: string): string[] {
  const used = new Set(taken.map(foldCase));
  return wanted.map((name) => {
    const plain = name.replace(/\s+/gu, ' ').trim() || 'unnamed';
    let candidate = used.has(foldCase(plain)) ? plain + suffix : plain;
    const base = candidate;
    for (let count = 2; used.has(foldCase(candidate)); count++) candidate = `${base}_${count}`;
    used.add(foldCase(candidate));
    return candidate;
  });
}

function foldCase(name: string): string {
  return name.toLowerCase();
}
