import type { CodebookEntry } from '../entry.ts';
import { templateCode } from './template.ts';
import type { Template } from './template.ts';

const top = 'Persuasion techniques';

type Row = readonly [name: string, definition: string, include: string, exclude: string, example: string];
type Group = readonly [heading: Row, techniques: readonly Row[]];

const groups: readonly Group[] = [
  [
    [
      'Attack on reputation',
      'Aims at a person, group or thing instead of the matter.',
      'Use when the technique cannot be told more exactly.',
      'Criticism of the matter itself.',
      'Look at who is talking.',
    ],
    [
      [
        'Name calling or labelling',
        'Fixes a loaded label to its target.',
        'The label works by being liked or hated.',
        'Plain designations.',
        'These desk pirates want more.',
      ],
      [
        'Guilt by association',
        'Blackens a target by tying it to something hated.',
        'A link to a disreputable group or event is the charge.',
        'Relevant ties that are shown.',
        'The cartel liked that law, too.',
      ],
      [
        'Casting doubt',
        'Undermines the competence or character of the target.',
        'Trust is shaken to shake the claim.',
        'Doubts about evidence, with reasons.',
        'Can a man who lost his keys guard the purse?',
      ],
      [
        'Appeal to hypocrisy',
        'Charges the target with not living by its own words.',
        'Inconsistency is used to dismiss the claim.',
        'Counter-charges that change the topic.',
        'She preaches thrift and flies to lunch.',
      ],
      [
        'Questioning the reputation',
        'Attacks the standing of the target by strong negative claims.',
        'Character or past is the aim.',
        'Doubt about a single ability.',
        'The firm has a long trail of scandals.',
      ],
    ],
  ],
  [
    [
      'Justification',
      'Supports a claim by an appeal in place of reasons.',
      'Use when the technique cannot be told more exactly.',
      'Evidence that bears on the claim.',
      'It has always been so.',
    ],
    [
      [
        'Flag waving',
        'Appeals to pride in, or duty to, a group.',
        'Belonging is the reason.',
        'Groups as mere actors.',
        'For the valley, we must build it.',
      ],
      [
        'Appeal to authority',
        'Lets a name or institution stand for proof.',
        'The source is the only support.',
        'Expertise together with evidence.',
        'The academy said so; what more do you need?',
      ],
      [
        'Appeal to popularity',
        'Calls something right because many think or do it.',
        'The crowd is the reason.',
        'Numbers as facts under discussion.',
        'Nine in ten neighbours cannot be wrong.',
      ],
      [
        'Appeal to values',
        'Ties a claim to values that the audience holds dear.',
        'Freedom, faith, tradition and the like are the reason.',
        'Debates about values as such.',
        'Freedom demands an open market square.',
      ],
      [
        'Appeal to fear, prejudice',
        'Promotes or rejects an idea through fear or dislike.',
        'A threat or stereotype carries the claim.',
        'Reasoned warnings.',
        'Next they will come for your house.',
      ],
    ],
  ],
  [
    [
      'Distraction',
      'Leads away from the matter.',
      'Use when the technique cannot be told more exactly.',
      'Background that helps the matter.',
      'Let us talk of something else.',
    ],
    [
      [
        'Straw man',
        'Attacks a distorted version of what was said.',
        'The refuted claim was not the one made.',
        'Fair paraphrase.',
        'So you want all cars scrapped tomorrow?',
      ],
      [
        'Red herring',
        'Brings in an unrelated topic.',
        'The new topic does not bear on the point.',
        'Charges against the speaker.',
        'Late trains? Think of our lovely stations.',
      ],
      [
        'Whataboutism',
        'Answers a charge with a counter-charge of another wrong.',
        'What others did takes the place of an answer.',
        'Relevant comparisons.',
        'And what about the floods under your party?',
      ],
    ],
  ],
  [
    [
      'Simplification',
      'Makes a tangled matter plainer than it is.',
      'Use when the technique cannot be told more exactly.',
      'Summaries that keep what matters.',
      'It is all very simple.',
    ],
    [
      [
        'Causal oversimplification',
        'Gives one cause where several are at work.',
        'Other causes are left out.',
        'A cause among others.',
        'Screens alone made the pupils fail.',
      ],
      [
        'False dilemma or no choice',
        'Offers two options, or one, as if there were no more.',
        'Either-or, and “no alternative”.',
        'Real alternatives.',
        'We sell the lake or we starve.',
      ],
      [
        'Consequential oversimplification',
        'Claims that one step leads to a chain of effects without showing it.',
        'Slippery slopes, bad or good.',
        'Forecasts with reasons.',
        'First a bicycle lane, then the end of the town.',
      ],
    ],
  ],
  [
    [
      'Call',
      'Calls to act, or to stop thinking, rather than argue.',
      'Use when the technique cannot be told more exactly.',
      'Announcements.',
      'Join in.',
    ],
    [
      [
        'Slogans',
        'A short and catchy phrase.',
        'Phrases made to be chanted or shared.',
        'Titles and headlines.',
        'Bread first, banks last!',
      ],
      [
        'Conversation killer',
        'Words that close the discussion.',
        'Commonplaces that cut off questions.',
        'Closing words of a meeting.',
        'Rules are rules.',
      ],
      [
        'Appeal to time',
        'Says that the moment demands it.',
        '“Now or never”, “too late”.',
        'Real deadlines.',
        'The hour has come to choose.',
      ],
    ],
  ],
  [
    [
      'Manipulative wording',
      'Persuades by how things are worded.',
      'Use when the technique cannot be told more exactly.',
      'Style without persuasive aim.',
      'It is, as it were, unheard of.',
    ],
    [
      [
        'Loaded language',
        'Words heavy with feeling.',
        'A neutral word was at hand.',
        'Labels fixed to a target.',
        'A savage cut through the budget.',
      ],
      [
        'Obfuscation, intentional vagueness, confusion',
        'Words left so unclear that readers supply the meaning.',
        'Vague or tangled wording at a decisive place.',
        'Technical terms.',
        'Certain circles know certain things.',
      ],
      [
        'Exaggeration or minimisation',
        'Makes more, or less, of something than it is.',
        'Overstatement, and playing down.',
        'Fitting superlatives.',
        'It was only a little explosion.',
      ],
      [
        'Repetition',
        'Says the same again and again.',
        'Each occurrence after the first.',
        'Repeats that grammar or clarity needs.',
        'Work. Work. And work again.',
      ],
    ],
  ],
];

function codes(): CodebookEntry[] {
  return groups.flatMap(([[group, ...about], techniques]) => [
    templateCode([top, group], ...about),
    ...techniques.map(([name, ...texts]) => templateCode([top, group, name], ...texts)),
  ]);
}

/** Twenty-three techniques under their six coarse groups. */
export const persuasion2023: Template = {
  id: 'persuasion-2023',
  title: 'Persuasion techniques (23)',
  description: 'Passages that use one of twenty-three persuasion techniques, in six groups.',
  source:
    'Piskorski, J., Stefanovitch, N., Da San Martino, G., & Nakov, P. (2023). SemEval-2023 Task 3: Detecting the category, the framing, and the persuasion techniques in online news in a multi-lingual setup. Proceedings of the 17th International Workshop on Semantic Evaluation, 2343–2361.',
  codebook: { codes: codes(), sets: [], variables: [] },
};
