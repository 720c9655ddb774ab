import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import type { MouseEvent } from 'react';
import { formStrings as say } from '#words/window/form.ts';
import type { AnswerKey } from '../../../../shared/model/variables.ts';
import { keysOf } from '../../../actions/shownKeys.ts';
import { ContextMenu } from '../../../components/ContextMenu.tsx';
import type { MenuEntry } from '../../../components/Menu.tsx';
import { useUi } from '../../../state/ui.ts';
import { addEvidence, setAnswer } from '../actions/answers.ts';
import { focusQuestion } from '../actions/form.ts';
import type { AnswerContent } from '../state/drafts.ts';
import styles from './QuestionView.module.css';

type AnswerMenuProps = { keyOfAnswer: AnswerKey; label: string; content: AnswerContent };

/**
 * What can be said of any question. It is passed over by Tab: its entries have keys of their own. The button is a bare one,
 * and the menu is made when it opens: a form has many of them.
 */
export function AnswerMenu({ keyOfAnswer: key, label, content }: AnswerMenuProps) {
  const [opened, setOpened] = useState<{ x: number; y: number; key: AnswerKey } | null>(null);
  const at = opened?.key === key ? opened : null;
  const set = (state: 'absent' | 'not-applicable' | null): void => {
    setAnswer(key, state === null ? null : { state, value: null });
    focusQuestion(key);
  };
  const open = (event: MouseEvent<HTMLElement>): void => {
    const { left, bottom } = event.currentTarget.getBoundingClientRect();
    setOpened({ x: left, y: bottom, key });
  };
  return (
    <>
      <button
        type="button"
        tabIndex={-1}
        aria-label={say.menu(label)}
        aria-haspopup="menu"
        aria-expanded={at !== null}
        title={say.menu(label)}
        data-answer-menu
        className={styles.menu}
        onClick={open}
      >
        <Ellipsis aria-hidden="true" />
      </button>
      {at && (
        <ContextMenu
          label={say.menu(label)}
          at={at}
          entries={() => entriesOf(key, content, set)}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  );
}

function entriesOf(
  key: AnswerKey,
  content: AnswerContent,
  set: (state: 'absent' | 'not-applicable' | null) => void,
): MenuEntry[] {
  return [
    {
      id: 'absent',
      label: say.absent,
      keys: keysOf('form.absent'),
      isChecked: content?.state === 'absent',
      run: () => set('absent'),
    },
    {
      id: 'not-applicable',
      label: say.notApplicable,
      keys: keysOf('form.notApplicable'),
      isChecked: content?.state === 'not-applicable',
      run: () => set('not-applicable'),
    },
    {
      id: 'clear',
      label: say.clear,
      keys: keysOf('form.clear'),
      isChecked: content === null,
      run: () => set(null),
    },
    null,
    {
      id: 'point',
      label: say.point,
      keys: keysOf('form.point'),
      isDisabled: content === null || useUi.getState().selection === null,
      run: () => void addEvidence(key),
    },
  ];
}
