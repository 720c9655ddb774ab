import { templateCode } from './template.ts';
import type { Template } from './template.ts';

const top = 'Framing functions';

/** What a frame does, after Entman. */
export const framingFunctions: Template = {
  id: 'framing-functions',
  title: 'Four framing functions',
  description: 'Passages that define a problem, name its causes, judge it, or recommend a treatment.',
  source:
    'Entman, R. M. (1993). Framing: Toward clarification of a fractured paradigm. Journal of Communication, 43(4), 51–58.',
  codebook: {
    codes: [
      templateCode(
        [top],
        'What a passage contributes to the framing of an issue.',
        'Code the four functions below; one passage may serve several.',
        'Do not give this heading itself to a passage.',
        'The river is dying, and the mills are to blame.',
      ),
      templateCode(
        [top, 'Problem definition'],
        'Says what the issue is: what an agent does, and what that costs or brings.',
        'The nature or size of the problem is set out.',
        'Causes, judgement and remedies have codes of their own.',
        'Half of the villages have no clean water left.',
      ),
      templateCode(
        [top, 'Causal interpretation'],
        'Says which forces or agents bring the problem about.',
        'A cause, a culprit or a condition is named.',
        'Mere sequence in time.',
        'The drought follows decades of drained bogs.',
      ),
      templateCode(
        [top, 'Moral evaluation'],
        'Judges the agents or their effects.',
        'Praise or blame by a standard of right and wrong.',
        'Judgements of skill or taste.',
        'To sell the wells was shameless.',
      ),
      templateCode(
        [top, 'Treatment recommendation'],
        'Offers or justifies a remedy, and says what it may bring about.',
        'A measure is proposed or defended.',
        'Measures reported as done, without being recommended.',
        'A levy on wells would save the river.',
      ),
    ],
    sets: [],
    variables: [],
  },
};
