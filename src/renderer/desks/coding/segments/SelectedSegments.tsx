import { useId } from 'react';
import { segmentsStrings as say } from '#words/window/segments.ts';
import { Button } from '../../../components/Button.tsx';
import { SelectionBar } from '../../../components/SelectionBar.tsx';
import type { SegmentActs, SegmentSelection } from './segmentActs.ts';

type SelectedSegmentsProps = { selection: SegmentSelection; acts: SegmentActs };

/** What can be done with all codings that are selected. What it does begins in the list, where the focus comes back to. */
export function SelectedSegments({ selection, acts }: SelectedSegmentsProps) {
  const change = useId();
  const { ids } = selection;
  const place = (): DOMRect => document.getElementById(change)?.getBoundingClientRect() ?? new DOMRect();
  const isFixed = !acts.canChange();
  const fromList = (act: () => void) => (): void => {
    acts.toList();
    act();
  };
  return (
    <SelectionBar label={say.selection} clearLabel={say.clearSelection} onClear={fromList(selection.clear)}>
      <span id={change}>
        <Button variant="quiet" isDisabled={isFixed} onPress={fromList(() => acts.changeMany([...ids], place()))}>
          {say.changeMany}
        </Button>
      </span>
      <Button variant="quietDanger" isDisabled={isFixed} onPress={fromList(() => acts.removeMany([...ids]))}>
        {say.removeMany}
      </Button>
    </SelectionBar>
  );
}
