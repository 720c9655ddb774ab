import type { RefObject } from 'react';
import { Dialog, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { codesStrings as say } from '#words/window/codes.ts';
import { hueCount } from '../../../shared/model/codeTree.ts';
import type { Code } from '../../../shared/model/records.ts';
import { Swatch } from '../../components/Swatch.tsx';
import popover from '../../components/popover.module.css';
import styles from './CodePopover.module.css';

export type CodeColoursProps = {
  /** Whose colour is chosen; null: shut. */
  code: Code | null;
  anchor: RefObject<Element | null>;
  onChoose: (change: { hue: number; pattern: Code['pattern'] }) => void;
  onClose: () => void;
};

type Choice = { id: string; hue: number; pattern: Code['pattern']; label: string };

const choices: readonly Choice[] = (['plain', 'striped'] as const).flatMap((pattern) =>
  Array.from({ length: hueCount }, (_, index) => {
    const name = say.hues[index] ?? String(index + 1);
    const label = pattern === 'plain' ? name : say.stripedOf(name);
    return { id: `${index + 1}-${pattern}`, hue: index + 1, pattern, label };
  }),
);

/** Twelve hues, plain and striped; arrow keys move, Enter or a click takes. */
export function CodeColours({ code, anchor, onChoose, onClose }: CodeColoursProps) {
  if (code === null) return null;
  return (
    <Popover
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      triggerRef={anchor}
      placement="bottom end"
      offset={2}
      className={popover.popover ?? ''}
    >
      <Dialog aria-label={say.colourTitle(code.name)} className={styles.dialog ?? ''}>
        <ListBox
          aria-label={say.colourTitle(code.name)}
          layout="grid"
          items={choices}
          selectionMode="single"
          defaultSelectedKeys={[`${code.hue}-${code.pattern}`]}
          autoFocus
          onSelectionChange={(keys) => {
            // Nothing is selected when the colour that was selected is taken again.
            const choice = choices.find((one) => keys !== 'all' && keys.has(one.id));
            if (choice !== undefined) onChoose({ hue: choice.hue, pattern: choice.pattern });
            onClose();
          }}
          className={styles.swatches ?? ''}
        >
          {(choice) => (
            <ListBoxItem
              id={choice.id}
              textValue={choice.label}
              aria-label={choice.label}
              className={styles.swatch ?? ''}
            >
              <Swatch hue={choice.hue} pattern={choice.pattern} className={styles.colour} />
            </ListBoxItem>
          )}
        </ListBox>
      </Dialog>
    </Popover>
  );
}
