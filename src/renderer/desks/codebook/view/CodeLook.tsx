import { useMemo, useRef, useState } from 'react';
import { labelled } from '#words/format.ts';
import { codebookStrings as say } from '#words/window/codebook.ts';
import { codesStrings } from '#words/window/codes.ts';
import type { Code } from '../../../../shared/model/records.ts';
import { codeActs } from '../../../actions/codeActs.ts';
import { Button } from '../../../components/Button.tsx';
import { Swatch } from '../../../components/Swatch.tsx';
import { CodeColours } from '../../../parts/codes/CodeColours.tsx';
import { CodeDigits } from '../../../parts/codes/CodeDigits.tsx';
import { digitHolders } from '../../../parts/codes/codeNeighbours.ts';
import { useRecords } from '../../../state/records.ts';
import styles from './CodeForm.module.css';

/** How the code looks in the text, and the digit that applies it. */
export function CodeLook({ code, readOnly }: { code: Code; readOnly: boolean }) {
  const codes = useRecords((state) => state.codes);
  const holders = useMemo(() => digitHolders([...codes.values()]), [codes]);
  const [opened, setOpened] = useState<'colour' | 'digit' | null>(null);
  const colour = useRef<HTMLDivElement>(null);
  const digit = useRef<HTMLDivElement>(null);
  const hue = codesStrings.hues[code.hue - 1] ?? String(code.hue);
  const look = code.pattern === 'plain' ? hue : codesStrings.stripedOf(hue);
  return (
    <div className={styles.fields}>
      <div className={styles.field} ref={colour}>
        <span className={styles.label}>{say.colour}</span>
        <Button
          aria-label={labelled(say.colour, look)}
          icon={<Swatch hue={code.hue} pattern={code.pattern} />}
          isDisabled={readOnly}
          onPress={() => setOpened('colour')}
        >
          {look}
        </Button>
      </div>
      <div className={styles.field} ref={digit}>
        <span className={styles.label}>{say.digit}</span>
        <Button
          aria-label={labelled(say.digit, code.key ?? codesStrings.noDigit)}
          isDisabled={readOnly || code.archived}
          onPress={() => setOpened('digit')}
        >
          {code.key ?? codesStrings.noDigit}
        </Button>
      </div>
      <CodeColours
        code={opened === 'colour' ? code : null}
        anchor={colour}
        onChoose={(change) => codeActs.recolour(code.id, change)}
        onClose={() => setOpened(null)}
      />
      <CodeDigits
        code={opened === 'digit' ? code : null}
        holders={holders}
        anchor={digit}
        onChoose={(key) => codeActs.pin(code.id, key)}
        onClose={() => setOpened(null)}
      />
    </div>
  );
}
