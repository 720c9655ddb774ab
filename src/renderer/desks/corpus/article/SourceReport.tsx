import { useEffect, useState } from 'react';
import { number, size } from '#words/format.ts';
import { importerLabel } from '#words/importers.ts';
import { strings } from '#words/window/frame.ts';
import { isNote } from '../../../../shared/words/warning.ts';
import { keepStrings as say } from '#words/window/keepLeftOut.ts';
import type { Document, Source } from '../../../../shared/model/records.ts';
import { orNotice, inBackground } from '../../../actions/ask.ts';
import { Button } from '../../../components/Button.tsx';
import { Facts } from '../../../components/Facts.tsx';
import { moment } from '../../../components/moment.ts';
import { client } from '../../../state/client.ts';
import { keepLeftOutHere, lacksPassages } from '../actions/keepLeftOut.ts';
import styles from './ArticlePanel.module.css';

/** How the document was imported: enough to explain what the text is and is not. `text` is the present one. */
export function SourceReport({ document, text }: { document: Document; text: string }) {
  const [source, setSource] = useState<Source | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void orNotice(() => client().call('documents.source', { document: document.id })).then((answer) => {
      if (isCurrent && answer) setSource(answer);
    });
    return () => {
      isCurrent = false;
    };
  }, [document.id, text]);
  if (!source) return null;
  const words = strings.article;
  const warnings = source.warnings.filter((warning) => !isNote(warning));
  return (
    <section className={styles.section}>
      <h3 className={styles.title}>{words.source}</h3>
      <Facts
        entries={[
          { label: words.file, value: source.path },
          ...(source.warnings.some(isNote) ? [{ label: words.named, value: words.byFirstLine }] : []),
          { label: words.importer, value: words.importerText(importerLabel(source.importer), source.importerVersion) },
          { label: words.encoding, value: words.encodingText(source.encoding, source.encodingSource) },
          { label: words.lineEnds, value: words.lineEndNames[source.lineEnds] ?? source.lineEnds },
          { label: words.characters, value: number(document.characters) },
          { label: words.size, value: size(source.bytes) },
          { label: words.imported, value: moment(source.imported) },
          {
            label: words.hash,
            value: <span className={styles.hash}>{source.sha256.slice(0, 16)}…</span>,
            title: source.sha256,
          },
        ]}
      />
      {warnings.length > 0 && (
        <ul className={styles.warnings} aria-label={words.warnings}>
          {warnings.map((warning, index) => (
            <li key={index}>
              {warning.line !== undefined && words.line(warning.line)}
              {warning.message}
            </li>
          ))}
        </ul>
      )}
      {lacksPassages(source.warnings) && (
        <Button
          variant="quiet"
          className={styles.correct}
          aria-label={say.keepOf(document.name)}
          onPress={() => inBackground(() => keepLeftOutHere(document.id))}
        >
          {say.keep}
        </Button>
      )}
    </section>
  );
}
