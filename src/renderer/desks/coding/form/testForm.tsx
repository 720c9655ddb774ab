import { screen, waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import type { Arguments } from '../../../../shared/api/contract.ts';
import type { Id } from '../../../../shared/model/records.ts';
import type { AnswerValue, Choice, Variable } from '../../../../shared/model/variables.ts';
import type { TestWindow } from '../../../testing/testWindow.tsx';
import { useRecords } from '../../../state/records.ts';
import { ReaderPanel } from '../reader/ReaderPanel.tsx';
import { FormPanel } from './FormPanel.tsx';

export const choice = (value: number, label: string, more: Partial<Choice> = {}): Choice => ({
  value,
  label,
  missing: false,
  help: '',
  ...more,
});

/** The first three have digits 1 to 3; the missing code stands last, whatever its place in the codebook. */
export const tones = [
  choice(99, 'Cannot tell', { missing: true }),
  choice(-1, 'Against'),
  choice(0, 'Even'),
  choice(1, 'For'),
];

type Question = Partial<Arguments<'variables.create'>> & Pick<Arguments<'variables.create'>, 'name' | 'level'>;

/** Asks the questions of every article, or, with a code in them, of its passages. */
export async function ask({ client }: TestWindow, ...questions: Question[]): Promise<Variable[]> {
  const made: Variable[] = [];
  for (const question of questions) {
    const scope = question.code == null ? 'document' : 'passage';
    made.push(await client.call('variables.create', { scope, ...question }));
  }
  return made;
}

/** An article with these questions, open in the form. */
export async function openForm(galley: TestWindow, ...questions: Question[]): Promise<Id> {
  await ask(galley, ...questions);
  const article = await galley.newArticle('alpha', 'The harbour is shut. Dockers want more pay.\n');
  await galley.openArticle(article);
  galley.show(<FormPanel />);
  return article;
}

/** The same beside the article's text, for what goes from one to the other. */
export async function openFormAndText(galley: TestWindow, ...questions: Question[]): Promise<Id> {
  await ask(galley, ...questions);
  const article = await galley.newArticle('alpha', 'The harbour is shut. Dockers want more pay.\n');
  await galley.openArticle(article);
  galley.show(
    <>
      <ReaderPanel />
      <FormPanel />
    </>,
  );
  return article;
}

/** What the acting coder has answered in an article, as the program keeps it: values, or states without one. */
export async function kept({ client }: TestWindow, document: Id): Promise<Record<string, AnswerValue>> {
  const names = new Map((await client.call('variables.list', {})).map(({ id, name }) => [id, name]));
  const { coder } = await client.call('project.status', {});
  const { answers } = await client.call('documents.open', { document });
  const own = answers.filter((answer) => answer.coder === coder?.id);
  return Object.fromEntries(own.map(({ variable, value, state }) => [names.get(variable) ?? '', value ?? state]));
}

/** Waits until the program keeps these answers of the acting coder, and no others. */
export async function expectKept(galley: TestWindow, article: Id, answers: Record<string, AnswerValue>): Promise<void> {
  await waitFor(async () => expect(await kept(galley, article)).toEqual(answers));
}

/** Waits until the window has heard of all that the program did. */
export async function expectHeard({ client }: TestWindow): Promise<void> {
  await waitFor(async () => expect(useRecords.getState().history).toEqual(await client.call('history.state', {})));
}

export const question = (name: string): HTMLElement => screen.getByRole('radiogroup', { name });
