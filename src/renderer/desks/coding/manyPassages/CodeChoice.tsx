import { ChevronDown } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { labelled } from '#words/format.ts';
import { manyPassagesStrings as say } from '#words/window/manyPassages.ts';
import { buildCodeTree } from '../../../../shared/model/codeTree.ts';
import { pathSeparator } from '../../../../shared/model/records.ts';
import type { Code, Id } from '../../../../shared/model/records.ts';
import { NoSwatch, Swatch } from '../../../components/Swatch.tsx';
import { classes } from '../../../components/classes.ts';
import { CodeFinder } from '../../../parts/codeFinder/CodeFinder.tsx';
import { indexCodes } from '../../../parts/codeFinder/rankCodes.ts';
import { codePath, useRecords } from '../../../state/records.ts';
import { useUi } from '../../../state/ui.ts';
import popover from '../../../components/popover.module.css';
import styles from './ManyPassagesDialog.module.css';

/** A code that is there, or one that is to be made. */
export type ChosenCode = Id | { name: string; parent: Id | null };

export type CodeChoiceProps = { chosen: ChosenCode | null; onChoose: (code: ChosenCode) => void };

/** The path of a code, or that of one to be made. */
export function pathOf(codes: ReadonlyMap<Id, Code>, chosen: ChosenCode): string {
  if (typeof chosen === 'string') return codePath(codes, chosen);
  return [...(chosen.parent === null ? [] : [codePath(codes, chosen.parent)]), chosen.name].join(pathSeparator);
}

/** A button that says which code is chosen, and opens the finder. */
export function CodeChoice({ chosen, onChoose }: CodeChoiceProps) {
  const codes = useRecords((state) => state.codes);
  const known = typeof chosen === 'string' ? codes.get(chosen) : undefined;
  const path = chosen === null ? '' : pathOf(codes, chosen);
  const name = chosen === null ? say.noCode : known ? path : say.newCode(path);
  return (
    <DialogTrigger>
      <Button autoFocus aria-label={labelled(say.code, name)} className={styles.code ?? ''}>
        {known ? <Swatch hue={known.hue} pattern={known.pattern} /> : <NoSwatch />}
        <bdi className={styles.name}>{name}</bdi>
        <ChevronDown aria-hidden="true" />
      </Button>
      <Popover offset={4} placement="bottom start" className={classes(popover.popover, styles.popover)}>
        <Dialog aria-label={say.code} className={styles.finder ?? ''}>
          {({ close }) => (
            <Finder
              onChoose={(code) => {
                close();
                onChoose(code);
              }}
              onLeave={close}
            />
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function Finder({ onChoose, onLeave }: Pick<CodeChoiceProps, 'onChoose'> & { onLeave: () => void }) {
  const codes = useRecords((state) => state.codes);
  const recent = useUi((state) => state.recentCodes);
  const field = useRef<HTMLInputElement>(null);
  const index = useMemo(() => indexCodes(buildCodeTree([...codes.values()]), ({ archived }) => !archived), [codes]);
  useEffect(() => field.current?.focus(), []);
  return (
    <CodeFinder
      ref={field}
      index={index}
      initial=""
      recent={recent}
      onPick={onChoose}
      onCreate={(name, parent) => onChoose({ name, parent: parent?.id ?? null })}
      onLeave={onLeave}
    />
  );
}
