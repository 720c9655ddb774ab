import { strings } from '#words/window/frame.ts';
import type { AttachReport } from '../../../../../shared/api/packages.ts';
import { Button } from '../../../../components/Button.tsx';
import { Dialog } from '../../../../components/Dialog.tsx';
import titleStyles from '../../../../components/sectionTitle.module.css';
import styles from '../../../../parts/ReportTable.module.css';

type Line = { head: string; text: string };

/** Says where texts and codings were found, and which codings a person has to look at. */
export function AttachReportDialog({ report, onClose }: { report: AttachReport; onClose: () => void }) {
  const words = strings.packages;
  const documents = report.documents.map(({ name, match, placed, codings }) => ({
    head: name,
    text: words.textOf(match, placed, codings),
  }));
  const open = report.open.map(({ document, code, coder, quote, reason, suggestion }) => ({
    head: words.openHead(document, code, coder),
    text: words.openText(quote, reason, suggestion?.quote ?? null),
  }));
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words.reportTitle}
      lead={words.summary(report.exact, report.moved, report.open.length, report.absent)}
      size="medium"
      footer={
        <Button variant="primary" onPress={onClose} autoFocus>
          {strings.common.close}
        </Button>
      }
    >
      {report.evidence > 0 && <p className={styles.section}>{words.evidence(report.evidence)}</p>}
      <Lines title={words.open} lines={open} />
      <Lines title={words.documents} lines={documents} />
      <Lines title={words.extra} lines={report.extra.map((name) => ({ head: name, text: '' }))} />
      <Lines title={words.refused} lines={report.refused.map(({ path, reason }) => ({ head: path, text: reason }))} />
    </Dialog>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly Line[] }) {
  if (lines.length === 0) return null;
  return (
    <section className={styles.section}>
      <h3 className={titleStyles.title}>{title}</h3>
      <ul aria-label={title} className={styles.list} tabIndex={0}>
        {lines.map(({ head, text }, index) => (
          <li key={index}>
            <strong>
              <bdi>{head}</bdi>
            </strong>
            <span>{text}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
