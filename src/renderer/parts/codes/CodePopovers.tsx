import type { Code, Id } from '../../../shared/model/records.ts';
import { CodeColours } from './CodeColours.tsx';
import { CodeDigits } from './CodeDigits.tsx';
import { CodeMenu } from './CodeMenu.tsx';
import type { CodeActId } from './codeActs.ts';
import type { CodeMenuState } from './codeMenuEntries.ts';
import type { CodesPanelProps } from './codesPanelProps.ts';
import type { Opened } from './useOpened.ts';

type CodePopoversProps = Pick<CodesPanelProps, 'onRecolour' | 'onPin'> & {
  opened: Opened;
  holders: ReadonlyMap<string, Code>;
  state: CodeMenuState;
  onAct: (act: CodeActId, code: Id) => void;
};

/** What opens over the tree for one code: its menu, the colours, the digits. */
export function CodePopovers({ opened, holders, state, onAct, onRecolour, onPin }: CodePopoversProps) {
  const inMenu = opened.codeOf('menu');
  const coloured = opened.codeOf('colours');
  const pinned = opened.codeOf('digits');
  return (
    <>
      <CodeMenu
        code={inMenu}
        at={opened.menuAt}
        state={state}
        onAct={(act) => {
          if (inMenu !== null) afterMenu(() => onAct(act, inMenu.id));
        }}
        onClose={opened.forgetMenu}
      />
      <CodeColours
        code={coloured}
        anchor={opened.anchor}
        onChoose={(change) => {
          if (coloured !== null) onRecolour(coloured.id, change);
        }}
        onClose={() => {
          if (coloured !== null) opened.shut(coloured.id, true);
        }}
      />
      <CodeDigits
        code={pinned}
        holders={holders}
        anchor={opened.anchor}
        onChoose={(digit) => {
          if (pinned !== null) onPin(pinned.id, digit);
        }}
        onClose={() => {
          if (pinned !== null) opened.shut(pinned.id, true);
        }}
      />
    </>
  );
}

/**
 * Runs an act of the menu once the menu is gone. A menu that closes gives the focus back to the row, a frame after it
 * has left the page; a field that the act opens would lose it again.
 */
function afterMenu(run: () => void, frames = 60): void {
  const isGone = document.querySelector('[role="menu"]') === null;
  if (frames > 0 && !(isGone && frames === 1)) {
    requestAnimationFrame(() => afterMenu(run, isGone ? Math.min(frames - 1, 2) : frames - 1));
  } else run();
}
