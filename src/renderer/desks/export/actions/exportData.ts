import { strings } from '#words/window/frame.ts';
import type { Arguments } from '../../../../shared/api/contract.ts';
import { placeOf, warn, writeOrAsk } from '../../../actions/replacing.ts';
import { client } from '../../../state/client.ts';
import { notify } from '../../../state/ui.ts';

export type ExportChoice = Omit<Arguments<'exports.run'>, 'replace'>;

/** Writes the files; `onKeep` follows where some are in the way and are to stay. */
export async function exportData(choice: ExportChoice, onKeep: () => void): Promise<void> {
  const write = async (replace: boolean): Promise<void> => {
    const done = await client().run('exports.run', { ...choice, replace });
    const { files, folders, warnings } = done;
    notify('info', strings.export.done(files, folders), placeOf(choice.folder, done));
    warn(warnings);
  };
  await writeOrAsk(write, onKeep);
}
