import type { Database } from 'better-sqlite3';
import type { Id } from '../../shared/model/records.ts';
import { countCodePoints, utf16 } from '../../shared/text/offsets.ts';
import { newId } from './ids.ts';
import { findAnnotation, insertAnnotation } from './rows/annotation.ts';
import { agreedCoder, insertCoder } from './rows/coder.ts';
import { hashText, storeText } from './rows/content.ts';
import {
  deleteDisagreement,
  disagreementAt,
  findDisagreement,
  insertDisagreement,
  placeDisagreement,
  updateDisagreement,
} from './rows/disagreement.ts';
import { deleteLink, insertLink, repointLinks } from './rows/link.ts';
import { placeAnnotation } from './rows/place.ts';
import {
  deleteAssignmentsOfDocument,
  deleteRound,
  findRound,
  insertAssignments,
  insertRound,
  updateRound,
} from './rows/round.ts';
import { replaceText } from './rows/textVersion.ts';

/** What acts need of the made-up researcher who does them. */
export type ActTools = {
  random: () => number;
  word: () => string;
  all: (table: string) => Id[];
  withOne: (list: readonly Id[], act: (id: Id) => void) => void;
};

/** Acts on links, rounds and earlier texts, for the journal's tests. */
export function recordActs(db: Database, tools: ActTools): Record<string, () => void> {
  const { random, word, all, withOne } = tools;
  const beside = (coding: Id): Id[] => {
    const document = findAnnotation(db, coding)?.document;
    return all('annotation').filter((one) => findAnnotation(db, one)?.document === document);
  };
  return {
    link: () =>
      withOne(all('document'), (document) =>
        withOne(all('code'), (code) =>
          withOne(all('coder'), (coder) => {
            const [source, target] = [newId(), newId()];
            for (const id of [source, target]) {
              const start = utf16(Math.floor(random() * 1e6));
              const coding = { id, document, code, coder, start, end: utf16(2e6), memo: '' };
              insertAnnotation(db, coding, word(), 1);
            }
            insertLink(db, { id: newId(), document, source, target, relation: word(), coder }, 1);
          }),
        ),
      ),
    // Links stay in their document, as in the program.
    relink: () => withOne(all('annotation'), (from) => withOne(beside(from), (to) => repointLinks(db, from, to))),
    unlink: () => withOne(all('link'), (id) => deleteLink(db, id)),
    beginRound: () => {
      const round = { id: newId(), name: word(), kind: 'training', mode: 'blind', note: word(), position: 0 } as const;
      insertRound(db, round, 1);
      insertAssignments(db, round.id, all('document').slice(0, 3), all('coder').slice(0, 3), 1);
    },
    changeRound: () =>
      withOne(all('round'), (id) => {
        const round = findRound(db, id);
        if (round) updateRound(db, { ...round, name: word(), kind: 'main', mode: 'open', note: word() });
        insertAssignments(db, id, all('document').slice(2, 6), all('coder').slice(1, 3), 2);
      }),
    endRound: () => withOne(all('round'), (id) => deleteRound(db, id)),
    unassign: () => withOne(all('document'), (id) => deleteAssignmentsOfDocument(db, id)),
    // The first two acts make something, the others need it.
    dispute: () => disputeActs(db, tools)[Math.floor(random() * (all('disagreement').length === 0 ? 2 : 5))]?.(),
    correct: () =>
      withOne(all('document'), (document) =>
        withOne(all('coder'), (coder) => {
          const content = `Corrected 👩‍🚒 ${word()}`;
          const text = storeText(db, { content, sha256: hashText(content), codePoints: countCodePoints(content) });
          replaceText(db, { id: newId(), document, text, reason: word(), coder }, 5);
          withOne(all('annotation'), (id) => {
            const start = Math.floor(random() * 9);
            placeAnnotation(db, id, { start: utf16(start), end: utf16(start + 2) }, word(), 5);
          });
        }),
      ),
  };
}

/** The agreed version, and records of disagreements: five acts. */
function disputeActs(db: Database, { random, word, all, withOne }: ActTools): (() => void)[] {
  return [
    () => {
      if (!agreedCoder(db)) insertCoder(db, { id: newId(), name: word(), kind: 'agreed' }, 1);
    },
    () =>
      withOne(all('document'), (document) => {
        const span = { start: utf16(Math.floor(random() * 5)), end: utf16(9) };
        if (disagreementAt(db, { document, ...span })) return;
        const said = { mark: 'slip', memo: word(), resolver: null, resolved: null } as const;
        insertDisagreement(db, { id: newId(), document, span, variable: null, ...said }, 1);
      }),
    () =>
      withOne(all('disagreement'), (id) =>
        withOne(all('coder'), (resolver) => {
          const record = findDisagreement(db, id);
          if (record) {
            updateDisagreement(db, { ...record, mark: 'unclear-rule', memo: word(), resolver, resolved: 4 }, 4);
          }
        }),
      ),
    () =>
      withOne(all('disagreement'), (id) => {
        const start = 20 + Math.floor(random() * 1e6);
        placeDisagreement(db, id, { start: utf16(start), end: utf16(2e6) }, 5);
      }),
    () => withOne(all('disagreement'), (id) => deleteDisagreement(db, id)),
  ];
}
