import type { Id } from '../../shared/model/records.ts';
import { createTestProject } from './testProject.ts';
import type { TestProject } from './testProject.ts';

/** The text of both documents; the open one has a line more. */
export const blindText = 'The port reopened on Monday. Nobody was hurt. The mayor thanked the crews.\n';

/** Two documents, of which `blind` is in a blind round, and one code. */
export type BlindProject = { project: TestProject; blind: Id; open: Id; claim: Id; tone: Id };

/** Codes the first place of these words as whoever acts. */
export async function codeWords(project: TestProject, document: Id, quote: string, code: Id): Promise<{ id: Id }> {
  const start = blindText.indexOf(quote);
  return await project.client.call('annotations.create', { document, code, start, end: start + quote.length });
}

/**
 * Ada codes once in each document, Ben twice in each, links and answers; then both get the first one in a blind round. Ada
 * acts.
 */
export async function createBlindProject(): Promise<BlindProject> {
  const project = await createTestProject();
  const { call } = project.client;
  await project.importFiles(project.put('blind.txt', blindText), project.put('open.txt', `${blindText}Open.\n`));
  const { rows } = await call('documents.list', { offset: 0, limit: 100 });
  const [blind = '', open = ''] = rows.map(({ id }) => id);
  const claim = (await call('codes.create', { name: 'Claim', parent: null })).id;
  const tone = (await call('variables.create', { scope: 'document', name: 'tone', level: 'text' })).id;
  for (const document of [blind, open]) await codeWords(project, document, 'Nobody', claim);
  await call('coders.identify', { name: 'Ben' });
  for (const document of [blind, open]) {
    const one = await codeWords(project, document, 'Monday', claim);
    const other = await codeWords(project, document, 'mayor', claim);
    await call('links.create', { source: one.id, target: other.id, relation: 'leads to' });
    await call('answers.set', { document, variable: tone, value: 'calm' });
  }
  const coders = (await call('coders.list', {})).map(({ id }) => id);
  await call('rounds.create', { name: 'Blind', kind: 'reliability', mode: 'blind', documents: [blind], coders });
  await call('coders.identify', { name: 'Ada' });
  return { project, blind, open, claim, tone };
}
