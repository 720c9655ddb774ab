import { passageStrings as say } from '#words/window/passage.ts';
import { ContextMenu } from '../../../components/ContextMenu.tsx';
import { usePassage } from '../state/passage.ts';
import { passageEntries } from './passageEntries.tsx';

/** The menu of the text: at the pointer, or below what the keys are at. */
export function PassageMenu() {
  const menu = usePassage((state) => state.menu);
  return (
    <ContextMenu
      label={say.menu}
      at={menu?.at ?? null}
      entries={() => passageEntries(menu?.annotation ?? null)}
      onClose={() => usePassage.setState({ menu: null })}
    />
  );
}
