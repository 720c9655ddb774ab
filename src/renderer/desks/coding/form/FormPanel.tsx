import { ClipboardList } from 'lucide-react';
import { useCallback, useId, useLayoutEffect, useMemo, useRef } from 'react';
import type { ReactNode } from 'react';
import { formStrings as say } from '#words/window/form.ts';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { Swatch } from '../../../components/Swatch.tsx';
import { codePath, useRecords } from '../../../state/records.ts';
import type { OpenDocument } from '../../../state/records.ts';
import { useUi } from '../../../state/ui.ts';
import { goToForm } from '../actions/form.ts';
import { questionGroups } from '../state/form.ts';
import type { QuestionGroup } from '../state/form.ts';
import { useFormFocus } from '../state/formFocus.ts';
import { formSections } from '../state/formSections.ts';
import { FormFoot } from './FormFoot.tsx';
import { MissingList } from './MissingList.tsx';
import { QuestionView } from './QuestionView.tsx';
import { StatusChoice } from './StatusChoice.tsx';
import styles from './FormPanel.module.css';

/** The coder's questions about the article in the reader, and about the passage that is chosen there. */
export function FormPanel() {
  const open = useRecords((state) => state.open);
  return (
    <section aria-label={say.label} className={styles.panel}>
      {open ? (
        <Form open={open} />
      ) : (
        <EmptyState isSmall icon={<ClipboardList />} title={say.noDocument}>
          {say.noDocumentText}
        </EmptyState>
      )}
    </section>
  );
}

/** It stays in place from article to article: what belongs to one of them is in its questions’ keys, not in here. */
function Form({ open }: { open: OpenDocument }) {
  const variables = useRecords((state) => state.variables);
  const codes = useRecords((state) => state.codes);
  const coder = useRecords((state) => state.status?.coder?.id ?? null);
  const readOnly = useRecords((state) => state.status?.project?.readOnly ?? true);
  const active = useUi((state) => state.activeAnnotation);
  const missing = useFormFocus((state) => (state.missing?.document === open.document.id ? state.missing.rows : null));
  const { document, facts, annotations, answers } = open;
  const groups = useMemo(
    () => questionGroups({ variables, codes, open: { document, facts, annotations, answers }, coder, active }),
    [variables, codes, document, facts, annotations, answers, coder, active],
  );
  const body = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    body.current?.scrollTo({ top: 0 });
  }, [document.id]);
  const noteLostFocus = useFocusOfLeft(document.id, groups.find(({ annotation }) => annotation)?.annotation?.id);
  const asked = groups.flatMap((group) => group.questions);
  const given = asked.filter(({ answer }) => answer !== undefined).length;
  return (
    <>
      <header className={styles.head} data-form-status>
        <StatusChoice open={open} coder={coder} readOnly={readOnly} />
        {asked.length > 0 && (
          <p role="status" className={styles.answered}>
            {say.answered(given, asked.length)}
          </p>
        )}
      </header>
      <div ref={body} className={styles.body} data-main-focus>
        {readOnly && <p className={styles.note}>{say.readOnly}</p>}
        {missing && <MissingList key={document.id} document={document.id} rows={missing} open={open} coder={coder} />}
        <Anothers open={open} coder={coder} active={active} />
        {asked.length === 0 && (
          <EmptyState isSmall icon={<ClipboardList />} title={say.noQuestions}>
            {say.noQuestionsText}
          </EmptyState>
        )}
        {groups.map((group) => (
          <Group
            key={group.annotation?.id ?? 'article'}
            group={group}
            open={open}
            readOnly={readOnly}
            onLostFocus={noteLostFocus}
          />
        ))}
      </div>
      <FormFoot readOnly={readOnly} />
    </>
  );
}

/**
 * Where the questions of a passage have the focus and give way to those of another in the same article, these get it: a passage is
 * coded and the form gone to by two keys, of which the second may come before the first has its answer. The questions of
 * another article do not get it, so that no key that was meant for this one answers there.
 * @returns what to call when questions go with the focus in them
 */
function useFocusOfLeft(article: string, passage: string | undefined): () => void {
  const left = useRef<string | null>(null);
  useLayoutEffect(() => {
    const from = left.current;
    left.current = null;
    if (from !== article || passage === undefined || document.activeElement !== document.body) return;
    // Once React has done with what it draws.
    queueMicrotask(goToForm);
  });
  const current = useRef(article);
  useLayoutEffect(() => {
    current.current = article;
  }, [article]);
  return useCallback(() => {
    left.current = current.current;
  }, []);
}

type GroupProps = { group: QuestionGroup; open: OpenDocument; readOnly: boolean; onLostFocus: () => void };

function Group({ group, open, readOnly, onLostFocus }: GroupProps) {
  const { annotation, questions } = group;
  const section = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const here = section.current;
    return () => {
      if (here?.contains(document.activeElement) === true) onLostFocus();
    };
  }, [onLostFocus]);
  if (questions.length === 0) return null;
  return (
    <section ref={section} className={styles.group} aria-label={annotation ? say.passage : say.article}>
      <h3 className={styles.title}>{annotation ? say.passage : say.article}</h3>
      {annotation && (
        <Passage code={annotation.code} quote={open.text.slice(annotation.start, annotation.end)} open={open} />
      )}
      {formSections(questions).map((section, at) => (
        <Section key={`${at} ${section.heading ?? ''}`} heading={section.heading}>
          {section.questions.map((question) => (
            <QuestionView
              key={`${annotation?.id ?? ''} ${question.variable.id}`}
              variable={question.variable}
              label={question.label}
              document={question.key.document}
              annotation={question.key.annotation}
              answer={question.answer}
              text={open.text}
              readOnly={readOnly}
            />
          ))}
        </Section>
      ))}
    </section>
  );
}

/** Questions under a heading of their own, or just so. */
function Section({ heading, children }: { heading: string | null; children: ReactNode }) {
  const id = useId();
  if (heading === null) return <div className={styles.section}>{children}</div>;
  return (
    <div role="group" aria-labelledby={id} className={styles.section}>
      <h4 id={id} className={styles.heading} dir="auto">
        {heading}
      </h4>
      {children}
    </div>
  );
}

function Passage({ code, quote, open }: { code: string; quote: string; open: OpenDocument }) {
  const codes = useRecords((state) => state.codes);
  const known = codes.get(code);
  return (
    <p className={styles.passage} style={known && { borderColor: `var(--hue-${known.hue})` }}>
      <span className={styles.code}>
        {known && <Swatch hue={known.hue} pattern={known.pattern} />}
        {codePath(codes, code)}
      </span>
      <q dir={open.document.direction} lang={open.document.language || undefined}>
        {quote}
      </q>
    </p>
  );
}

/** Says so when the chosen coding has questions that belong to another coder. */
function Anothers({ open, coder, active }: { open: OpenDocument; coder: string | null; active: string | null }) {
  const annotation = active === null ? undefined : open.annotations.get(active);
  const name = useRecords((state) => state.coders.get(annotation?.coder ?? '')?.name);
  const hasQuestions = useRecords((state) =>
    [...state.variables.values()].some(({ code, archived }) => code !== null && code === annotation?.code && !archived),
  );
  if (!annotation || annotation.coder === coder || !hasQuestions || name === undefined) return null;
  return <p className={styles.note}>{say.anothers(name)}</p>;
}
