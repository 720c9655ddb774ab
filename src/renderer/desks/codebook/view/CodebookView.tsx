import { useMemo } from 'react';
import { codebookStrings as say } from '#words/window/codebook.ts';
import type { Id } from '../../../../shared/model/records.ts';
import { codeActs } from '../../../actions/codeActs.ts';
import { runAction } from '../../../actions/registry.ts';
import { openDrawer } from '../../../actions/view.ts';
import { Button } from '../../../components/Button.tsx';
import { CodesPanel } from '../../../parts/codes/CodesPanel.tsx';
import { useRecords } from '../../../state/records.ts';
import { useSegmentFilter } from '../../../state/segmentFilter.ts';
import { useCodebookFocus } from '../state/codebookFocus.ts';
import { CodeForm } from './CodeForm.tsx';
import { StaleList } from './StaleList.tsx';
import { VariableList } from './VariableList.tsx';
import { VersionList } from './VersionList.tsx';
import styles from './CodebookView.module.css';

const acts = {
  onApply: (): void => undefined,
  onCreate: (name: string, parent: Id | null): void => void codeActs.create(name, parent),
  onCreateMany: (names: readonly string[], parent: Id | null): void => void codeActs.createMany(names, parent),
  onRename: codeActs.rename,
  onMove: codeActs.move,
  onRecolour: codeActs.recolour,
  onPin: codeActs.pin,
  onDefine: codeActs.define,
  onMerge: codeActs.merge,
  onSplit: codeActs.split,
  onArchive: codeActs.archive,
  onRemove: codeActs.remove,
  onSelect: (code: Id | null): void => useCodebookFocus.setState({ code }),
  onEditElsewhere: (): void => {
    document.querySelector<HTMLElement>(`[data-region='codebookCode'] textarea`)?.focus();
  },
  onShowSegments: (code: Id): void => {
    useSegmentFilter.setState({ scope: 'project', code, coder: null });
    openDrawer('segments');
  },
};

/** The codebook: its tree, the rules of the chosen code, and the questions and versions that belong to it. */
export function CodebookView() {
  const codes = useRecords((state) => state.codes);
  const tally = useRecords((state) => state.tally);
  const readOnly = useRecords((state) => state.status?.project?.readOnly ?? true);
  const chosen = useCodebookFocus((state) => state.code);
  const list = useMemo(() => [...codes.values()], [codes]);
  const code = chosen === null ? undefined : codes.get(chosen);
  return (
    <div className={styles.view}>
      <div data-region="codebookTree" className={styles.tree}>
        <CodesPanel codes={list} tally={tally} activeCode={chosen} canCode={false} readOnly={readOnly} {...acts} />
        {!readOnly && (
          <div className={styles.foot}>
            <Button onPress={() => runAction('codebook.addTemplate')}>{say.addTemplate}</Button>
          </div>
        )}
      </div>
      <div data-region="codebookCode" className={styles.code}>
        <CodeForm key={code?.id} code={code} readOnly={readOnly} />
      </div>
      <div data-region="codebookLists" className={styles.lists}>
        <VariableList code={code} readOnly={readOnly} />
        <VersionList readOnly={readOnly} />
        <StaleList readOnly={readOnly} />
      </div>
    </div>
  );
}
