import { describe, expect, it } from 'vitest';
import { codeNameSchema, nameSchema } from '../../../../shared/model/records.ts';
import { joinPath } from '../entry.ts';
import type { CodebookFile } from '../entry.ts';
import { codebookFormat } from '../file.ts';
import { losses } from '../losses.ts';
import { templates } from './templates.ts';

function template(id: string): CodebookFile {
  const found = templates.find((one) => one.id === id);
  if (!found) throw new Error(`no template ${id}`);
  return found.codebook;
}

/** Codes that stand above no other. */
function leaves({ codes }: CodebookFile): string[] {
  const paths = codes.map(({ path }) => joinPath(path));
  return paths.filter((path) => !paths.some((other) => other.startsWith(`${path} / `)));
}

function countOf(file: CodebookFile, prefix: string): number {
  return file.variables.filter(({ name }) => name.startsWith(prefix)).length;
}

describe('the templates', () => {
  // Numbers of items and categories as the cited publications give them.
  it('have as many categories as their sources', () => {
    const frames = template('news-frames');
    expect(frames.variables).toHaveLength(20);
    expect(
      ['responsibility_', 'human_interest_', 'conflict_', 'morality_', 'economic_'].map((name) =>
        countOf(frames, name),
      ),
    ).toEqual([5, 5, 4, 3, 3]);
    expect(leaves(template('framing-functions'))).toHaveLength(4);
    expect(leaves(template('propaganda-2020'))).toHaveLength(14);
    expect(leaves(template('persuasion-2023'))).toHaveLength(23);
    expect(template('persuasion-2023').codes).toHaveLength(23 + 6);
    expect(leaves(template('policy-frames'))).toHaveLength(15);
    const [tone] = template('tone').variables;
    expect(tone?.choices.filter(({ missing }) => !missing).map(({ value }) => value)).toEqual([-2, -1, 0, 1, 2]);
    expect(template('discourse-network').variables.map(({ name, level }) => `${name} ${level}`)).toEqual([
      'actor entity',
      'organisation entity',
      'concept entity',
      'agreement nominal',
    ]);
  });

  it.each(templates.map((one) => [one.id, one] as const))(
    '%s has valid names, rules, examples and a source',
    (_, one) => {
      expect(one.source).toMatch(/\((?:19|20)\d\d\)/u);
      expect(one.description).not.toBe('');
      for (const code of one.codebook.codes) {
        for (const name of code.path) expect(codeNameSchema.parse(name)).toBe(name);
        for (const text of [code.definition, code.include, code.exclude, code.examples?.[0]?.quote])
          expect(text).toMatch(/\S/u);
      }
      for (const variable of one.codebook.variables) {
        expect(nameSchema.parse(variable.name)).toBe(variable.name);
        expect(variable.label).not.toBe('');
      }
    },
  );

  it('share no code and no variable', () => {
    const names = templates.flatMap(({ codebook }) => [
      ...codebook.codes.map(({ path }) => joinPath(path)),
      ...codebook.variables.map(({ code, name }) => `${joinPath(code ?? [])}: ${name}`),
    ]);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(templates.map(({ id }) => id)).size).toBe(templates.length);
  });

  it.each(templates.flatMap((one) => ['csv', 'json', 'qdc'].map((ending) => [one.id, ending, one] as const)))(
    '%s is written and read as %s',
    async (_, ending, { codebook }) => {
      const format = codebookFormat(`book.${ending}`);
      if (ending === 'qdc' && codebook.codes.length === 0) {
        expect(() => format.write(codebook, '')).toThrow('needs a code');
        return;
      }
      const { content, variables } = await format.write(codebook, '');
      const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
      const file = format.read({
        bytes: bytes(String(content)),
        variables: variables === undefined ? undefined : bytes(variables),
      });
      const listed = leaves(codebook);
      const byPath = new Map(file.codes.map((code) => [joinPath(code.path), code]));
      for (const code of codebook.codes) expect(byPath.get(joinPath(code.path))).toMatchObject(code);
      expect(leaves(file)).toEqual(listed);
      const kinds = losses(format.id, codebook).map(({ kind }) => kind);
      expect(file.variables).toEqual(kinds.includes('variables') ? [] : codebook.variables);
    },
  );

  it.each(templates)('$id is printed as HTML and Word', async ({ codebook, title }) => {
    const html = String((await codebookFormat('x.html').write(codebook, title)).content);
    expect(html).toContain(`<title>${title}</title>`);
    const word = (await codebookFormat('x.docx').write(codebook, title)).content;
    expect(word).toEqual((await codebookFormat('x.docx').write(codebook, title)).content);
  });
});
