import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { comparingStrings as say } from '#words/window/comparing.ts';
import { runAction } from '../../../actions/registry.ts';
import { useKeysOf } from '../../../actions/shownKeys.ts';
import { IconButton } from '../../../components/IconButton.tsx';
import { Select } from '../../../components/Select.tsx';
import { useReaderFilter } from '../../../state/readerFilter.ts';
import { codePath, useRecords } from '../../../state/records.ts';
import { useUi } from '../../../state/ui.ts';
import { compareCoder, endComparison } from '../actions/comparing.ts';
import { comparisonOf, differenceOf } from '../state/comparing.ts';
import type { Difference } from '../state/comparing.ts';
import styles from './ComparisonBar.module.css';

/** Who stands on which side of the text, how much they differ, and the way from difference to difference. */
export function ComparisonBar() {
  const records = useRecords((state) => state);
  const filter = useReaderFilter((state) => state);
  const active = useUi((state) => state.activeAnnotation);
  const comparison = comparisonOf(records, filter);
  const keys = {
    previous: useKeysOf('go.previousDifference'),
    next: useKeysOf('go.nextDifference'),
    end: useKeysOf('view.compare'),
  };
  if (!comparison) return null;
  const { coders } = records;
  const { first, second, differences, agreed } = comparison;
  const entries = Array.from(coders.values(), ({ id, name }) => ({ id, label: name }));
  const at = differenceOf(comparison, active);
  const shown = differences[at];
  return (
    <section aria-label={say.label} className={styles.bar}>
      <Select label={say.first} entries={entries} selected={first} onSelect={(id) => compareCoder('first', id)} />
      <div className={styles.middle}>
        <p role="status" className={styles.said}>
          {shown ? (
            <>
              <span className={styles.place}>{say.place(at + 1, differences.length)}</span> <Said difference={shown} />
            </>
          ) : (
            say.summary(agreed.size / 2, differences.length)
          )}
        </p>
        <IconButton
          label={say.previous}
          keys={keys.previous}
          icon={<ChevronUp />}
          onPress={() => runAction('go.previousDifference')}
        />
        <IconButton
          label={say.next}
          keys={keys.next}
          icon={<ChevronDown />}
          onPress={() => runAction('go.nextDifference')}
        />
      </div>
      <div className={styles.second}>
        <Select label={say.second} entries={entries} selected={second} onSelect={(id) => compareCoder('second', id)} />
        <IconButton label={say.end} keys={keys.end} icon={<X />} onPress={endComparison} />
      </div>
    </section>
  );
}

function Said({ difference: { kind, first, second } }: { difference: Difference }) {
  const codes = useRecords((state) => state.codes);
  const coders = useRecords((state) => state.coders);
  const path = (coding: Difference['first']): string => (coding ? codePath(codes, coding.code) : '');
  if (kind === 'boundaries') return say.boundaries(path(first));
  if (kind === 'codes') return say.codes(path(first), path(second));
  const only = first ?? second;
  return say.alone(coders.get(only?.coder ?? '')?.name ?? '', path(only));
}
