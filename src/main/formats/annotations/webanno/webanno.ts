import { annotationFilesWords as words } from '#words/core/annotationFiles.ts';
import type { AnnotatedDocument, AnnotationLink, DocumentAnnotation } from '../corpus.ts';
import { fileStems } from '../fileStems.ts';
import type { AnnotationFormat, AnnotationWarning } from '../format.ts';
import { escapeText, escapeValue } from './escape.ts';
import { tokenise } from './tokens.ts';
import { placeAnnotations } from './units.ts';
import type { Unit, Units } from './units.ts';

/**
 * WebAnno TSV 3.3, which INCEpTION reads (its user guide, “WebAnno TSV 3.3 File format”). Offsets count UTF-16 code units,
 * as the format says. The layers `webanno.custom.Coding` (string features code, coder, memo, answers, identifier) and, with
 * links, `webanno.custom.CodingLink` (relation) must be in the project that reads the file.
 */
const spanLayer = 'webanno.custom.Coding';
const linkLayer = 'webanno.custom.CodingLink';

/** Stands for “no value” and “no annotation”. */
const [noValue, nothing] = ['*', '_'];

function answersOf({ answers }: DocumentAnnotation): string {
  return (answers ?? []).map(({ variable, value }) => `${variable} = ${value}`).join('; ');
}

/** The features of the layer, in the order of their names in the header. */
const features: readonly { name: string; of(annotation: DocumentAnnotation): string }[] = [
  { name: 'answers', of: answersOf },
  { name: 'code', of: ({ code }) => code.path },
  { name: 'coder', of: ({ coder }) => coder.name },
  { name: 'identifier', of: ({ id }) => id },
  { name: 'memo', of: ({ memo }) => memo },
];

function spanColumns(unit: Unit, units: Units): string[] {
  return features.map(({ of }) => {
    const values = unit.annotations.map((annotation) => {
      const value = of(annotation);
      const number = units.numbers.get(annotation.id);
      return (value === '' ? noValue : escapeValue(value)) + (number === undefined ? '' : `[${number}]`);
    });
    return values.length === 0 ? nothing : values.join('|');
  });
}

/** A link stands in the first row of its target and names the first row of its source. */
function linkColumns(links: readonly AnnotationLink[], units: Units): string[] {
  if (links.length === 0) return [nothing, nothing];
  const references = links.map(({ source, target }) => {
    const [from, to] = [units.numbers.get(source), units.numbers.get(target)];
    const numbers = from === undefined && to === undefined ? '' : `[${from ?? 0}_${to ?? 0}]`;
    return `${units.firstUnit.get(source)?.id ?? ''}${numbers}`;
  });
  // A backslash before the “|” that follows would be read as its escape; a blank keeps them apart.
  const names = links.map(({ relation }) => (relation === '' ? noValue : escapeValue(relation).replace(/\\$/u, '\\ ')));
  return [names.join('|'), references.join('|')];
}

/** The links by the row they stand in. */
function linksByUnit(document: AnnotatedDocument, units: Units): Map<Unit, AnnotationLink[]> {
  const byUnit = new Map<Unit, AnnotationLink[]>();
  for (const link of document.links ?? []) {
    const unit = units.firstUnit.get(link.target);
    if (unit === undefined || !units.firstUnit.has(link.source)) continue;
    byUnit.set(unit, [...(byUnit.get(unit) ?? []), link]);
  }
  return byUnit;
}

function tsv(document: AnnotatedDocument, units: Units): string {
  const links = linksByUnit(document, units);
  const hasLinks = links.size > 0;
  const row = (unit: Unit): string => {
    const cells = [unit.id, `${unit.start}-${unit.end}`, document.text.slice(unit.start, unit.end)];
    cells.push(...spanColumns(unit, units));
    if (hasLinks) cells.push(...linkColumns(links.get(unit) ?? [], units));
    return `${cells.join('\t')}\t\n`;
  };
  const header = ['#FORMAT=WebAnno TSV 3.3', `#T_SP=${[spanLayer, ...features.map(({ name }) => name)].join('|')}`];
  if (hasLinks) header.push(`#T_RL=${linkLayer}|relation|BT_${spanLayer}`);
  const sentences = units.sentences.map(({ text, tokens }) => {
    const lines = text.split('\n').map((line) => `#Text=${escapeText(line)}\n`);
    return `\n${lines.join('')}${tokens.flatMap((token) => [token, ...token.parts].map(row)).join('')}`;
  });
  return `${header.join('\n')}\n\n${sentences.join('')}`;
}

function warningsOf(document: AnnotatedDocument, units: Units): AnnotationWarning[] {
  const warning = (annotation: string | null, message: string): AnnotationWarning => {
    return { document: document.id, annotation, message };
  };
  const warnings = [
    ...units.homeless.map(({ id }) => warning(id, words.onlyBlanks)),
    ...units.trimmed.map(({ id }) => warning(id, words.blanksTrimmed)),
  ];
  const left = (document.links ?? []).filter(({ source, target }) => {
    return !units.firstUnit.has(source) || !units.firstUnit.has(target);
  });
  for (const { relation } of left) {
    warnings.push(warning(null, words.linkLeftOut({ relation })));
  }
  const start = units.sentences[0]?.tokens[0]?.start ?? 0;
  if (/[^ ]/u.test(document.text.slice(0, start))) {
    warnings.push(warning(null, words.blanksBefore));
  }
  return warnings;
}

export const webannoFormat: AnnotationFormat = {
  id: 'webanno',
  label: 'WebAnno TSV 3.3 (INCEpTION)',
  open() {
    const stem = fileStems();
    return {
      files(document) {
        const name = `${stem(document.name)}.tsv`;
        const tokenised = tokenise(document.text, document.language);
        const units = placeAnnotations(tokenised, document.annotations);
        if (tokenised.length > 0) {
          const files = [{ name, content: tsv(document, units) }];
          return Promise.resolve({ files, warnings: warningsOf(document, units) });
        }
        const warning = { document: document.id, annotation: null, message: words.noWords };
        return Promise.resolve({ files: [], warnings: [warning] });
      },
      closing: () => ({ files: [], warnings: [] }),
    };
  },
};
