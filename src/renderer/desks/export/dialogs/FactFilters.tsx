import { X } from 'lucide-react';
import { useRef, useState } from 'react';
import { number } from '#words/format.ts';
import { exportTable as say } from '#words/window/exportTable.ts';
import type { Id } from '../../../../shared/model/records.ts';
import type { Variable } from '../../../../shared/model/variables.ts';
import { IconButton } from '../../../components/IconButton.tsx';
import type { MultiSelectEntry } from '../../../components/MultiSelect.tsx';
import { TextField } from '../../../components/TextField.tsx';
import { useAnswer } from '../../../parts/useAnswer.ts';
import { client } from '../../../state/client.ts';
import { useRecords } from '../../../state/records.ts';
import { Labelled } from './Labelled.tsx';
import { Many } from './LabelledMany.tsx';
import { endFault, lineFor } from './draft.ts';
import type { FactLine } from './draft.ts';
import styles from './export.module.css';

type FactFiltersProps = {
  lines: readonly FactLine[];
  onChange: (lines: FactLine[]) => void;
};

/** Article facts that rows are chosen by: a line for each, and a choice that adds one. */
export function FactFilters({ lines, onChange }: FactFiltersProps) {
  const variables = useRecords((state) => state.variables);
  const [added, setAdded] = useState<Id | null>(null);
  const adding = useRef<HTMLDivElement>(null);
  const used = new Set(lines.map(({ variable }) => variable));
  const left = [...variables.values()].filter(
    ({ id, scope, archived }) => scope === 'fact' && !archived && !used.has(id),
  );
  const put = (at: number, ...line: FactLine[]): void => onChange(lines.toSpliced(at, 1, ...line));
  return (
    <>
      {(left.length > 0 || lines.length > 0) && (
        <div ref={adding}>
          <Labelled
            label={say.factFilters}
            entries={[{ id: '', label: say.addFact }, ...left.map((one) => ({ id: one.id, label: nameOf(one) }))]}
            selected=""
            onSelect={(id) => {
              const variable = variables.get(id);
              if (!variable) return;
              setAdded(id);
              onChange([...lines, lineFor(variable)]);
            }}
          />
        </div>
      )}
      {lines.length > 0 && (
        <ul aria-label={say.factFilters} className={styles.factLines}>
          {lines.map((line, at) => (
            <li key={`${line.kind} ${line.variable} ${line.kind === 'range' ? at : ''}`}>
              <FactLineFields
                line={line}
                variable={variables.get(line.variable)}
                isNew={added === line.variable}
                onChange={(next) => put(at, next)}
                onRemove={() => {
                  put(at);
                  // The button that was pressed goes with its line.
                  adding.current?.querySelector('button')?.focus();
                }}
              />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** What a fact is called, as the list of articles calls it. */
function nameOf({ label, name }: Variable): string {
  return label === '' ? name : label;
}

type FactLineProps<Line extends FactLine = FactLine> = {
  line: Line;
  /** Undefined: it is no longer in the project. */
  variable: Variable | undefined;
  /** Added just now: the focus goes to it. */
  isNew: boolean;
  onChange: (line: FactLine) => void;
};

function FactLineFields(props: FactLineProps & { onRemove: () => void }) {
  const { line, variable, onRemove, ...rest } = props;
  const name = variable ? nameOf(variable) : say.gone;
  return (
    <div role="group" aria-label={name} className={styles.factLine}>
      <bdi title={name} aria-hidden="true">
        {name}
      </bdi>
      <IconButton label={say.removeFact(name)} icon={<X />} onPress={onRemove} />
      {line.kind === 'range' ? (
        <RangeFields {...rest} line={line} variable={variable} />
      ) : (
        <ValuesField {...rest} line={line} variable={variable} name={name} />
      )}
    </div>
  );
}

/** Values are entries `=VALUE`, since '' is a value, too: that of articles of which the fact is not known. */
const entryOf = (value: string): string => `=${value}`;

function ValuesField(props: FactLineProps<Extract<FactLine, { kind: 'values' }>> & { name: string }) {
  const { line, name, isNew, onChange } = props;
  const [isRefused, setIsRefused] = useState(false);
  const known = useAnswer(
    () => client().call('documents.factValues', { variable: line.variable }),
    () => setIsRefused(true),
  );
  const found: MultiSelectEntry[] = (known?.values ?? [])
    .map(({ value, documents }) => ({ id: entryOf(value), label: value, note: number(documents) }))
    .sort((a, b) => a.label.localeCompare(b.label));
  const unknown = { id: entryOf(''), label: say.unknownFact, note: number(known?.unknown ?? 0) };
  const listed = new Set(found.map(({ id }) => id));
  const others = line.values.filter((value) => value !== '' && !listed.has(entryOf(value)));
  const hasUnknown = (known?.unknown ?? 0) > 0 || line.values.includes('');
  return (
    <div className={styles.factValues}>
      <Many
        label={name}
        anyLabel={say.anyValue}
        entries={[
          ...found,
          ...others.map((value) => ({ id: entryOf(value), label: value, note: number(0) })),
          ...(hasUnknown ? [unknown] : []),
        ]}
        chosen={line.values.map(entryOf)}
        onChange={(ids) => onChange({ ...line, values: ids.map((id) => id.slice(1)) })}
        isPending={known === undefined && !isRefused}
        autoFocus={isNew}
      />
      {known && known.total > known.values.length && (
        <p className={styles.note}>{say.firstValues(known.values.length, known.total)}</p>
      )}
    </div>
  );
}

function RangeFields({ line, variable, isNew, onChange }: FactLineProps<Extract<FactLine, { kind: 'range' }>>) {
  // What is wrong is said once a field is left: half a date is no fault while it is typed.
  const [left, setLeft] = useState({ from: line.from !== '', to: line.to !== '' });
  const field = (end: 'from' | 'to'): React.ReactNode => (
    <TextField
      label={end === 'from' ? say.from : say.to}
      value={line[end]}
      onChange={(text) => {
        setLeft({ ...left, [end]: false });
        onChange({ ...line, [end]: text });
      }}
      onBlur={() => setLeft({ ...left, [end]: true })}
      error={(left[end] ? endFault(variable, line[end]) : null) ?? undefined}
      placeholder={variable?.level === 'date' ? say.day : say.noEnd}
      maxLength={40}
      autoFocus={isNew && end === 'from'}
    />
  );
  return (
    <div className={styles.range}>
      {field('from')}
      {field('to')}
    </div>
  );
}
