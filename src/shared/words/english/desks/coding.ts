import { some } from './some.ts';

type WorkStatus = 'to-do' | 'working' | 'done' | 'set-aside';

function statusWords(status: WorkStatus, what: string): string {
  const words: Readonly<Record<WorkStatus, string>> = {
    'to-do': `Put ${what} back to do`,
    working: `Take up ${what} again`,
    done: `Mark ${what} done`,
    'set-aside': `Set ${what} aside`,
  };
  return words[status];
}

type Named = { name: string };

/** What is called the same everywhere of coding. */
export const ofCoding = {
  actions: {
    'edit.find': 'Find in text',
    'view.form': 'Go to Form',
    'view.compare': 'Compare two coders side by side',
    'view.focusMode': 'Focus mode: the text alone',
    'view.measureWider': 'Longer lines',
    'view.measureNarrower': 'Shorter lines',
    'view.measureReset': 'Lines in their usual length',
    'code.pick': 'Apply a code…',
    'code.repeatLast': 'Apply the last code again',
    'code.inVivo': 'Make a code of the selected words',
    'code.new': 'New code…',
    'code.change': 'Change the coding’s code…',
    'code.memo': 'Memo on the coding',
    'code.remove': 'Remove the coding',
    'code.unite': 'Unite with the coding that it doubles',
    'code.link': 'Link the coding…',
    'code.copyWithSource': 'Copy with its source',
    'code.toSelection': 'Move the coding’s ends to the selection',
    'code.trim': 'Trim codings…',
    'code.startEarlier': 'Start one word earlier',
    'code.startLater': 'Start one word later',
    'code.endEarlier': 'End one word earlier',
    'code.endLater': 'End one word later',
    'code.startEarlierByCharacter': 'Start one character earlier',
    'code.startLaterByCharacter': 'Start one character later',
    'code.endEarlierByCharacter': 'End one character earlier',
    'code.endLaterByCharacter': 'End one character later',
    'go.nextSentence': 'Next sentence',
    'go.previousSentence': 'Previous sentence',
    'go.nextParagraph': 'Next paragraph',
    'go.previousParagraph': 'Previous paragraph',
    'go.nextAnnotation': 'Next coding',
    'go.previousAnnotation': 'Previous coding',
    'go.uncodedParagraph': 'Next paragraph without codings',
    'go.nextDifference': 'Next difference of two coders',
    'go.previousDifference': 'Previous difference of two coders',
    'go.offset': 'Go to offset…',
    'go.nextDocument': 'Next document',
    'go.previousDocument': 'Previous document',
    'go.nextUncoded': 'Next document without codings',
    'select.sentence': 'Select the sentence',
    'select.paragraph': 'Select the paragraph',
    'select.extendSentence': 'Extend by a sentence',
    'select.extendWord': 'Extend by a word',
    'select.shrinkWord': 'Shrink by a word',
    'form.nextUnanswered': 'Next unanswered question',
    'form.point': 'Point at the selected passage',
    'form.absent': 'Answer: absent',
    'form.notApplicable': 'Answer: not applicable',
    'form.clear': 'Answer: not yet coded',
    'form.finish': 'Mark done and go to the next article',
    'form.next': 'Next article to do',
    'form.toDo': 'Mark as to do',
    'form.working': 'Mark as in work',
    'form.done': 'Mark as done',
    'form.setAside': 'Set aside…',
    'form.orderList': 'Articles as in the list',
    'form.orderRandom': 'Articles at random',
    'form.newSeed': 'Articles in another random order',
  },
  acts: {
    'annotations.create': ({ code }: { code: string }) => `Code “${code}”`,
    'annotations.recodeMany': ({ count, code }: { count: number; code: string }) =>
      count === 1 ? `Change code to “${code}”` : `Change the code of ${count} codings to “${code}”`,
    'annotations.remove': ({ count, code }: { count: number; code: string }) =>
      count === 1 ? `Remove coding “${code}”` : `Remove ${count} codings`,
    'annotations.setMemo': ({ code }: { code: string }) => `Memo on “${code}”`,
    'annotations.unite': ({ count, code }: { count: number; code: string }) => `Unite ${count} codings “${code}”`,
    'annotations.update': ({ field, code }: { field: 'code' | 'boundaries'; code: string }) =>
      field === 'code' ? `Change code to “${code}”` : `Change boundaries of “${code}”`,
    'answers.clear': ({ variable }: { variable: string }) => `Clear “${variable}”`,
    'answers.import': ({ answers, file }: { answers: number; file: string }) =>
      `Give ${some(answers, 'answer', 'answers')} from ${file}`,
    'answers.set': ({ variable }: { variable: string }) => `Answer “${variable}”`,
    'codings.trim': ({ count }: { count: number }) => `Trim ${some(count, 'coding', 'codings')}`,
    'codings.apply': ({ passages, code }: { passages: number; code: string }) =>
      `Code ${some(passages, 'passage', 'passages')} with “${code}”`,
    'codings.import': ({ passages, file }: { passages: number; file: string }) =>
      `Code ${some(passages, 'passage', 'passages')} from ${file}`,
    'links.create': ({ relation }: { relation: string }) => `Link “${relation}”`,
    'links.remove': ({ relation }: { relation: string }) => `Remove link “${relation}”`,
    'progress.set': ({ status, document }: { status: WorkStatus; document: string }) =>
      statusWords(status, `“${document}”`),
    'progress.setMany': ({ status, documents }: { status: WorkStatus; documents: number }) =>
      statusWords(status, some(documents, 'document', 'documents')),
    'rounds.assign': ({ assignments, name }: { assignments: number; name: string }) =>
      `Add ${some(assignments, 'assignment', 'assignments')} to “${name}”`,
    'rounds.create': ({ name }: Named) => `Create round “${name}”`,
    'rounds.remove': ({ name }: Named) => `Remove round “${name}”`,
    'rounds.unassign': ({ assignments, name }: { assignments: number; name: string }) =>
      `Take ${some(assignments, 'assignment', 'assignments')} from “${name}”`,
    'rounds.update': ({ name }: Named) => `Change round “${name}”`,
  },
  records: {
    answer: 'An answer or fact',
    annotation: 'A coding',
    progress: 'A status of work',
    link: 'A link',
    round: 'A round',
    assignment: 'An assignment of a round',
  },
} as const;
