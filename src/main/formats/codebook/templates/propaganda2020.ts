import { templateCode } from './template.ts';
import type { Template } from './template.ts';

const top = 'Propaganda techniques';

type Row = readonly [name: string, definition: string, include: string, exclude: string, example: string];

const rows: readonly Row[] = [
  [
    'Loaded language',
    'Words chosen for their strong feeling, good or bad, to sway the reader.',
    'The wording could be put neutrally without losing a fact.',
    'Labels fixed to a person or group.',
    'The monstrous plan crawls on.',
  ],
  [
    'Name calling, labeling',
    'A person or group is given a name that the audience fears, hates or admires.',
    'A label stands in for an argument about its bearer.',
    'Neutral designations and titles.',
    'The arch-traitor of the harbour spoke again.',
  ],
  [
    'Repetition',
    'The same message comes again and again until it is taken for true.',
    'Every occurrence after the first, within one article.',
    'Words repeated for grammar or clarity.',
    'Lies, lies, and once more lies.',
  ],
  [
    'Exaggeration, minimization',
    'Something is made larger or smaller than it is.',
    'Overstatement, and playing down.',
    'Accurate superlatives.',
    'The greatest disaster since the world began.',
  ],
  [
    'Doubt',
    'The credibility of somebody or something is called into question.',
    'Questions and hints that undermine trust.',
    'Open uncertainty about facts.',
    'Is she really fit to lead a city?',
  ],
  [
    'Appeal to fear, prejudice',
    'Support for an idea is sought by raising fear of the alternative, or from prejudice.',
    'A threat or a prejudice carries the claim.',
    'Sober warnings with reasons.',
    'Let them in, and no street will be safe.',
  ],
  [
    'Flag-waving',
    'A strong feeling for a group or nation serves to justify or promote something.',
    'Belonging to the group is the reason given.',
    'Mere mention of a nation.',
    'A true islander votes yes.',
  ],
  [
    'Causal oversimplification',
    'One cause is given where several work together; blame may shift to one group.',
    'Other causes are left out of the explanation.',
    'A cause named among others.',
    'Prices rise only because of the lorry drivers.',
  ],
  [
    'Slogans',
    'A short and striking phrase, often with labels and stereotypes.',
    'Ready-made calls that stand for themselves.',
    'Headlines that sum up a text.',
    'Our soil, our say!',
  ],
  [
    'Appeal to authority',
    'A claim is called true because an authority said so, without further evidence.',
    'The authority replaces the proof; also where it is no expert.',
    'Sources cited beside evidence.',
    'The champion said it, so it is settled.',
  ],
  [
    'Black-and-white fallacy, dictatorship',
    'Two options are offered as if there were no others; at the extreme, one alone.',
    'Either-or, and orders that admit no choice.',
    'Real alternatives.',
    'You are with the strike or against the town.',
  ],
  [
    'Thought-terminating cliché',
    'A short phrase that ends discussion and critical thought.',
    'A commonplace closes the matter.',
    'Slogans that call to action.',
    'It is what it is.',
  ],
  [
    'Whataboutism, straw man, red herring',
    'The point at issue is evaded: by a counter-charge, a distorted version of it, or another topic.',
    'Hypocrisy is charged, a weak substitute is attacked, or attention is led elsewhere.',
    'Comparisons that matter to the point.',
    'And what of your own unpaid fines?',
  ],
  [
    'Bandwagon, reductio ad Hitlerum',
    'An idea is recommended because everybody holds it, or rejected because hated people hold it.',
    'Popularity or disrepute of its holders is the reason.',
    'Poll results as facts.',
    'Everyone has signed; only tyrants refuse.',
  ],
];

/** The fourteen classes of the technique classification task. */
export const propaganda2020: Template = {
  id: 'propaganda-2020',
  title: 'Propaganda techniques (14)',
  description: 'Passages that use one of fourteen propaganda techniques; rare ones share a code, as in the source.',
  source:
    'Da San Martino, G., Barrón-Cedeño, A., Wachsmuth, H., Petrov, R., & Nakov, P. (2020). SemEval-2020 Task 11: Detection of propaganda techniques in news articles. Proceedings of the Fourteenth Workshop on Semantic Evaluation, 1377–1414.',
  codebook: {
    codes: rows.map(([name, ...texts]) => templateCode([top, name], ...texts)),
    sets: [],
    variables: [],
  },
};
