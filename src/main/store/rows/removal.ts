import type { Database } from 'better-sqlite3';
import type { Id } from '../../../shared/model/records.ts';
import { deleteAnnotationsOfDocument } from './annotation.ts';
import { deleteAnswersOfDocument } from './answer.ts';
import { deleteDisagreementsOfDocument } from './disagreement.ts';
import { deleteDocument } from './document.ts';
import { clearExampleAnchors } from './example.ts';
import { deleteProgressOfDocument } from './progress.ts';
import { deleteAssignmentsOfDocument } from './round.ts';
import { deleteTextVersions } from './textVersion.ts';

/** Removes a document with all that hangs on it; examples keep their words. Its text stays: undo brings it back. */
export function removeDocument(db: Database, id: Id): void {
  deleteAnswersOfDocument(db, id);
  deleteAnnotationsOfDocument(db, id);
  deleteProgressOfDocument(db, id);
  deleteAssignmentsOfDocument(db, id);
  clearExampleAnchors(db, id);
  deleteTextVersions(db, id);
  deleteDisagreementsOfDocument(db, id);
  deleteDocument(db, id);
}
