import { memo, useCallback, useEffect, useId, useLayoutEffect, useMemo, useRef } from 'react';
import type { FocusEvent, KeyboardEvent, ReactNode } from 'react';
import { formStrings as say } from '#words/window/form.ts';
import type { Id } from '../../../../shared/model/records.ts';
import type { Answer, AnswerKey, Variable } from '../../../../shared/model/variables.ts';
import { useRecords } from '../../../state/records.ts';
import { leaveField, saveDraft } from '../actions/answers.ts';
import { stepQuestion } from '../actions/form.ts';
import { useDrafts } from '../state/drafts.ts';
import type { AnswerContent } from '../state/drafts.ts';
import { keyOf } from '../state/form.ts';
import { useFormFocus } from '../state/formFocus.ts';
import { AnswerField } from './AnswerField.tsx';
import { AnswerMenu } from './AnswerMenu.tsx';
import { EvidenceList } from './EvidenceList.tsx';
import { valueWords } from './valueWords.ts';
import styles from './QuestionView.module.css';

export type QuestionViewProps = {
  variable: Variable;
  /** The question in words. */
  label: string;
  document: Id;
  annotation: Id | null;
  answer: Answer | undefined;
  /** The article's text, for quotations. */
  text: string;
  readOnly: boolean;
};

/**
 * One question with its answer. The same component asks it of every article, so that going to the next one draws only what
 * differs; fields that hold letters of their own are other ones for each article (see `AnswerField`).
 */
export const QuestionView = memo(function QuestionView(props: QuestionViewProps) {
  const { variable, label, document, annotation, answer, text, readOnly } = props;
  const key = useMemo<AnswerKey>(
    () => ({ document, annotation, variable: variable.id }),
    [document, annotation, variable.id],
  );
  const id = keyOf(key);
  const draft = useDrafts((state) => state.drafts.get(id));
  const isMissing = useFormFocus(
    ({ missing }) =>
      missing?.document === document &&
      missing.rows.some((row) => row.variable === variable.id && row.annotation === annotation),
  );
  const labelId = useId();
  const helpId = useId();
  const saved = useMemo<AnswerContent>(() => (answer ? { state: answer.state, value: answer.value } : null), [answer]);
  const content = draft?.content === undefined ? saved : draft.content;
  useEffect(() => () => leaveField(key), [key]);
  const root = useRef<HTMLDivElement>(null);
  const drawn = useRef(key);
  const keyNow = useCallback(() => drawn.current, []);
  useLayoutEffect(() => {
    if (drawn.current.document !== key.document) leaveFocus(root.current);
    drawn.current = key;
  }, [key]);

  return (
    <div
      ref={root}
      className={styles.question}
      data-question={id}
      data-missing={(isMissing && !answer) || undefined}
      onFocus={() => {
        const { question } = useFormFocus.getState();
        if (question === null || keyOf(question) !== id) useFormFocus.setState({ question: key });
      }}
      onBlur={(event: FocusEvent<HTMLElement>) => {
        if (!event.currentTarget.contains(event.relatedTarget)) leaveField(key);
      }}
      onKeyDown={(event) => onKeyDown(event, key)}
    >
      <div className={styles.head}>
        <p className={styles.line} dir="auto">
          <span id={labelId} className={styles.label}>
            {label}
          </span>
          <State variable={variable} content={content} />
        </p>
        {!readOnly && <AnswerMenu keyOfAnswer={key} label={label} content={content} />}
      </div>
      {variable.help !== '' && (
        <p id={helpId} className={styles.help} dir="auto">
          {variable.help}
        </p>
      )}
      <AnswerField
        variable={variable}
        document={document}
        keyNow={keyNow}
        content={content}
        draft={draft}
        label={label}
        labelId={labelId}
        helpId={variable.help === '' ? undefined : helpId}
        readOnly={readOnly}
      />
      {answer && answer.evidence.length > 0 && (
        <EvidenceList answer={answer} answerKey={key} label={label} text={text} readOnly={readOnly} />
      )}
    </div>
  );
});

/** A key that was meant for one article must not answer the same question of another. */
function leaveFocus(root: HTMLElement | null): void {
  const { activeElement } = document;
  if (activeElement instanceof HTMLElement && root?.contains(activeElement)) activeElement.blur();
}

/** Enter goes on to the next question and Shift+Enter back; the menu key opens the question's menu. */
function onKeyDown(event: KeyboardEvent<HTMLElement>, key: AnswerKey): void {
  if (event.defaultPrevented || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  const { target } = event;
  if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
    event.preventDefault();
    event.currentTarget.querySelector<HTMLElement>('[data-answer-menu]')?.click();
    return;
  }
  if (event.key !== 'Enter' || target instanceof HTMLButtonElement) return;
  if (event.shiftKey && target instanceof HTMLTextAreaElement) return;
  event.preventDefault();
  void saveDraft(key);
  if (stepQuestion(key, event.shiftKey ? -1 : 1) || event.shiftKey) return;
  document.querySelector<HTMLElement>('[data-form-done]')?.focus();
}

/** What the answer is where the field does not show it. */
function State({ variable, content }: { variable: Variable; content: AnswerContent }) {
  const entities = useRecords((state) => state.entities);
  const parts: ReactNode[] = [];
  if (content === null) {
    parts.push(say.notYet);
    if (variable.fallback !== null) parts.push(say.ifOpen(valueWords(variable, variable.fallback, entities)));
    else if (variable.required) parts.push(say.required);
  } else if (content.state === 'absent') parts.push(<strong key="state">{say.absent}</strong>);
  else if (content.state === 'not-applicable') parts.push(<strong key="state">{say.notApplicable}</strong>);
  if (parts.length === 0) return null;
  return (
    <span className={styles.state}>
      {parts.map((part, index) => (
        <span key={index}>
          {index > 0 && ' · '}
          {part}
        </span>
      ))}
    </span>
  );
}
