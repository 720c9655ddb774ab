import { ArrowUpRight, X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { codebookStrings as say } from '#words/window/codebook.ts';
import type { Code, Id } from '../../../../shared/model/records.ts';
import { inBackground, send } from '../../../actions/ask.ts';
import { openPassage } from '../../../actions/openPassage.ts';
import { Button } from '../../../components/Button.tsx';
import { IconButton } from '../../../components/IconButton.tsx';
import { TextField } from '../../../components/TextField.tsx';
import { shortQuote } from '../../../parts/codeFinder/shortQuote.ts';
import { useRecords } from '../../../state/records.ts';
import styles from './CodeForm.module.css';

/** Examples of the code: those that were taken from an article open there. */
export function ExampleList({ code, readOnly }: { code: Code; readOnly: boolean }) {
  const all = useRecords((state) => state.examples);
  const examples = useMemo(
    () => [...all.values()].filter((one) => one.code === code.id).toSorted((a, b) => a.position - b.position),
    [all, code.id],
  );
  return (
    <section className={styles.examples}>
      <h3 className={styles.label}>{say.examples}</h3>
      {examples.length === 0 && <p className={styles.none}>{say.noExamples}</p>}
      {examples.length > 0 && (
        <ul aria-label={say.examples}>
          {examples.map(({ id, quote, anchor }) => (
            <li key={id}>
              {anchor === null ? (
                <OwnExample id={id} quote={quote} readOnly={readOnly} />
              ) : (
                <AriaButton
                  aria-label={say.showExample(quote)}
                  className={styles.quote ?? ''}
                  onPress={() =>
                    inBackground(() => openPassage(anchor.document, { start: anchor.start, end: anchor.end }))
                  }
                >
                  {quote}
                  <ArrowUpRight aria-hidden="true" />
                </AriaButton>
              )}
              {!readOnly && (
                <IconButton
                  label={say.removeExample(shortQuote(quote, 40))}
                  icon={<X />}
                  onPress={({ target }) => {
                    leaveRow(target);
                    void send('examples.remove', { example: id });
                  }}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {!readOnly && <NewExample code={code} />}
    </section>
  );
}

/** Moves the focus from a row that is about to go to the one beside it, or to where an example is written. */
function leaveRow(target: Element): void {
  const row = target.closest('li');
  const beside = row?.nextElementSibling ?? row?.previousElementSibling;
  const next = beside?.querySelector<HTMLElement>(':scope > :last-child');
  (next ?? row?.closest('section')?.querySelector<HTMLElement>('input'))?.focus();
}

type OwnExampleProps = { id: Id; quote: string; readOnly: boolean };

/** An example in words of one's own: a press opens it to be changed. Enter saves, Escape leaves it as it was. */
function OwnExample({ id, quote, readOnly }: OwnExampleProps) {
  const [words, setWords] = useState<string | null>(null);
  // Left by Enter or Escape: the focus goes on where it was.
  const [isBack, setBack] = useState(false);
  if (words === null) {
    return (
      <AriaButton
        aria-label={say.changeExample(shortQuote(quote, 40))}
        className={styles.quote ?? ''}
        isDisabled={readOnly}
        autoFocus={isBack}
        onPress={() => setWords(quote)}
      >
        <span dir="auto">{quote}</span>
      </AriaButton>
    );
  }
  const save = (byKey: boolean): void => {
    setWords(null);
    setBack(byKey);
    const changed = words.trim();
    if (changed !== '' && changed !== quote) void send('examples.update', { example: id, quote: changed });
  };
  return (
    <TextField
      label={say.exampleWords}
      hideLabel
      className={styles.grow}
      dir="auto"
      rows={2}
      autoFocus
      maxLength={20_000}
      value={words}
      onChange={setWords}
      onBlur={() => save(false)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          setWords(null);
          setBack(true);
        } else if (event.key === 'Enter' && !event.shiftKey) {
          event.preventDefault();
          save(true);
        }
      }}
    />
  );
}

function NewExample({ code }: { code: Code }) {
  const [quote, setQuote] = useState('');
  const add = (): void => {
    if (quote.trim() === '') return;
    void send('examples.create', { code: code.id, quote: quote.trim() }).then((made) => {
      if (made) setQuote('');
    });
  };
  return (
    <div className={styles.line}>
      <TextField
        label={say.newExample}
        hideLabel
        placeholder={say.newExampleHint}
        className={styles.grow}
        dir="auto"
        maxLength={20_000}
        value={quote}
        onChange={setQuote}
        onKeyDown={(event) => {
          if (event.key === 'Enter') add();
        }}
      />
      <Button isDisabled={quote.trim() === ''} onPress={add}>
        {say.addExample}
      </Button>
    </div>
  );
}
