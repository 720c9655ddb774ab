import { choice, templateCode, templateVariable } from './template.ts';
import type { Template } from './template.ts';

const statement = ['Statement'];
const about = { scope: 'passage', code: statement } as const;

/** Statements as discourse networks are made of. */
export const discourseNetwork: Template = {
  id: 'discourse-network',
  title: 'Discourse-network statements',
  description: 'Passages in which an actor agrees or disagrees with a concept: the ties of a discourse network.',
  source:
    'Leifeld, P. (2017). Discourse network analysis: Policy debates as dynamic networks. In J. N. Victor, A. H. Montgomery, & M. Lubell (Eds.), The Oxford handbook of political networks (pp. 301–326). Oxford University Press.',
  codebook: {
    codes: [
      templateCode(
        statement,
        'A passage in which an actor takes a position on a concept of the debate.',
        'Quoted or reported positions of a person or an organisation; one statement for each concept.',
        'Positions of the author, and facts without a position.',
        'Dora Lund of the Anglers’ League spoke against the dam.',
      ),
    ],
    sets: [],
    variables: [
      templateVariable({
        ...about,
        name: 'actor',
        label: 'Who makes the statement?',
        level: 'entity',
        entityList: 'Actors',
      }),
      templateVariable({
        ...about,
        name: 'organisation',
        label: 'For which organisation?',
        level: 'entity',
        entityList: 'Organisations',
      }),
      templateVariable({
        ...about,
        name: 'concept',
        label: 'On which concept?',
        help: 'Word concepts as claims that one can agree or disagree with.',
        level: 'entity',
        entityList: 'Concepts',
        required: true,
      }),
      templateVariable({
        ...about,
        name: 'agreement',
        label: 'Does the actor agree with the concept?',
        level: 'nominal',
        choices: [choice(0, 'Disagrees'), choice(1, 'Agrees')],
        required: true,
      }),
    ],
  },
};
