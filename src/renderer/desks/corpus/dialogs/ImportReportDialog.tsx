import { useRef, useState } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { encodingName, number, size } from '#words/format.ts';
import { strings } from '#words/window/frame.ts';
import { keepStrings } from '#words/window/keepLeftOut.ts';
import type { ImportReport } from '../../../../shared/api/imports.ts';
import type { Id } from '../../../../shared/model/records.ts';
import { isNote } from '../../../../shared/words/warning.ts';
import { inBackground } from '../../../actions/ask.ts';
import { canChange } from '../../../actions/conditions.ts';
import { currentStep } from '../../../actions/importing.ts';
import { undo } from '../../../actions/project.ts';
import { showDocument } from '../../../actions/showDocument.ts';
import { Button } from '../../../components/Button.tsx';
import { CutText } from '../../../components/CutText.tsx';
import { Dialog } from '../../../components/Dialog.tsx';
import { useRecords } from '../../../state/records.ts';
import { keepLeftOut, lacksPassages } from '../actions/keepLeftOut.ts';
import type { Keeping } from '../actions/keepLeftOut.ts';
import spoken from '../../../components/spoken.module.css';
import titleStyles from '../../../components/sectionTitle.module.css';
import styles from '../../../parts/ReportTable.module.css';

export type ImportReportDialogProps = {
  report: ImportReport;
  /** The import's own step of the history; while it is the last one, it can be undone from here. */
  step: string | null;
  onClose: () => void;
};

/** What an import has made of each file. */
export function ImportReportDialog({ report, step, onClose }: ImportReportDialogProps) {
  useRecords((state) => state.history.undo);
  const words = strings.report;
  const { documents, refused } = report;
  const warnings = documents.reduce((sum, document) => sum + warningsOf(document), 0);
  const named = documents.filter((document) => document.warnings.some(isNote)).length;
  const canUndo = step !== null && step === currentStep() && canChange();
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words.title}
      size="large"
      lead={
        <span className={styles.counts}>
          <span>{words.imported(documents.length)}</span>
          {named > 0 && <span>{words.named(named)}</span>}
          {warnings > 0 && <span data-kind="warning">{words.warnings(warnings)}</span>}
          {refused.length > 0 && <span data-kind="refused">{words.refused(refused.length)}</span>}
        </span>
      }
      footer={
        <>
          {canUndo && (
            <Button
              onPress={() => {
                onClose();
                inBackground(undo);
              }}
            >
              {words.undo}
            </Button>
          )}
          <Button variant="primary" onPress={onClose} autoFocus>
            {words.done}
          </Button>
        </>
      }
    >
      {refused.length > 0 && <Refused refused={refused} />}
      {documents.length > 0 ? <Documents documents={worstFirst(documents)} onClose={onClose} /> : <p>{words.none}</p>}
    </Dialog>
  );
}

