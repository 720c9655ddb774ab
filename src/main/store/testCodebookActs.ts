import type { Database } from 'better-sqlite3';
import type { Example } from '../../shared/model/codebook.ts';
import { utf16 } from '../../shared/text/offsets.ts';
import { newId } from './ids.ts';
import { findCode, updateCode } from './rows/code.ts';
import { currentVersion, insertVersion } from './rows/codebookVersion.ts';
import { moveAnnotations } from './rows/annotationMove.ts';
import { deleteExample, findExample, insertExample, updateExample } from './rows/example.ts';
import { deleteExclusiveSet, insertExclusiveSet, updateExclusiveSet } from './rows/exclusiveSet.ts';
import type { ActTools } from './testRecordActs.ts';

/** Acts on exclusive sets, examples, versions and merged codes, for the journal's tests. */
export function codebookActs(db: Database, { random, word, all, withOne }: ActTools): Record<string, () => void> {
  return {
    exclude: () => {
      const id = newId();
      insertExclusiveSet(db, { id, name: word(), rule: 'warn' }, 1);
      withOne(all('code'), (code) => {
        const row = findCode(db, code);
        if (row) updateCode(db, { ...row, exclusiveSet: id, archived: random() < 0.5, include: word() }, 4);
      });
    },
    include: () =>
      withOne(all('exclusive_set'), (id) => {
        updateExclusiveSet(db, { id, name: word(), rule: 'refuse' });
        if (!db.prepare('SELECT 1 FROM code WHERE exclusive_set = unhex(?)').get(id.replaceAll('-', '')))
          deleteExclusiveSet(db, id);
      }),
    exemplify: () =>
      withOne(all('code'), (code) => {
        let anchor: Example['anchor'] = null;
        withOne(all('document'), (document) => {
          anchor = { document, start: utf16(1), end: utf16(4) };
        });
        insertExample(db, { id: newId(), code, quote: word(), anchor, position: 1 }, 1);
      }),
    reword: () =>
      withOne(all('example'), (id) => {
        const example = findExample(db, id);
        if (example && random() < 0.7) updateExample(db, { ...example, quote: word(), anchor: null });
        else deleteExample(db, id);
      }),
    publish: () =>
      withOne(all('coder'), (coder) => {
        const content = { codes: [], sets: [], examples: [], variables: [] };
        insertVersion(db, { id: newId(), number: currentVersion(db) + 1, note: word(), coder, content }, 1);
      }),
    moveCodings: () =>
      withOne(all('code'), (from) =>
        withOne(all('code'), (to) => {
          if (from !== to) moveAnnotations(db, { from, to }, 8, { restamp: random() < 0.5 });
        }),
      ),
  };
}
