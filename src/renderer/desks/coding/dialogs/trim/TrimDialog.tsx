import { useState } from 'react';
import { keyText } from '#words/window/keyNames.ts';
import { manyPassagesStrings } from '#words/window/manyPassages.ts';
import { trimStrings as say } from '#words/window/trim.ts';
import type { Untrimmed } from '../../../../../shared/api/codings.ts';
import type { Result } from '../../../../../shared/api/contract.ts';
import type { Id } from '../../../../../shared/model/records.ts';
import { send } from '../../../../actions/ask.ts';
import { Button } from '../../../../components/Button.tsx';
import { EmptyState } from '../../../../components/EmptyState.tsx';
import { FormDialog } from '../../../../components/FormDialog.tsx';
import { Select } from '../../../../components/Select.tsx';
import { useAnswer } from '../../../../parts/useAnswer.ts';
import { client } from '../../../../state/client.ts';
import { useRecords } from '../../../../state/records.ts';
import { notify } from '../../../../state/ui.ts';
import { PassageList } from '../../manyPassages/PassageList.tsx';
import fields from '../../../../parts/dialogFields.module.css';
import styles from '../../manyPassages/ManyPassagesDialog.module.css';

type Scope = 'document' | 'project';

const nothing: ReadonlySet<Id> = new Set();

/** The acting coder's codings with blanks at their ends, as the project is now; undefined while they are looked for. */
function useUntrimmed(document: Id | null, onRefused: () => void): Result<'codings.untrimmed'> | undefined {
  const history = useRecords((state) => state.history);
  const coder = useRecords((state) => state.status?.coder?.id);
  const ask = async () => ({ document, found: await client().run('codings.untrimmed', { document }) });
  const answer = useAnswer(ask, onRefused, JSON.stringify([document, history, coder]));
  return answer?.document === document ? answer.found : undefined;
}

/** Takes blanks away from the ends of codings, as one act, after they were looked through. */
export function TrimDialog({ onClose }: { onClose: () => void }) {
  const open = useRecords((state) => state.open?.document.id ?? null);
  const [scope, setScope] = useState<Scope>(open === null ? 'project' : 'document');
  const found = useUntrimmed(scope === 'document' ? open : null, onClose);
  const [left, setLeft] = useState(nothing);
  const rows = found?.rows ?? [];
  const ticked = rows.filter(({ annotation }) => !left.has(annotation));
  return (
    <FormDialog
      onClose={onClose}
      size="large"
      title={say.title}
      lead={say.lead}
      submitLabel={say.submit(ticked.length)}
      canSubmit={ticked.length > 0}
      onSubmit={() => {
        onClose();
        void trim(ticked);
      }}
      remark={<Remark blank={found?.blank ?? 0} more={(found?.total ?? 0) - rows.length} />}
    >
      {open !== null && (
        <div className={styles.choices}>
          <div className={fields.field}>
            <span className={fields.label}>{say.where}</span>
            <Select
              isField
              label={say.where}
              entries={(['document', 'project'] as const).map((id) => ({ id, label: say.scopes[id] }))}
              selected={scope}
              onSelect={(id) => {
                setScope(id as Scope); // the ids of the entries
                setLeft(nothing);
              }}
            />
          </div>
        </div>
      )}
      {rows.length === 0 ? (
        <EmptyState isSmall title={found ? say.none : say.looking} />
      ) : (
        <Review rows={rows} left={left} ticked={ticked.length} onLeft={setLeft} />
      )}
    </FormDialog>
  );
}

type ReviewProps = {
  rows: readonly Untrimmed[];
  /** Those whose tick was taken away. */
  left: ReadonlySet<Id>;
  ticked: number;
  onLeft: (left: ReadonlySet<Id>) => void;
};

/** The codings with a tick each. */
function Review({ rows, left, ticked, onLeft }: ReviewProps) {
  const isAll = ticked === rows.length;
  const toggle = (index: number): void => {
    const row = rows[index];
    if (!row) return;
    const next = new Set(left);
    if (!next.delete(row.annotation)) next.add(row.annotation);
    onLeft(next);
  };
  const tickAll = (): void => onLeft(nothing);
  const tickNone = (): void => onLeft(new Set(rows.map(({ annotation }) => annotation)));
  return (
    <div className={styles.review}>
      <div className={styles.head}>
        <span aria-live="polite">{say.ticks(ticked, rows.length)}</span>
        <span className={styles.keys}>{manyPassagesStrings.keys(keyText('Space'), keyText('Mod+A'))}</span>
        <Button onPress={tickAll} isDisabled={isAll}>
          {manyPassagesStrings.all}
        </Button>
        <Button onPress={tickNone} isDisabled={ticked === 0}>
          {manyPassagesStrings.none}
        </Button>
      </div>
      <PassageList
        label={say.list}
        passages={rows}
        rows={rows.map(({ start, end, trimmed: [from, to] }) => ({
          isOpen: true,
          remark: say.remark(from - start, end - to),
        }))}
        left={new Set(rows.flatMap(({ annotation }, index) => (left.has(annotation) ? [index] : [])))}
        onToggle={toggle}
        onToggleAll={isAll ? tickNone : tickAll}
      />
    </div>
  );
}

function Remark({ blank, more }: { blank: number; more: number }) {
  const words = [blank > 0 && say.blank(blank), more > 0 && say.more(more)].filter((one) => one !== false);
  return <p className={styles.summary}>{words.join('; ')}</p>;
}

async function trim(rows: readonly Untrimmed[]): Promise<void> {
  const done = await send('codings.trim', { annotations: rows.map(({ annotation }) => annotation) });
  if (done) notify('info', say.done(done.trimmed, done.doubles));
}