function Refused({ refused }: { refused: ImportReport['refused'] }) {
  return (
    <section className={styles.section}>
      <h3 className={titleStyles.title}>{strings.report.refusedList}</h3>
      <ul aria-label={strings.report.refusedList} className={styles.list} data-kind="refused">
        {refused.map(({ path, reason }, index) => (
          <li key={index}>
            <Refusal path={path} reason={reason} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where a file lies and why it was refused, with its name once: most reasons have it in their sentence. */
function Refusal({ path, reason }: ImportReport['refused'][number]) {
  const name = path.slice(path.lastIndexOf('/') + 1);
  // One without an ending may be any word of the sentence, or the name of another document.
  const at = name.includes('.') ? reason.indexOf(name) : -1;
  if (at === -1) {
    return (
      <>
        <strong>{path}</strong>
        <span>{reason}</span>
      </>
    );
  }
  return (
    <span>
      {reason.slice(0, at)}
      <strong>
        <bdi>{path}</bdi>
      </strong>
      {reason.slice(at + name.length)}
    </span>
  );
}

type Row = ImportReport['documents'][number];

/** How many warnings a document has. What is said of its name is none. */
function warningsOf({ warnings }: Row): number {
  return warnings.filter((warning) => !isNote(warning)).length;
}

/** What is to be looked at comes first, else the order stays as the files came. */
function worstFirst(documents: readonly Row[]): readonly Row[] {
  return documents.toSorted((a, b) => Number(warningsOf(b) > 0) - Number(warningsOf(a) > 0));
}

function Documents({ documents, onClose }: { documents: readonly Row[]; onClose: () => void }) {
  const words = strings.report;
  const scroller = useRef<HTMLDivElement>(null);
  const { keepings, keep } = useKeepings();
  // Its functions read the scroll position while rendering, which is what they are for.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({
    count: documents.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 46,
    overscan: 12,
    initialRect: { width: 800, height: 400 },
  });
  const items = virtual.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  const columns = [words.name, words.characters, words.encoding, words.lineEnds, words.size, words.notes];
  return (
    <section className={styles.section}>
      <h3 className={titleStyles.title}>{words.documents}</h3>
      <div ref={scroller} className={styles.scroller} tabIndex={-1}>
        <table className={styles.table} aria-rowcount={documents.length + 1}>
          <caption className={spoken.spoken}>{words.documents}</caption>
          <thead>
            <tr aria-rowindex={1}>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {before > 0 && <tr aria-hidden="true" style={{ height: before }} />}
            {items.map(({ index }) => {
              const document = documents[index];
              return (
                document && (
                  <tr key={document.id} ref={virtual.measureElement} data-index={index} aria-rowindex={index + 2}>
                    <Cells
                      document={document}
                      keeping={keepings.get(document.id)}
                      onKeep={() => inBackground(() => keep(document.id))}
                      onClose={onClose}
                    />
                  </tr>
                )
              );
            })}
            {after > 0 && <tr aria-hidden="true" style={{ height: after }} />}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** What became of keeping what was left out, by document: rows come and go as the list is scrolled. */
function useKeepings() {
  const [keepings, setKeepings] = useState<ReadonlyMap<Id, Keeping>>(new Map());
  const put = (document: Id, keeping: Keeping): void => setKeepings((known) => new Map(known).set(document, keeping));
  const keep = async (document: Id): Promise<void> => {
    put(document, { state: 'working' });
    put(document, await keepLeftOut(document));
  };
  return { keepings, keep };
}

type CellsProps = { document: Row; keeping: Keeping | undefined; onKeep: () => void; onClose: () => void };

function Cells({ document, keeping, onKeep, onClose }: CellsProps) {
  const result = keeping?.state === 'done' ? keeping.result : undefined;
  return (
    <>
      <th scope="row" dir="auto">
        <Button
          variant="quiet"
          className={styles.name}
          onPress={() => {
            onClose();
            void showDocument(document.id);
          }}
        >
          <CutText>{document.name}</CutText>
        </Button>{' '}
        <CutText dir="ltr" className={styles.file}>
          {document.path}
        </CutText>
      </th>
      <td data-number>{number((result ?? document).characters)}</td>
      <td title={strings.article.encodingText(document.encoding, document.encodingSource)}>
        {encodingName(document.encoding)}
      </td>
      <td>{strings.article.lineEndNames[document.lineEnds] ?? document.lineEnds}</td>
      <td data-number>{size(document.bytes)}</td>
      <td data-notes>
        {(result ?? document).warnings.map((warning, index) => (
          <p key={index}>
            {warning.line !== undefined && strings.article.line(warning.line)}
            {warning.message}
          </p>
        ))}
        <Keep document={document} keeping={keeping} onKeep={onKeep} />
      </td>
    </>
  );
}

/** The button that puts in what was left out of a web page, and what came of it. */
function Keep({ document, keeping, onKeep }: Omit<CellsProps, 'onClose'>) {
  const said = useRef<HTMLParagraphElement>(null);
  if (!keeping && !lacksPassages(document.warnings)) return null;
  return (
    <>
      {keeping?.state !== 'done' && (
        <Button
          className={styles.keep}
          isPending={keeping?.state === 'working'}
          aria-label={keepStrings.keepOf(document.name)}
          onPress={() => {
            // The button goes when the passages are in; who pressed it goes on from what is said then.
            said.current?.focus();
            onKeep();
          }}
        >
          {keepStrings.keep}
        </Button>
      )}
      <p ref={said} role="status" tabIndex={-1} data-kept={keeping?.state}>
        {keeping && inWords(keeping)}
      </p>
    </>
  );
}

function inWords(keeping: Keeping): string {
  if (keeping.state === 'working') return keepStrings.keeping;
  if (keeping.state === 'refused') return keeping.message;
  return keepStrings.kept(keeping.result.characters, keeping.result.before);
}
