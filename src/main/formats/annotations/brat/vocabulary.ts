import { asciiName, listed, nameCleaner, oneLine, tabbed } from '../cleanNames.ts';
import type { CleanName, NameCleaner } from '../cleanNames.ts';
import type { AnnotationCode } from '../corpus.ts';
import type { AnnotationFile } from '../format.ts';

/**
 * The words of one export in brat's characters (`[a-zA-Z0-9_-]`, as its server checks types) and the configuration files
 * that declare them (https://brat.nlplab.org/configuration.html).
 */
export type BratVocabulary = {
  /** Name of a code, relation or attribute; `original` is shown as its label. */
  name(kind: 'code' | 'relation' | 'attribute', id: string, original: string): { clean: string; isNew: boolean };
  /** Says how a code is drawn. */
  draw(clean: string, code: AnnotationCode): void;
  /** A value of an attribute (by its clean name). */
  value(attribute: string, original: string): { clean: string; isNew: boolean };
  /** `annotation.conf`, `visual.conf` and the list of names. */
  files(): AnnotationFile[];
};

/** Longest value that is written as a value; longer ones (texts) go into the note. In characters. */
export const longestValue = 60;

const fallbacks = { code: 'Code', relation: 'Relation', attribute: 'Variable' };

const colour = /^#[0-9a-f]{6}$/iu;

function annotationConf(names: readonly CleanName[], values: ReadonlyMap<string, NameCleaner>): string {
  const of = (kind: string): string[] => names.filter((name) => name.kind === kind).map(({ clean }) => clean);
  const relations = of(fallbacks.relation).map((name) => `${name}\tArg1:<ENTITY>, Arg2:<ENTITY>`);
  const attributes = of(fallbacks.attribute).map((name) => {
    const known = (values.get(name)?.given ?? []).map(({ clean }) => clean);
    return `${name}\tArg:<ENTITY>${known.length === 0 ? '' : `, Value:${known.join('|')}`}`;
  });
  return [
    '[entities]',
    ...of(fallbacks.code),
    '[relations]',
    '<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>',
    ...relations,
    '[events]',
    '[attributes]',
    ...attributes,
    '',
  ].join('\n');
}

function visualConf(names: readonly CleanName[], colours: ReadonlyMap<string, string>): string {
  const labels = names.map(({ clean, original }) => `${clean} | ${oneLine(original).replaceAll('|', '/')}`);
  const drawn = [...colours].map(([name, background]) => `${name}\tbgColor:${background}`);
  return [
    '[labels]',
    ...labels,
    '[drawing]',
    'SPAN_DEFAULT\tfgColor:black, bgColor:lightgrey, borderColor:darken',
    'ARC_DEFAULT\tcolor:black, dashArray:-, arrowHead:triangle-5',
    ...drawn,
    '',
  ].join('\n');
}

export function bratVocabulary(): BratVocabulary {
  const names = nameCleaner(asciiName);
  const values = new Map<string, NameCleaner>();
  const colours = new Map<string, string>();
  return {
    name: (kind, id, original) => names.name(fallbacks[kind], id, original),
    draw(clean, code) {
      if (colour.test(code.colour)) colours.set(clean, code.colour);
    },
    value(attribute, original) {
      const known = values.get(attribute) ?? nameCleaner(asciiName);
      values.set(attribute, known);
      return known.name('Value', original, original);
    },
    files() {
      const rows = names.given.map(({ kind, clean, original, id }) => tabbed([kind, clean, listed(original), id]));
      for (const [attribute, { given }] of values) {
        for (const { clean, original } of given)
          rows.push(tabbed([`Value of ${attribute}`, clean, listed(original), '']));
      }
      return [
        { name: 'annotation.conf', content: annotationConf(names.given, values) },
        { name: 'visual.conf', content: visualConf(names.given, colours) },
        { name: 'names.tsv', content: tabbed(['kind', 'brat', 'original', 'id']) + rows.join('') },
      ];
    },
  };
}
