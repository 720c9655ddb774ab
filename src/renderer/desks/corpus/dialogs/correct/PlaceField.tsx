import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { correctStrings as say } from '#words/window/correct.ts';
import { snapOutward } from '../../../../../shared/text/graphemes.ts';
import { utf16 } from '../../../../../shared/text/offsets.ts';
import { Button } from '../../../../components/Button.tsx';
import { shortQuote } from '../../../../parts/codeFinder/shortQuote.ts';
import styles from './correct.module.css';

/** A passage of the corrected text, half-open, in UTF-16 units. */
export type Place = { start: number; end: number };

type PlaceFieldProps = {
  content: string;
  /** What is selected first: the proposed place, or an empty one near where the coding stood. */
  first: Place;
  onPlace: (place: Place) => void;
  onCancel: () => void;
};

/** The corrected text, to select a coding's passage in by mouse or keys. Enter takes the selection, Escape gives up. */
export function PlaceField({ content, first, onPlace, onCancel }: PlaceFieldProps) {
  const [selected, setSelected] = useState<Place>(first);
  const isEmpty = selected.start === selected.end;
  const take = (): void => {
    if (!isEmpty) onPlace(snapOutward(content, { start: utf16(selected.start), end: utf16(selected.end) }));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation(); // Escape leaves the passage, not the dialog
    if (event.key === 'Enter') take();
    else onCancel();
  };
  return (
    <div className={styles.placing}>
      <textarea
        aria-label={say.placeIn}
        aria-readonly
        className={styles.placeText}
        dir="auto"
        value={content}
        onChange={() => undefined}
        spellCheck={false}
        rows={7}
        onKeyDown={onKeyDown}
        onSelect={({ currentTarget }) =>
          setSelected({ start: currentTarget.selectionStart, end: currentTarget.selectionEnd })
        }
        ref={(field) => {
          if (!field || field.dataset['placed'] !== undefined) return;
          field.dataset['placed'] = 'true';
          // A field that is read only by its attribute shows no caret; here nothing can be written either.
          field.addEventListener('beforeinput', (event) => event.preventDefault());
          field.focus({ preventScroll: true });
          field.setSelectionRange(first.start, first.end, 'forward');
          field.scrollTop = (field.scrollHeight * first.start) / Math.max(1, content.length) - field.clientHeight / 3;
          field.scrollIntoView({ block: 'nearest' });
        }}
      />
      <div className={styles.bar}>
        <p role="status" className={styles.note} dir="auto">
          {isEmpty ? say.selectPlace : say.selectedPlace(shortQuote(content.slice(selected.start, selected.end), 120))}
        </p>
        <Button variant="quiet" onPress={onCancel}>
          {say.leavePlace}
        </Button>
        <Button variant="primary" isDisabled={isEmpty} onPress={take}>
          {say.placeHere}
        </Button>
      </div>
    </div>
  );
}
