import { ChevronDown, X } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { labelled } from '#words/format.ts';
import { segmentsStrings as say } from '#words/window/segments.ts';
import { buildCodeTree } from '../../../../shared/model/codeTree.ts';
import type { Code, Id } from '../../../../shared/model/records.ts';
import { IconButton } from '../../../components/IconButton.tsx';
import { Swatch } from '../../../components/Swatch.tsx';
import { CodeFinder } from '../../../parts/codeFinder/CodeFinder.tsx';
import { indexCodes } from '../../../parts/codeFinder/rankCodes.ts';
import { classes } from '../../../components/classes.ts';
import popover from '../../../components/popover.module.css';
import styles from './CodeFilter.module.css';

export type CodeFilterProps = { codes: readonly Code[]; selected: Code | null; onSelect: (code: Id | null) => void };

const noRecent: readonly Id[] = [];

/** Narrows the list to one code and those below it; codes are found by their letters, there may be thousands. */
export function CodeFilter({ codes, selected, onSelect }: CodeFilterProps) {
  return (
    <span className={styles.filter}>
      <DialogTrigger>
        <Button aria-label={labelled(say.code, selected?.name ?? say.allCodes)} className={styles.button ?? ''}>
          {selected !== null && <Swatch hue={selected.hue} pattern={selected.pattern} />}
          <bdi className={styles.name}>{selected?.name ?? say.allCodes}</bdi>
          <ChevronDown aria-hidden="true" />
        </Button>
        <Popover offset={4} placement="bottom start" className={classes(popover.popover, styles.popover)}>
          <Dialog aria-label={say.code} className={styles.dialog ?? ''}>
            {({ close }) => (
              <Finder
                codes={codes}
                onPick={(code) => {
                  close();
                  onSelect(code);
                }}
                onLeave={close}
              />
            )}
          </Dialog>
        </Popover>
      </DialogTrigger>
      {selected !== null && (
        <IconButton label={say.clearCode} icon={<X aria-hidden="true" />} onPress={() => onSelect(null)} />
      )}
    </span>
  );
}

type FinderProps = { codes: readonly Code[]; onPick: (code: Id) => void; onLeave: () => void };

function Finder({ codes, onPick, onLeave }: FinderProps) {
  const field = useRef<HTMLInputElement>(null);
  const index = useMemo(() => indexCodes(buildCodeTree(codes)), [codes]);
  useEffect(() => field.current?.focus(), []);
  return <CodeFinder ref={field} index={index} initial="" recent={noRecent} onPick={onPick} onLeave={onLeave} />;
}
