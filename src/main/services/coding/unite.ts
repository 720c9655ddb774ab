import { AppError } from '../../../shared/errors.ts';
import { said } from '../../../shared/words/message.ts';
import type { Annotation, Id } from '../../../shared/model/records.ts';
import { utf16 } from '../../../shared/text/offsets.ts';
import type { CommandContext } from '../../app/commandContext.ts';
import type { Handlers } from '../../app/handlers.ts';
import type { Store } from '../../store/database.ts';
import { deleteAnnotation, updateAnnotation } from '../../store/rows/annotation.ts';
import { repointLinks } from '../../store/rows/link.ts';
import { adoptAnswers, contradictions } from '../../store/rows/unite.ts';
import { linksAt } from '../../store/rows/whose.ts';
import { requireCode } from '../codebook/codes.ts';
import { refuseExcluded } from '../codebook/exclusiveSets.ts';
import { refuseTwin, requireAnnotation, requireText } from './annotations.ts';
import { refuseOthers } from './others.ts';

/** One coding of several. */
export const uniteHandlers = {
  'annotations.unite': (context, { annotations, confirmed }) => {
    const { store, now } = context;
    const [first, ...others] = alike(context, annotations);
    refuseOthers(context, { annotations, links: linksAt(store.db, annotations) }, confirmed);
    const all = [first, ...others];
    const code = requireCode(store, first.code);
    refuseContradictions(store, annotations);
    const united: Annotation = {
      ...first,
      start: utf16(Math.min(...all.map(({ start }) => start))),
      end: utf16(Math.max(...all.map(({ end }) => end))),
      memo: [...new Set(all.map(({ memo }) => memo).filter((memo) => memo !== ''))].join('\n'),
    };
    for (const { id } of others) {
      adoptAnswers(store.db, id, first.id, now);
      repointLinks(store.db, id, first.id);
      deleteAnnotation(store.db, id);
    }
    refuseTwin(store, united, code.name);
    refuseExcluded(store, united, code);
    const quote = requireText(store, first.document).slice(united.start, united.end);
    updateAnnotation(store.db, united, quote, now);
    return { values: { count: all.length, code: code.name }, output: united };
  },
} satisfies Partial<Handlers>;

/** The codings, all of one code, coder and text. Throws `bad-input` otherwise. */
function alike(context: CommandContext, ids: readonly Id[]): [Annotation, ...Annotation[]] {
  const [first, ...others] = [...new Set(ids)].map((id) => requireAnnotation(context, id));
  if (!first || others.length === 0) {
    throw new AppError('bad-input', said('coding.uniteSeveral'));
  }
  for (const other of others) {
    if (other.document !== first.document) throw new AppError('bad-input', said('coding.textsDiffer'));
    if (other.code !== first.code) throw new AppError('bad-input', said('coding.codesDiffer'));
    if (other.coder !== first.coder) throw new AppError('bad-input', said('coding.codersDiffer'));
  }
  return [first, ...others];
}

function refuseContradictions(store: Store, annotations: readonly Id[]): void {
  const variables = contradictions(store.db, annotations);
  if (variables.length === 0) return;
  throw new AppError('conflict', said('coding.answersDiffer', { variables }), { variables: variables.join('\n') });
}
