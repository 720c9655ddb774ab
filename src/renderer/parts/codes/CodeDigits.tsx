import type { RefObject } from 'react';
import { Dialog, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { codesStrings as say } from '#words/window/codes.ts';
import type { Code } from '../../../shared/model/records.ts';
import { Kbd } from '../../components/Kbd.tsx';
import { Swatch } from '../../components/Swatch.tsx';
import { classes } from '../../components/classes.ts';
import { codeKey } from './codeActs.ts';
import rowStyles from '../../components/rows.module.css';
import popover from '../../components/popover.module.css';
import styles from './CodePopover.module.css';

export type CodeDigitsProps = {
  /** Which code gets a digit; null: shut. */
  code: Code | null;
  /** The code that has a digit now. */
  holders: ReadonlyMap<string, Code>;
  anchor: RefObject<Element | null>;
  onChoose: (digit: string | null) => void;
  onClose: () => void;
};

const none = 'none';
const rows = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', none].map((id) => ({ id }));

/** The ten digits with the codes they apply now; a digit key takes that digit, Delete takes none. */
export function CodeDigits({ code, holders, anchor, onChoose, onClose }: CodeDigitsProps) {
  if (code === null) return null;
  const choose = (digit: string | null): void => {
    if (digit !== code.key) onChoose(digit);
    onClose();
  };
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
      <Dialog aria-label={say.digitTitle(code.name)} className={styles.dialog ?? ''}>
        <div
          onKeyDownCapture={(event) => {
            const pressed = codeKey(event);
            if (pressed !== null && 'digit' in pressed) choose(pressed.digit);
            else if (event.key === 'Delete' || event.key === 'Backspace') choose(null);
            else return;
            event.preventDefault();
            event.stopPropagation();
          }}
        >
          <ListBox
            aria-label={say.digitTitle(code.name)}
            items={rows}
            dependencies={[holders, code]}
            selectionMode="single"
            defaultSelectedKeys={[code.key ?? none]}
            autoFocus
            onSelectionChange={(keys) => {
              // Nothing is selected when the digit that was selected is taken again.
              const row = rows.find(({ id }) => keys !== 'all' && keys.has(id));
              if (row === undefined) onClose();
              else choose(row.id === none ? null : row.id);
            }}
            className={styles.digits ?? ''}
          >
            {({ id }) => <DigitRow digit={id === none ? null : id} holder={holders.get(id) ?? null} />}
          </ListBox>
        </div>
      </Dialog>
    </Popover>
  );
}

function DigitRow({ digit, holder }: { digit: string | null; holder: Code | null }) {
  const label = digit === null ? say.noDigit : say.digitHolder(digit, holder?.name ?? null);
  return (
    <ListBoxItem
      id={digit ?? none}
      textValue={label}
      className={classes(rowStyles.row, rowStyles.choice, styles.digit)}
    >
      {digit === null ? <span className={styles.noDigit}>{say.noDigit}</span> : <Kbd keys={digit} />}
      {holder !== null && <Swatch hue={holder.hue} pattern={holder.pattern} />}
      {holder !== null && <bdi className={styles.holder}>{holder.name}</bdi>}
    </ListBoxItem>
  );
}
