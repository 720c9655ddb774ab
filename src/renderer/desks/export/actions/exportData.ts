import type { Arguments } from '../../../../shared/api/contract.ts';
import { placeOf, warn, writeOrAsk } from '../../../actions/replacing.ts';
import { client } from '../../../state/client.ts';
import { notify } from '../../../state/ui.ts';
import { count } from '#words/window/format.ts';
import { strings } from '#words/window/frame.ts';

export type ExportChoice = Omit<Arguments<'exports.run'>, 'replace'>;

export async function exportData(choice: ExportChoice): Promise<void> {
  await writeOrAsk(async (replace) => {
    const done = await client().run('exports.run', { ...choice, replace });
    const { files, folders, warnings } = done;
    const list = [
      ...files.map(({ name, rows }) => `${name} (${count(rows, 'row', 'rows')})`),
      ...folders.map((folder) => `${folder.name} (${count(folder.files, 'file', 'files')})`),
    ];
    notify('info', strings.export.done(list.join(', ')), placeOf(choice.folder, done));
    warn(warnings);
  });
}
