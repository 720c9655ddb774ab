import { ArrowRight, Shuffle } from 'lucide-react';
import { formStrings as say } from '#words/window/form.ts';
import { menuAct } from '../../../actions/menus.ts';
import { useKeysOf } from '../../../actions/shownKeys.ts';
import { Button } from '../../../components/Button.tsx';
import { IconButton } from '../../../components/IconButton.tsx';
import { Menu } from '../../../components/Menu.tsx';
import type { MenuEntry } from '../../../components/Menu.tsx';
import { Tooltip } from '../../../components/Tooltip.tsx';
import { useSettings } from '../../../state/settings.ts';
import { articleOrder, articleSeed, finishArticle, goToNextArticle } from '../actions/form.ts';
import styles from './FormPanel.module.css';

/** The way on: to the next article, in the order that was chosen. */
export function FormFoot({ readOnly }: { readOnly: boolean }) {
  useSettings((state) => state.layout);
  const order = articleOrder();
  const entries = (): MenuEntry[] => [
    { ...menuAct('form.orderList'), label: say.orderList, isChecked: order === 'list', isDisabled: false },
    {
      ...menuAct('form.orderRandom'),
      label: say.orderRandom(articleSeed()),
      isChecked: order === 'random',
      isDisabled: false,
    },
    null,
    { ...menuAct('form.newSeed'), label: say.newSeed },
  ];
  return (
    <footer className={styles.foot}>
      <Tooltip text={say.done} keys={useKeysOf('form.finish')} placement="top">
        <Button data-form-done variant="primary" isDisabled={readOnly} onPress={finishArticle}>
          {say.done}
        </Button>
      </Tooltip>
      <span className={styles.space} />
      <Menu
        placement="top end"
        trigger={<IconButton label={say.orderMenu} icon={<Shuffle />} isOn={order === 'random'} placement="top" />}
        entries={entries}
      />
      <IconButton
        label={say.next}
        keys={useKeysOf('form.next')}
        icon={<ArrowRight />}
        placement="top"
        onPress={() => void goToNextArticle()}
      />
    </footer>
  );
}
