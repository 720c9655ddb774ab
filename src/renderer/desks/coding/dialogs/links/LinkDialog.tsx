import { useMemo, useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { linkStrings as say } from '#words/window/links.ts';
import type { Annotation, Id } from '../../../../../shared/model/records.ts';
import { FormDialog } from '../../../../components/FormDialog.tsx';
import { Swatch } from '../../../../components/Swatch.tsx';
import { TextField } from '../../../../components/TextField.tsx';
import { shortQuote } from '../../../../parts/codeFinder/shortQuote.ts';
import { useAnswer } from '../../../../parts/useAnswer.ts';
import { client } from '../../../../state/client.ts';
import { knownAnnotations } from '../../../../state/readerFilter.ts';
import { codePath, useRecords } from '../../../../state/records.ts';
import { createLink } from '../../actions/links.ts';
import { useRecentRelations } from '../../state/recentRelations.ts';
import { AnnotationChooser } from './AnnotationChooser.tsx';
import styles from './links.module.css';

/** How many relations used before are offered. */
const offered = 8;

/** The other codings, from the one after the source to the end, and then those before it. */
function othersAfter(source: Annotation, codings: Iterable<Annotation>): Annotation[] {
  const inOrder = [...codings].sort((a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1));
  const at = inOrder.findIndex(({ id }) => id === source.id);
  return [...inOrder.slice(at + 1), ...inOrder.slice(0, Math.max(0, at))];
}

/** Links a coding of the open text with another one by a relation that has a name. */
export function LinkDialog({ source: id, onClose }: { source: Id; onClose: () => void }) {
  const records = useRecords((state) => state);
  const recent = useRecentRelations((state) => state.names);
  const used = useAnswer(() => client().call('links.relations', {}));
  const [relation, setRelation] = useState(recent[0] ?? '');
  const [target, setTarget] = useState<Id | null>(null);
  const source = records.open?.annotations.get(id);
  const codings = useMemo(
    () => (source ? othersAfter(source, knownAnnotations(records).values()) : []),
    [source, records],
  );
  const names = [...new Set([...recent, ...(used ?? [])])].slice(0, offered);
  const canLink = relation.trim() !== '' && target !== null;
  const link = async (to: Id): Promise<void> => {
    if (relation.trim() !== '' && (await createLink(id, to, relation))) onClose();
  };
  return (
    <FormDialog
      onClose={onClose}
      size="medium"
      title={say.title}
      lead={say.lead}
      submitLabel={say.create}
      canSubmit={canLink}
      onSubmit={() => {
        if (target !== null) void link(target);
      }}
    >
      {source && <Source coding={source} />}
      <Relation names={names} value={relation} onChange={setRelation} />
      <div>
        <p className={styles.label}>{say.target}</p>
        <AnnotationChooser
          label={say.target}
          codings={codings}
          text={records.open?.text ?? ''}
          selected={target}
          onSelect={setTarget}
          onTake={(to) => {
            setTarget(to);
            void link(to);
          }}
        />
      </div>
    </FormDialog>
  );
}

function Source({ coding }: { coding: Annotation }) {
  const codes = useRecords((state) => state.codes);
  const text = useRecords((state) => state.open?.text ?? '');
  const code = codes.get(coding.code);
  return (
    <div>
      <p className={styles.label}>{say.source}</p>
      <div className={styles.source} style={code && { borderColor: `var(--hue-${code.hue})` }}>
        <span className={styles.head}>
          {code && <Swatch hue={code.hue} pattern={code.pattern} />}
          <bdi>{codePath(codes, coding.code)}</bdi>
        </span>
        <bdi className={styles.quote}>{shortQuote(text.slice(coding.start, coding.end), 160)}</bdi>
      </div>
    </div>
  );
}

type RelationProps = { names: readonly string[]; value: string; onChange: (value: string) => void };

/** A name to type, over the names that were used before: what was used last comes first. */
function Relation({ names, value, onChange }: RelationProps) {
  return (
    <div className={styles.relation}>
      <TextField
        label={say.relation}
        placeholder={say.relationPlaceholder}
        value={value}
        onChange={onChange}
        maxLength={300}
        dir="auto"
        autoFocus
      />
      {names.length > 0 && (
        <ListBox
          aria-label={say.known}
          orientation="horizontal"
          items={names.map((name) => ({ id: name, name }))}
          selectionMode="single"
          // Escape is the dialog’s.
          escapeKeyBehavior="none"
          selectedKeys={[value.trim()]}
          onSelectionChange={(keys) => {
            const name = names.find((candidate) => keys !== 'all' && keys.has(candidate));
            if (name !== undefined) onChange(name);
          }}
          className={styles.names ?? ''}
        >
          {({ name }) => (
            <ListBoxItem id={name} textValue={name} className={styles.name ?? ''}>
              <bdi>{name}</bdi>
            </ListBoxItem>
          )}
        </ListBox>
      )}
    </div>
  );
}
