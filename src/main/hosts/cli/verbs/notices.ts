import { withApp } from '../project.ts';
import { answer, jsonOption } from '../verb.ts';
import type { Verb } from '../verb.ts';

export const noticesVerb: Verb = {
  name: 'notices',
  words: '',
  least: 0,
  most: 0,
  summary: 'Print whose work is part of Galley: packages, fonts and their licences.',
  details: [
    'The list is made from what was built: every package that has a part in it, with the wording of its licence.',
  ],
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
