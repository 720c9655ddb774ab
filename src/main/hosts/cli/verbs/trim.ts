import { trimVerbWords as words } from '#words/cli/trim.ts';
import { withProject } from '../project.ts';
import { answer, jsonOption, UsageError, wordAt } from '../verb.ts';
import type { Verb } from '../verb.ts';

export const trimVerb: Verb = {
  name: 'trim',
  words: 'P.galley',
  least: 1,
  most: 1,
  summary: words.summary,
  details: words.details,
  options: {
    coder: { value: 'NAME', help: words.help.coder },
    'dry-run': { help: words.help['dry-run'] },
    json: jsonOption,
  },
  async run(call) {
    if (call.value('coder') === undefined) throw new UsageError(words.sayWho);
    return withProject<0>(call, wordAt(call, 0), async (project) => {
      const found = await project.run('codings.untrimmed', { document: null });
      if (call.has('dry-run')) {
        answer(call, found, () => {
          const lines = found.rows.map(
            ({ name, trimmed: [start, end], quote }) => `${name}\t${start}–${end}\t${oneLine(quote)}\n`,
          );
          return `${lines.join('')}${words.wouldBe(found)}\n`;
        });
        return 0;
      }
      const annotations = found.rows.map(({ annotation }) => annotation);
      const done =
        annotations.length === 0 ? { trimmed: 0, doubles: 0 } : await project.call('codings.trim', { annotations });
      answer(call, done, () => `${words.trimmed({ ...done, more: found.total - found.rows.length })}\n`);
      return 0;
    });
  },
};

const oneLine = (quote: string): string => quote.replace(/\s+/gu, ' ');
