import { StickyNote } from 'lucide-react';
import { useMemo } from 'react';
import { strings } from '#words/window/frame.ts';
import { keyText } from '#words/window/keyNames.ts';
import type { Annotation } from '../../../../shared/model/records.ts';
import { countCodePoints } from '../../../../shared/text/offsets.ts';
import { inBackground } from '../../../actions/ask.ts';
import { useKeysOf } from '../../../actions/shownKeys.ts';
import { Button } from '../../../components/Button.tsx';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { Facts } from '../../../components/Facts.tsx';
import { Swatch } from '../../../components/Swatch.tsx';
import { SavedTextField } from '../../../parts/SavedTextField.tsx';
import { codePath, useRecords } from '../../../state/records.ts';
import type { OpenDocument } from '../../../state/records.ts';
import { useUi } from '../../../state/ui.ts';
import { removeAnnotation, setMemo } from '../actions/coding.ts';
import { LinkList } from './LinkList.tsx';
import styles from './MemoPanel.module.css';

/** The chosen coding: its passage, code, coder and place, and the memo on it. */
export function MemoPanel() {
  const active = useUi((state) => state.activeAnnotation);
  const open = useRecords((state) => state.open);
  const next = useKeysOf('go.nextAnnotation');
  const annotation = active === null ? undefined : open?.annotations.get(active);
  if (!open || !annotation)
    return (
      <EmptyState isSmall icon={<StickyNote />} title={strings.memo.none}>
        {strings.memo.noneText(next === undefined ? undefined : keyText(next))}
      </EmptyState>
    );
  return <Coding key={annotation.id} annotation={annotation} open={open} />;
}

function Coding({ annotation, open }: { annotation: Annotation; open: OpenDocument }) {
  const codes = useRecords((state) => state.codes);
  const coder = useRecords((state) => state.coders.get(annotation.coder));
  const readOnly = useRecords((state) => state.status?.project?.readOnly ?? true);
  const code = codes.get(annotation.code);
  const quote = open.text.slice(annotation.start, annotation.end);
  const from = useMemo(() => countCodePoints(open.text.slice(0, annotation.start)), [open.text, annotation.start]);
  const length = countCodePoints(quote);
  return (
    <div className={styles.panel}>
      <h3 className={styles.code}>
        {code && <Swatch hue={code.hue} pattern={code.pattern} />}
        <span>{codePath(codes, annotation.code)}</span>
      </h3>
      <blockquote
        aria-label={strings.memo.quote}
        className={styles.quote}
        dir={open.document.direction}
        lang={open.document.language || undefined}
        style={code && { borderColor: `var(--hue-${code.hue})` }}
      >
        {quote}
      </blockquote>
      <div data-memo data-main-focus>
        <SavedTextField
          label={strings.memo.label}
          placeholder={strings.memo.placeholder}
          saved={annotation.memo}
          isReadOnly={readOnly}
          save={(memo) => setMemo(annotation.id, memo)}
        />
      </div>
      <LinkList annotation={annotation} text={open.text} readOnly={readOnly} />
      <Facts
        entries={[
          { label: strings.memo.coder, value: coder?.name ?? strings.common.unknown },
          {
            label: strings.memo.span,
            value: `${strings.memo.spanText(from, from + length)} · ${strings.memo.length(length)}`,
          },
        ]}
      />
      {!readOnly && (
        <div className={styles.acts}>
          <Button variant="quietDanger" onPress={() => inBackground(() => removeAnnotation(annotation.id))}>
            {strings.memo.remove}
          </Button>
        </div>
      )}
    </div>
  );
}
