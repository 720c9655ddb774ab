import { choice, ruleText, templateVariable } from './template.ts';
import type { Template } from './template.ts';

/** A bipolar rating of a whole article. */
export const tone: Template = {
  id: 'tone',
  title: 'Tone (−2 … +2)',
  description: 'The evaluative tone of an article towards its main subject, in five steps.',
  source:
    'Bipolar rating after Osgood, C. E., Suci, G. J., & Tannenbaum, P. H. (1957). The measurement of meaning. University of Illinois Press.',
  codebook: {
    codes: [],
    sets: [],
    variables: [
      templateVariable({
        scope: 'document',
        code: null,
        name: 'tone',
        label: 'How does the article evaluate its main subject?',
        help: ruleText(
          'Judgements by the author and by those quoted, weighed by the room they get.',
          'Good or bad news as such: a fire is not a negative tone towards the fire brigade.',
          'A brave plan, and an honest one: +2.',
        ),
        level: 'ordinal',
        choices: [
          choice(-2, 'Clearly negative', 'Almost only negative judgements.'),
          choice(-1, 'Rather negative', 'Negative judgements prevail.'),
          choice(0, 'Neutral or balanced', 'No judgements, or as many of one kind as of the other.'),
          choice(1, 'Rather positive', 'Positive judgements prevail.'),
          choice(2, 'Clearly positive', 'Almost only positive judgements.'),
          { value: 99, label: 'Cannot tell', missing: true, help: '' },
        ],
        required: true,
      }),
    ],
  },
};
