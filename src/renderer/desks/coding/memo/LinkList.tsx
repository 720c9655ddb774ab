import { ArrowLeft, ArrowRight, X } from 'lucide-react';
import { useMemo } from 'react';
import { linkStrings as say } from '#words/window/links.ts';
import type { Annotation } from '../../../../shared/model/records.ts';
import type { Link } from '../../../../shared/model/variables.ts';
import { inBackground } from '../../../actions/ask.ts';
import { runAction } from '../../../actions/registry.ts';
import { Button } from '../../../components/Button.tsx';
import { IconButton } from '../../../components/IconButton.tsx';
import { knownAnnotations } from '../../../state/readerFilter.ts';
import { codePath, useRecords } from '../../../state/records.ts';
import type { Records } from '../../../state/records.ts';
import { goToAnnotation, removeLink } from '../actions/links.ts';
import styles from './LinkList.module.css';

type Linked = { link: Link; other: Annotation; isForward: boolean };

/** Links from and to a coding whose other end may be seen, in the order of the other ends in the text. */
function linksOf(records: Records, coding: Annotation): Linked[] {
  const known = knownAnnotations(records);
  const linked: Linked[] = [];
  for (const link of records.open?.links.values() ?? []) {
    const isForward = link.source === coding.id;
    if (!isForward && link.target !== coding.id) continue;
    const other = known.get(isForward ? link.target : link.source);
    if (other) linked.push({ link, other, isForward });
  }
  return linked.sort((a, b) => a.other.start - b.other.start || (a.link.id < b.link.id ? -1 : 1));
}

type LinkListProps = { annotation: Annotation; text: string; readOnly: boolean };

/** What a coding is linked with: each relation leads to the other coding. */
export function LinkList({ annotation, text, readOnly }: LinkListProps) {
  const records = useRecords((state) => state);
  const links = useMemo(() => linksOf(records, annotation), [records, annotation]);
  if (readOnly && links.length === 0) return null;
  return (
    <section aria-label={say.list} className={styles.links}>
      <div className={styles.header}>
        <h4 className={styles.name}>{say.list}</h4>
        {!readOnly && (
          <Button variant="quiet" onPress={() => runAction('code.link')}>
            {say.add}
          </Button>
        )}
      </div>
      {links.length > 0 && (
        <ul aria-label={say.list} className={styles.list}>
          {links.map((linked) => (
            <Row key={linked.link.id} {...linked} text={text} readOnly={readOnly} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Row({ link, other, isForward, text, readOnly }: Linked & { text: string; readOnly: boolean }) {
  const codes = useRecords((state) => state.codes);
  const code = codes.get(other.code);
  const path = codePath(codes, other.code);
  const quote = text.slice(other.start, other.end).replace(/\s+/gu, ' ');
  const Arrow = isForward ? ArrowRight : ArrowLeft;
  return (
    <li className={styles.item}>
      <button
        type="button"
        className={styles.go}
        style={code && { borderColor: `var(--hue-${code.hue})` }}
        onClick={() => goToAnnotation(other)}
      >
        <span className={styles.relation}>
          <Arrow role="img" aria-label={isForward ? say.forward : say.backward} />
          <bdi>{link.relation}</bdi>
          <span className={styles.code}>{code?.name}</span>
        </span>
        <bdi className={styles.quote}>{quote}</bdi>
      </button>
      {!readOnly && (
        <IconButton
          label={say.remove(link.relation, path)}
          icon={<X />}
          placement="left"
          onPress={() => inBackground(() => removeLink(link.id))}
        />
      )}
    </li>
  );
}
