import type { VariableEntry } from '../entry.ts';
import { choice, templateCode, templateVariable } from './template.ts';
import type { Template } from './template.ts';

const top = 'Speakers and sources';
const kinds = [
  'Politics and government',
  'Administration and courts',
  'Police and military',
  'Business',
  'Science and experts',
  'Civil society',
  'Media',
  'Citizens',
  'Celebrities',
  'Other',
].map((label, index) => choice(index + 1, label));

function questions(code: string[]): VariableEntry[] {
  const about = { scope: 'passage', code } as const;
  return [
    templateVariable({
      ...about,
      name: 'source',
      label: 'Who speaks, or where does it come from?',
      level: 'entity',
      entityList: 'Sources',
    }),
    templateVariable({
      ...about,
      name: 'kind',
      label: 'What kind of source is it?',
      level: 'nominal',
      choices: kinds,
      required: true,
    }),
    templateVariable({
      ...about,
      name: 'named',
      label: 'Is the source named?',
      help: 'Yes when a reader could tell who it is: a person’s or an organisation’s name.',
      level: 'nominal',
      choices: [choice(0, 'No'), choice(1, 'Yes')],
      required: true,
    }),
  ];
}

/** Who gets a say, and how. */
export const speakers: Template = {
  id: 'speakers',
  title: 'Speakers and sources',
  description: 'Passages in which a source is quoted, paraphrased or referred to, with who it is.',
  source:
    'After the study of news sources in Sigal, L. V. (1973). Reporters and officials. D. C. Heath; and Gans, H. J. (1979). Deciding what’s news. Pantheon.',
  codebook: {
    codes: [
      templateCode(
        [top, 'Direct quotation'],
        'Words of a source in quotation marks.',
        'A whole quotation, with the words that introduce it.',
        'Single words in quotation marks for irony.',
        '“We saw it coming,” said the harbour master.',
      ),
      templateCode(
        [top, 'Paraphrase'],
        'What a source said, in the author’s words.',
        'Reported speech with its source.',
        'Claims without a source.',
        'The harbour master said that the signs had been clear.',
      ),
      templateCode(
        [top, 'Document'],
        'Something written or published serves as source.',
        'Reports, studies, statements, posts, other media.',
        'People who speak of a document.',
        'According to the audit, the pumps were old.',
      ),
    ],
    sets: [],
    variables: [
      [top, 'Direct quotation'],
      [top, 'Paraphrase'],
      [top, 'Document'],
    ].flatMap(questions),
  },
};
