import { useId } from 'react';
import { formStrings as say } from '#words/window/form.ts';
import type { Level, Variable } from '../../../../shared/model/variables.ts';
import { typedNumber } from '../../../../shared/text/numbers.ts';
import { TextField } from '../../../components/TextField.tsx';
import { classes } from '../../../components/classes.ts';
import { answer } from '../actions/answers.ts';
import type { AnswerContent } from '../state/drafts.ts';
import type { AnswerFieldProps } from './answerFieldProps.ts';
import tick from '../../../components/tick.module.css';
import styles from './ChoiceField.module.css';

/** What typed letters answer: undefined where they are no number and one is asked for; null where the field is empty. */
function contentOf(level: Level, typed: string): AnswerContent | undefined {
  const text = typed.trim();
  if (text === '') return null;
  if (level !== 'interval' && level !== 'ratio') return { state: 'given', value: level === 'text' ? typed : text };
  const value = typedNumber(text);
  return value === undefined ? undefined : { state: 'given', value };
}

/** Numbers, dates and texts: a field that saves itself after a pause in typing and when it is left. */
export function TypedField({ variable, keyNow, content, draft, label, readOnly }: AnswerFieldProps) {
  const { level } = variable;
  const isNumber = level === 'interval' || level === 'ratio';
  const saved = content?.state === 'given' && content.value !== null ? String(content.value) : '';
  const type = (typed: string): void => {
    const next = contentOf(level, typed);
    answer({ key: keyNow(), typed, content: next, error: next === undefined ? say.numberNeeded : null }, 'after-pause');
  };
  const range = isNumber ? say.range(variable.minimum, variable.maximum) : '';
  return (
    <>
      <TextField
        label={label}
        hideLabel
        value={draft?.typed ?? saved}
        onChange={type}
        note={range === '' ? undefined : range}
        error={draft?.error ?? undefined}
        {...(level === 'text' ? { rows: 2, dir: 'auto' as const } : { className: styles.short })}
        {...(level === 'date' && { placeholder: say.datePlaceholder })}
        maxLength={level === 'text' ? 100_000 : 40}
        isReadOnly={readOnly}
      />
      {isNumber && (
        <MissingCodes variable={variable} value={content?.value ?? null} onPick={type} readOnly={readOnly} />
      )}
    </>
  );
}

type MissingCodesProps = {
  variable: Variable;
  value: unknown;
  onPick: (typed: string) => void;
  readOnly: boolean;
};

/** The missing codes of a number, each with its label. */
function MissingCodes({ variable, value, onPick, readOnly }: MissingCodesProps) {
  const name = useId();
  const codes = variable.choices.filter(({ missing }) => missing);
  if (codes.length === 0) return null;
  return (
    <div role="radiogroup" aria-label={say.missingCodes} className={styles.choices}>
      {codes.map((code) => (
        <label key={code.value} className={styles.choice} data-missing-code title={code.help || undefined}>
          <input
            type="radio"
            name={name}
            className={styles.input}
            checked={value === code.value}
            disabled={readOnly}
            onChange={() => onPick(String(code.value))}
          />
          <span aria-hidden="true" className={classes(tick.box, styles.mark)} />
          <span className={styles.text} dir="auto">
            {code.label}
          </span>
          <span aria-hidden="true" className={styles.number}>
            {code.value}
          </span>
        </label>
      ))}
    </div>
  );
}
