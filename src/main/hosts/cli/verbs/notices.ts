import { noticesVerbWords } from '#words/cli/notices.ts';
import { withApp } from '../project.ts';
import { answer, jsonOption } from '../verb.ts';
import type { Verb } from '../verb.ts';

export const noticesVerb: Verb = {
  name: 'notices',
  words: '',
  least: 0,
  most: 0,
  summary: noticesVerbWords.summary,
  details: noticesVerbWords.details,
  options: { json: jsonOption },
  async run(call) {
    const notices = await withApp(call, (_app, session) => session.call('program.notices', {}));
    answer(call, notices, () =>
      notices
        .map(
          ({ name, version, licence, text }) =>
            `${name} ${version} (${licence})\n\n${text === '' ? '' : `${text}\n\n`}`,
        )
        .join('\n'),
    );
    return 0;
  },
};
