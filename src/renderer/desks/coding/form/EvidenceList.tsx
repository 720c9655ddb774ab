import { X } from 'lucide-react';
import { formStrings as say } from '#words/window/form.ts';
import type { Answer, AnswerKey } from '../../../../shared/model/variables.ts';
import { reader } from '../../../actions/readerHandle.ts';
import { IconButton } from '../../../components/IconButton.tsx';
import { removeEvidence } from '../actions/answers.ts';
import styles from './EvidenceList.module.css';

/** Characters of a quotation that a control's name holds. */
const spoken = 60;

export type EvidenceListProps = {
  answer: Answer;
  answerKey: AnswerKey;
  label: string;
  text: string;
  readOnly: boolean;
};

/** The passages that an answer points at, as they stand in the text. */
export function EvidenceList({ answer, answerKey, label, text, readOnly }: EvidenceListProps) {
  return (
    <ul aria-label={say.evidence(label)} className={styles.list}>
      {answer.evidence.map(({ start, end }, at) => {
        const quote = text.slice(start, end).replace(/\s+/gu, ' ');
        const short = quote.length > spoken ? `${quote.slice(0, spoken)}…` : quote;
        return (
          <li key={`${start} ${end}`} className={styles.item}>
            <button
              type="button"
              aria-label={say.showPassage(short)}
              className={styles.quote}
              dir="auto"
              onClick={() => reader()?.select(start, end, { scroll: true, focus: true })}
            >
              {quote}
            </button>
            {!readOnly && (
              <IconButton
                label={say.removePassage(short)}
                icon={<X />}
                placement="left"
                onPress={() => void removeEvidence(answerKey, at)}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}
