import { AppError } from '../../../shared/errors.ts';
import { pathSeparator } from '../../../shared/model/records.ts';
import { said } from '../../../shared/words/message.ts';
import type { Handlers } from '../../app/handlers.ts';
import type { VariableEntry } from '../../formats/codebook/entry.ts';
import { templates } from '../../jobs/exchange/codebook.ts';
import { writeCodebook } from './codebookWriter.ts';

function variableName({ code, name }: VariableEntry): string {
  return [...(code ?? []), name].join(pathSeparator);
}

/** Codebooks that come with the program. */
export const templateHandlers = {
  'templates.list': () =>
    templates.map(({ id, title, description, source, codebook }) => ({
      id,
      title,
      description,
      source,
      codes: codebook.codes.map(({ path }) => path.join(pathSeparator)),
      variables: codebook.variables.map(variableName),
    })),
  'templates.add': (context, { template: id }) => {
    const template = templates.find((one) => one.id === id);
    if (!template) throw new AppError('not-found', said('codebook.noTemplate', { template: id }), { template: id });
    const { created, variables } = writeCodebook(context, template.codebook, 'keep');
    return { values: { title: template.title }, output: { codes: created, variables } };
  },
} satisfies Partial<Handlers>;
