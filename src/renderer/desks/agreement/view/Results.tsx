import { Scale, UsersRound } from 'lucide-react';
import { reliability as say } from '#words/window/reliability.ts';
import { runAction } from '../../../actions/registry.ts';
import { Button } from '../../../components/Button.tsx';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { moment } from '../../../components/moment.ts';
import { useBlindRound } from '../../../state/blindness.ts';
import { useDisagreements } from '../state/disagreements.ts';
import { useAgreement } from '../state/measuring.ts';
import type { Measured } from '../state/measuring.ts';
import { AgainstTable } from './AgainstTable.tsx';
import { AgreedPanel } from './AgreedPanel.tsx';
import { BlindNote } from './BlindNote.tsx';
import { FigurePage } from './FigurePage.tsx';
import { GroupTable } from './GroupTable.tsx';
import { MarkedList } from './MarkedList.tsx';
import { Methods } from './Methods.tsx';
import { AverageTable, PairTable } from './PooledTables.tsx';
import { CodeTable, SpanQuestions } from './SpanTables.tsx';
import { ValueTable } from './ValueTable.tsx';
import styles from './Results.module.css';

/** What was measured, or how to begin. */
export function Results() {
  const measured = useAgreement((state) => state.measured);
  const isBlind = useBlindRound() !== null;
  const figure = useDisagreements((state) => state.figure);
  // What was measured before belongs to whoever acted then.
  if (isBlind) {
    return (
      <section aria-label={say.results} className={styles.results}>
        <BlindNote />
        <MarkedList />
      </section>
    );
  }
  if (!measured)
    return (
      <EmptyState
        icon={<Scale />}
        title={say.none}
        actions={<Button onPress={() => runAction('reliability.measure')}>{say.measure}</Button>}
      >
        {say.noneText}
      </EmptyState>
    );
  if (measured.report.documents === 0)
    return (
      <EmptyState icon={<UsersRound />} title={say.noArticles}>
        <p>{say.noArticlesText}</p>
        <p className={styles.basis}>{measured.report.basis}</p>
      </EmptyState>
    );
  return figure ? <FigurePage figure={figure} /> : <Figures measured={measured} />;
}

function Figures({ measured }: { measured: Measured }) {
  const { report, choice } = measured;
  return (
    <section aria-label={say.results} className={styles.results}>
      <Facts measured={measured} />
      {report.spans && (
        <>
          <SpanQuestions spans={report.spans} />
          <Warnings warnings={report.spans.warnings} />
          <p className={styles.thresholds}>{say.thresholds}</p>
          <CodeTable codes={report.spans.perCode} />
          <PairTable pairs={report.spans.pairs} />
          <AverageTable spans={report.spans} />
        </>
      )}
      {!report.spans && (
        <>
          <ValueTable values={report.values} of={choice.of} />
          <p className={styles.thresholds}>{say.thresholds}</p>
        </>
      )}
      {report.groups && <GroupTable groups={report.groups} />}
      <AgreedPanel />
      <MarkedList />
      {report.against && <AgainstTable coders={report.against} />}
      <Methods text={report.methods} />
    </section>
  );
}

/** What the figures rest on, and what text without a code means. */
function Facts({ measured: { report, choice, at, isStale } }: { measured: Measured }) {
  return (
    <header className={styles.facts}>
      <h1 className={styles.lead}>{say.articles(report.documents, report.coders)}</h1>
      <p className={styles.basis}>{report.basis}</p>
      <p className={styles.basis}>
        {`${choice.of === 'variables' ? say.ofVariables : say.units[report.unit]} · ${say.how(choice.draws, report.seed)} · ${say.measuredAt(moment(at))}`}
      </p>
      <div className={styles.acts}>
        <Button onPress={() => runAction('reliability.export')}>{say.exportReport}</Button>
      </div>
      {isStale && (
        <p role="status" className={styles.stale}>
          {say.stale}{' '}
          <Button variant="quiet" onPress={() => runAction('reliability.measure')}>
            {say.again}
          </Button>
        </p>
      )}
    </header>
  );
}

function Warnings({ warnings }: { warnings: readonly string[] }) {
  if (warnings.length === 0) return null;
  return (
    <section aria-label={say.warnings} className={styles.warnings}>
      <h3>{say.warnings}</h3>
      <ul>
        {warnings.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
    </section>
  );
}
