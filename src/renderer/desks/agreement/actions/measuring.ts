import { agreed } from '#words/window/agreed.ts';
import { disagreements as words } from '#words/window/disagreements.ts';
import { reliability as say } from '#words/window/reliability.ts';
import type { Arguments } from '../../../../shared/api/contract.ts';
import type { FileRef } from '../../../../shared/api/files.ts';
import type { AgreementFile } from '../../../../shared/api/reliability.ts';
import type { Id } from '../../../../shared/model/records.ts';
import { orNotice, inBackground } from '../../../actions/ask.ts';
import { copyText } from '../../../actions/copy.ts';
import { placeOf, warn, writeOrAsk } from '../../../actions/replacing.ts';
import { focusRegion } from '../../../actions/view.ts';
import { currentBlindRound } from '../../../state/blindness.ts';
import { client } from '../../../state/client.ts';
import { codePath, useRecords } from '../../../state/records.ts';
import { closeDialog, notify, useUi } from '../../../state/ui.ts';
import type { OpenFigure } from '../state/disagreements.ts';
import { presentChoice, useAgreement } from '../state/measuring.ts';
import type { AgreementChoice } from '../state/measuring.ts';
import { closeFigure, openFigure } from './disagreements.ts';
import { pngOf } from './picture.ts';

/** Opens the Reliability view and puts the focus into its form. */
export function goToAgreement(): void {
  useUi.setState({ view: 'reliability' });
  focusRegion('reliabilityForm');
}

/** Which articles a choice is about, as the program is asked. */
function articlesOf({ round, documents }: AgreementChoice): { round?: Id; documents?: Id[] } {
  return { ...(round !== null && { round }), ...(documents !== null && { documents: [...documents] }) };
}

/** What a choice asks of the program. */
function askedFor(choice: AgreementChoice): Arguments<'reliability.run'> {
  const { of, unit, codes, variables, by, draws, seed } = choice;
  return {
    draws,
    seed,
    agreed: true,
    ...articlesOf(choice),
    ...(by !== null && { by }),
    ...(of === 'variables'
      ? { unit: 'document', variables: [...(variables ?? [])] }
      : { unit, ...(codes !== null && { codes: [...codes] }) }),
  };
}

/** A row of the figures: all codes, one code by its path, or a variable by its name. */
export type AgreementRow = { kind: 'all'; name: string } | { kind: 'code' | 'variable'; name: string };

/** Opens who said what behind a row of the figures that were measured. */
export function openRow(row: AgreementRow): void {
  const { measured } = useAgreement.getState();
  const { codes, variables, coders } = useRecords.getState();
  if (!measured || currentBlindRound() !== null) return;
  const { choice, report } = measured;
  // Characters are compared by the passages that they stand in.
  const unit = report.unit === 'characters' ? 'span' : report.unit;
  const articles = articlesOf(choice);
  const [one, other, ...more] = report.coders.flatMap((name) => idOf(coders, (coder) => coder.name === name) ?? []);
  const pair: [Id, Id] | null = one !== undefined && other !== undefined && more.length === 0 ? [one, other] : null;
  const open = (title: string, comparison: OpenFigure['comparison']): void =>
    inBackground(() => openFigure({ title, from: row.name, comparison, coders: pair }));
  if (row.kind === 'all') {
    open(words.allCodes, { unit, ...articles, ...(choice.codes !== null && { codes: [...choice.codes] }) });
    return;
  }
  const id =
    row.kind === 'code'
      ? idOf(codes, (code) => codePath(codes, code.id) === row.name)
      : idOf(variables, ({ name, scope }) => scope === 'document' && name === row.name);
  if (id === null) notify('info', say.gone(row.name));
  else if (row.kind === 'code') open(row.name, { unit, ...articles, codes: [id] });
  else open(row.name, { unit, ...articles, variable: id });
}

function idOf<R extends { id: Id }>(records: ReadonlyMap<Id, R>, test: (record: R) => boolean): Id | null {
  return [...records.values()].find(test)?.id ?? null;
}

/** Measures agreement as the form says; what was measured before stays until the new figures are there. */
export async function measureAgreement(): Promise<void> {
  const { choice: chosen, running } = useAgreement.getState();
  if (running) return;
  const choice = presentChoice(chosen, useRecords.getState());
  useUi.setState({ view: 'reliability' });
  closeFigure();
  useAgreement.setState({ running: { task: null } });
  const started = Date.now();
  const report = await orNotice(() =>
    client().run('reliability.run', askedFor(choice), (task) => {
      if (useAgreement.getState().running) useAgreement.setState({ running: { task } });
    }),
  );
  // Another project may have been opened meanwhile; then the form has forgotten that it asked.
  if (!useAgreement.getState().running) return;
  useAgreement.setState({ running: null });
  if (report) useAgreement.setState({ measured: { choice, report, at: started, isStale: false } });
}

/** Stops the measuring that goes on. */
export async function cancelMeasuring(): Promise<void> {
  const task = useAgreement.getState().running?.task;
  if (task) await orNotice(() => client().call('tasks.cancel', { task: task.id }));
}

/** Takes over into the agreed version what coders have alike, in the articles that the form names. */
export async function startAgreed(): Promise<void> {
  const choice = presentChoice(useAgreement.getState().choice, useRecords.getState());
  closeDialog();
  const taken = await orNotice(() => client().run('agreed.start', articlesOf(choice)));
  if (taken) notify('info', agreed.done(taken.documents, taken.codings, taken.answers));
}

/** A file of the report; the picture is drawn here, for only the window has a canvas. */
export type ReportFile = AgreementFile | 'png';

/** Writes the report on what was measured into a folder: the program measures again, with the same seed. */
export async function exportAgreement(folder: FileRef, asked: readonly ReportFile[]): Promise<void> {
  const { measured } = useAgreement.getState();
  if (!measured) return;
  const files = asked.filter((file) => file !== 'png');
  await writeOrAsk(async (replace) => {
    const core = client();
    const report = await core.run('reliability.export', {
      ...askedFor(measured.choice),
      folder,
      replace,
      files,
      plot: asked.includes('png'),
    });
    const names = [...report.files];
    const warnings = [...report.warnings];
    if (report.plot !== null) {
      const picture = await core.run('reliability.picture', { folder, replace, png: await pngOf(report.plot) });
      names.push(picture.file);
      warnings.push(...picture.warnings);
    }
    notify('info', say.exported(names), placeOf(folder, report));
    warn(warnings);
  });
}

/** Puts the methods paragraph on the clipboard. */
export async function copyMethods(): Promise<void> {
  const { measured } = useAgreement.getState();
  if (!measured) return;
  const done = await copyText(measured.report.methods);
  notify(done ? 'info' : 'error', done ? say.copied : say.notCopied);
}
