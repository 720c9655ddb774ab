import { passageStrings as say } from '#words/window/passage.ts';
import type { Code, Id } from '../../../../shared/model/records.ts';
import { inBackground } from '../../../actions/ask.ts';
import { canCode } from '../../../actions/conditions.ts';
import { menuAct } from '../../../actions/menus.ts';
import type { MenuEntry } from '../../../components/Menu.tsx';
import { Swatch } from '../../../components/Swatch.tsx';
import { useRecords } from '../../../state/records.ts';
import { useUi } from '../../../state/ui.ts';
import { applyCode } from '../actions/coding.ts';
import { copyCoding } from '../actions/passage.ts';
import { useFormFocus } from '../state/formFocus.ts';

/** How many of the codes that were used last the menu offers. */
const mostRecent = 5;

/** The codes that were used last and can be applied, the latest first. */
export function recentCodes(most: number): Code[] {
  const { codes } = useRecords.getState();
  return useUi
    .getState()
    .recentCodes.flatMap((id) => codes.get(id) ?? [])
    .filter(({ archived }) => !archived)
    .slice(0, most);
}

function recentEntry({ id, name, hue, pattern, key }: Code): MenuEntry {
  return {
    id: `recent-${id}`,
    label: say.apply(name),
    icon: <Swatch hue={hue} pattern={pattern} />,
    keys: key ?? undefined,
    run: () => applyCode(id),
  };
}

/** What can be done to the chosen coding. */
function ofCoding(coding: Id): MenuEntry[] {
  const { codes, open } = useRecords.getState();
  const code = codes.get(open?.annotations.get(coding)?.code ?? '');
  const change = menuAct('code.change');
  return [
    code
      ? { ...change, label: say.changeOf(code.name), icon: <Swatch hue={code.hue} pattern={code.pattern} /> }
      : change,
    menuAct('code.memo'),
    menuAct('code.link'),
    menuAct('code.unite'),
    menuAct('codebook.takeExample'),
    null,
    menuAct('code.toSelection'),
    menuAct('code.startEarlier'),
    menuAct('code.startLater'),
    menuAct('code.endEarlier'),
    menuAct('code.endLater'),
    null,
    { ...menuAct('code.copyWithSource'), run: () => inBackground(() => copyCoding(coding)) },
    null,
    { ...menuAct('code.remove'), isDanger: true },
  ];
}

/** What can be done in the text: with what is selected, with the coding that is pointed at, or else where the caret stands. */
export function passageEntries(coding: Id | null): MenuEntry[] {
  const isSelected = useUi.getState().selection !== null;
  const selected: MenuEntry[] = isSelected
    ? [
        menuAct('code.pick'),
        ...(canCode() ? recentCodes(mostRecent).map(recentEntry) : []),
        menuAct('code.inVivo'),
        ...(useFormFocus.getState().question === null ? [] : [menuAct('form.point')]),
      ]
    : [];
  if (coding !== null) return [...selected, ...(isSelected ? [null] : []), ...ofCoding(coding)];
  if (isSelected) return [...selected, null, menuAct('code.copyWithSource')];
  return [menuAct('select.sentence'), menuAct('select.paragraph'), null, menuAct('edit.find')];
}
