/** The headings under which a description holds what REFI-QDA has no field for. */
const headings = { include: 'Include:', exclude: 'Exclude:', example: 'Example:' } as const;

/** What one description says of a code. */
export type Described = { definition: string; include: string; exclude: string; examples: string[] };

/** A line that would be taken for a heading, however many backslashes guard it. */
const likeHeading = /^\\*(?:Include|Exclude|Example):$/u;

/**
 * Folds the rules and examples of a code into one text that people can read: the definition, then sections under the
 * lines `Include:`, `Exclude:` and `Example:`, each after a blank line. A line of the texts that looks like one of these
 * gets a backslash, so that reading gives the same back.
 */
export function writeDescription({ definition, include, exclude, examples }: Described): string {
  const sections = [
    ...(definition === '' ? [] : [guard(definition)]),
    ...(include === '' ? [] : [`${headings.include}\n${guard(include)}`]),
    ...(exclude === '' ? [] : [`${headings.exclude}\n${guard(exclude)}`]),
    ...examples.map((example) => `${headings.example}\n${guard(example)}`),
  ];
  return sections.join('\n\n');
}

function guard(text: string): string {
  const lines = text.split('\n');
  return lines.map((line) => (likeHeading.test(line) ? `\\${line}` : line)).join('\n');
}

/** Takes a description apart. Text without the headings is the definition; sections of one kind are put together. */
export function readDescription(description: string): Described {
  const found: Record<'definition' | keyof typeof headings, string[]> = {
    definition: [],
    include: [],
    exclude: [],
    example: [],
  };
  let into: keyof typeof found = 'definition';
  let lines: string[] = [];
  const close = (isLast: boolean): void => {
    if (!isLast && lines.at(-1) === '') lines.pop();
    if (into !== 'definition' || lines.length > 0) found[into].push(lines.join('\n'));
    lines = [];
  };
  for (const line of description.split('\n')) {
    const heading = (['include', 'exclude', 'example'] as const).find((name) => headings[name] === line);
    if (heading === undefined) lines.push(likeHeading.test(line) ? line.slice(1) : line);
    else {
      close(false);
      into = heading;
    }
  }
  close(true);
  const { definition, include, exclude, example } = found;
  return {
    definition: definition.join('\n'),
    include: include.join('\n\n'),
    exclude: exclude.join('\n\n'),
    examples: example,
  };
}
