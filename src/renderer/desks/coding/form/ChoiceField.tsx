import { Check } from 'lucide-react';
import { memo, useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { AnswerValue, Choice } from '../../../../shared/model/variables.ts';
import { answer } from '../actions/answers.ts';
import type { AnswerFieldProps } from './answerFieldProps.ts';
import { digitOf, orderedChoices, toggled } from './choices.ts';
import { classes } from '../../../components/classes.ts';
import tick from '../../../components/tick.module.css';
import styles from './ChoiceField.module.css';

/**
 * The choices of a question, one or several of which hold. They are native inputs: one stop of Tab, arrow keys, and
 * digits for the first ten while the focus is here, and then when to choose them. Missing codes stand apart below.
 */
export const ChoiceField = memo(function ChoiceField({
  variable,
  keyNow,
  content,
  draft,
  labelId,
  helpId,
  readOnly,
}: AnswerFieldProps) {
  const choices = orderedChoices(variable.choices);
  const isMultiple = variable.level === 'multiple';
  const name = useId();
  const errorId = useId();
  const group = useRef<HTMLDivElement>(null);
  const [cursor, setCursor] = useState(0);
  const isStepping = useRef(false);
  const value = content?.state === 'given' ? content.value : null;
  const isChosen = (choice: Choice): boolean =>
    Array.isArray(value) ? value.includes(choice.value) : value === choice.value;

  const give = (next: AnswerValue | null, when: 'at-once' | 'after-pause' = 'at-once'): void =>
    answer({ key: keyNow(), typed: null, content: next === null ? null : { state: 'given', value: next } }, when);
  const choose = (choice: Choice): void => {
    if (isMultiple) give(toggled(choices, Array.isArray(value) ? value : [], choice));
    else give(choice.value, isStepping.current ? 'after-pause' : 'at-once');
    isStepping.current = false;
  };
  const inputs = (): HTMLInputElement[] => [...(group.current?.querySelectorAll('input') ?? [])];

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || readOnly) return;
    const byDigit = choices.find((_, at) => digitOf(at) === event.key);
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (byDigit) {
      choose(byDigit);
      inputs()[choices.indexOf(byDigit)]?.focus();
    } else if ((event.key === 'Delete' || event.key === 'Backspace') && content !== null) give(null);
    else if (step !== undefined && isMultiple) inputs()[(cursor + step + choices.length) % choices.length]?.focus();
    else {
      isStepping.current = step !== undefined;
      return;
    }
    event.preventDefault();
  };

  return (
    <div
      ref={group}
      role={isMultiple ? 'group' : 'radiogroup'}
      aria-labelledby={labelId}
      aria-describedby={[helpId, draft?.error == null ? undefined : errorId].filter(Boolean).join(' ') || undefined}
      {...(!isMultiple && { 'aria-required': variable.required })}
      className={styles.choices}
      onKeyDown={onKeyDown}
    >
      {choices.map((choice, at) => (
        <ChoiceItem
          key={choice.value}
          choice={choice}
          at={at}
          name={name}
          isMultiple={isMultiple}
          isChosen={isChosen(choice)}
          isApart={choice.missing && at > 0 && choices[at - 1]?.missing !== true}
          isFallback={content === null && isFallback(variable.fallback, choice.value)}
          isTabStop={at === cursor}
          readOnly={readOnly}
          onFocus={() => setCursor(at)}
          onChoose={() => choose(choice)}
        />
      ))}
      {draft?.error != null && (
        <p id={errorId} role="alert" className={styles.error}>
          {draft.error}
        </p>
      )}
    </div>
  );
});

type ChoiceItemProps = {
  choice: Choice;
  /** Its place, 0 first. */
  at: number;
  /** The name that the inputs of the question share. */
  name: string;
  isMultiple: boolean;
  isChosen: boolean;
  /** The first of the missing codes, after others. */
  isApart: boolean;
  /** What holds while the question is not answered. */
  isFallback: boolean;
  /** Where Tab comes to, of boxes that are ticked one by one. */
  isTabStop: boolean;
  readOnly: boolean;
  onFocus: () => void;
  onChoose: () => void;
};

function ChoiceItem(props: ChoiceItemProps) {
  const { choice, at, name, isMultiple, isChosen, isApart, isFallback, isTabStop, readOnly, onFocus, onChoose } = props;
  const labelId = `${name}-${at}-label`;
  const helpId = `${name}-${at}`;
  return (
    <label
      className={styles.choice}
      title={choice.help || undefined}
      data-apart={isApart || undefined}
      data-missing-code={choice.missing || undefined}
      data-fallback={isFallback || undefined}
    >
      <input
        type={isMultiple ? 'checkbox' : 'radio'}
        name={name}
        className={styles.input}
        checked={isChosen}
        disabled={readOnly}
        // What the label says alone names it: help stands in the same element and is told after the name.
        {...(choice.help !== '' && { 'aria-labelledby': labelId, 'aria-describedby': helpId })}
        {...(isMultiple && { tabIndex: isTabStop ? 0 : -1 })}
        onFocus={onFocus}
        onChange={onChoose}
      />
      <span aria-hidden="true" className={classes(tick.box, styles.mark)}>
        {isMultiple && <Check />}
      </span>
      <span className={styles.text} dir="auto">
        <span id={labelId}>{choice.label}</span>
        {choice.help !== '' && (
          <span id={helpId} className={styles.help}>
            {choice.help}
          </span>
        )}
      </span>
      <span aria-hidden="true" className={styles.digit}>
        {digitOf(at)}
      </span>
    </label>
  );
}

function isFallback(fallback: AnswerValue | null, value: number): boolean {
  return Array.isArray(fallback) ? fallback.includes(value) : fallback === value;
}
