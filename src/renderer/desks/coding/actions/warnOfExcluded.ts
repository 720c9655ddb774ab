import { codebookStrings as say } from '#words/window/codebook.ts';
import type { Annotation } from '../../../../shared/model/records.ts';
import { useRecords } from '../../../state/records.ts';
import { notify } from '../../../state/ui.ts';

/** Says so when a coding overlaps one of the same coder whose code its own excludes, and the set only warns. */
export function warnOfExcluded(coding: Annotation): void {
  const { open, codes, exclusiveSets } = useRecords.getState();
  const code = codes.get(coding.code);
  const set = code?.exclusiveSet == null ? undefined : exclusiveSets.get(code.exclusiveSet);
  if (!open || !code || set?.rule !== 'warn' || open.document.id !== coding.document) return;
  for (const other of open.annotations.values()) {
    if (other.coder !== coding.coder || other.code === coding.code) continue;
    if (other.start >= coding.end || other.end <= coding.start) continue;
    const theirs = codes.get(other.code);
    if (theirs?.exclusiveSet === set.id) {
      notify('info', say.excluded(code.name, theirs.name, set.name));
      return;
    }
  }
}
