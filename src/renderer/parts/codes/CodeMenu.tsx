import { codesStrings as say } from '#words/window/codes.ts';
import type { Code } from '../../../shared/model/records.ts';
import { ContextMenu } from '../../components/ContextMenu.tsx';
import type { CodeActId } from './codeActs.ts';
import { codeMenu } from './codeMenuEntries.ts';
import type { CodeMenuState } from './codeMenuEntries.ts';

export type CodeMenuProps = {
  code: Code | null;
  /** Where it opens, in CSS pixels of the window; null: shut. */
  at: { x: number; y: number } | null;
  state: CodeMenuState;
  onAct: (act: CodeActId) => void;
  onClose: () => void;
};

/** Everything that can be done to a code, at the pointer or under its row. */
export function CodeMenu({ code, at, state, onAct, onClose }: CodeMenuProps) {
  const entries = () => (code === null ? [] : codeMenu(code.id, state, onAct));
  return <ContextMenu label={code?.name ?? say.title} at={at} entries={entries} onClose={onClose} />;
}
