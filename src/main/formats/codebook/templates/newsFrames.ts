import type { VariableEntry } from '../entry.ts';
import { choice, ruleText, templateVariable } from './template.ts';
import type { Template } from './template.ts';

type Item = { question: string; include: string; exclude: string; example: string };

/** An item of the battery: the question, when it is yes, when it is no, an example. */
function item(question: string, include: string, exclude: string, example: string): Item {
  return { question, include, exclude, example };
}

const batteries: readonly (readonly [name: string, items: readonly Item[]])[] = [
  [
    'responsibility',
    [
      item(
        'Is some level of government said to be able to ease the problem?',
        'A state body, local to supranational, is credited with the means to help.',
        'A body is merely mentioned.',
        'The ministry could end the shortage within a month.',
      ),
      item(
        'Is some level of government said to be responsible for the issue?',
        'Causing, neglecting or owning the problem is ascribed to a state body.',
        'Blame goes to persons outside government only.',
        'The council let the bridge decay for years.',
      ),
      item(
        'Is a solution to the problem offered?',
        'Anyone in the story, or the story itself, proposes what should be done.',
        'A wish that things improve, without a way to it.',
        'Engineers suggest a second track along the river.',
      ),
      item(
        'Is a person or a group in society said to be responsible for the issue?',
        'Blame or credit falls on people or groups outside government.',
        'The responsible party is a state body.',
        'Careless hikers are behind most of the fires.',
      ),
      item(
        'Is the problem said to need urgent action?',
        'Haste is asked for, or delay is called costly.',
        'Plans without any sense of haste.',
        'Every week without a wall brings the sea closer.',
      ),
    ],
  ],
  [
    'human_interest',
    [
      item(
        'Does the story put a human face on the issue?',
        'One person’s or family’s case stands for the issue.',
        'Officials speak in their office alone.',
        'Mira, a nurse of 34, has moved four times this year.',
      ),
      item(
        'Do wording or personal vignettes call up outrage, empathy, sympathy or compassion?',
        'Adjectives or scenes invite the reader to feel with, or against, somebody.',
        'Feelings are reported without being evoked.',
        'The old man clutched the letter with trembling hands.',
      ),
      item(
        'Is it stressed how people or groups are affected by the issue?',
        'Effects on the lives of people are a point of their own.',
        'Effects on budgets or institutions only.',
        'Three hundred families will have to heat with wood.',
      ),
      item(
        'Does the story go into the private or personal lives of its actors?',
        'Family, health, home or past of an actor are told.',
        'Office and public record alone.',
        'The mayor, twice divorced, spends her evenings in the garden.',
      ),
      item(
        'Do pictures that belong to the story call up such feelings?',
        'Visual material shown or described would evoke outrage, empathy or compassion.',
        'Portraits, charts and buildings without emotion; no pictures at hand.',
        'Photo: a child asleep on a suitcase at the station.',
      ),
    ],
  ],
  [
    'conflict',
    [
      item(
        'Does the story show disagreement between parties, persons, groups or countries?',
        'At least two sides hold different views in the story.',
        'Doubts of one actor alone.',
        'The coalition partners differ over the tax.',
      ),
      item(
        'Does one side reproach another?',
        'An accusation or open criticism is aimed at a named side.',
        'Different views without reproach.',
        'The union accuses the board of breaking its word.',
      ),
      item(
        'Does the story refer to two or more sides of the issue?',
        'Positions of two sides are told, not only hinted at.',
        'One side alone is told.',
        'Farmers want the dam; the fishers fear for the trout.',
      ),
      item(
        'Does the story speak of winners and losers?',
        'An outcome is told as a gain of one side over another.',
        'Results without a contest.',
        'The vote leaves the opposition beaten once more.',
      ),
    ],
  ],
  [
    'morality',
    [
      item(
        'Does the story contain a moral message?',
        'Right and wrong are told, or follow from how it is told.',
        'Breaches of law reported as such.',
        'A society shows its worth in how it treats the weak.',
      ),
      item(
        'Does the story refer to morality, God or other religious tenets?',
        'Moral or religious principles are named.',
        'Religious bodies appear as mere organisations.',
        'The bishop calls it a sin to leave them at sea.',
      ),
      item(
        'Does the story prescribe how people should behave?',
        'Rules of conduct for people in society are voiced.',
        'Instructions of a technical kind.',
        'Neighbours ought to look after one another.',
      ),
    ],
  ],
  [
    'economic',
    [
      item(
        'Are financial losses or gains mentioned, now or in the future?',
        'Money won or lost by anyone.',
        'Prices without gain or loss.',
        'The closure will lose the region two million a year.',
      ),
      item(
        'Are the costs or the expense involved mentioned?',
        'What something costs, in figures or by degree.',
        'Costs in a figurative sense.',
        'The new hall turned out very expensive.',
      ),
      item(
        'Are economic consequences of taking or not taking a course of action mentioned?',
        'An action, or its absence, leads to an effect on the economy.',
        'The state of the economy without an action.',
        'If the port is not deepened, trade will move north.',
      ),
    ],
  ],
];

function questions(): VariableEntry[] {
  return batteries.flatMap(([frame, items]) =>
    items.map(({ question, include, exclude, example }, index) =>
      templateVariable({
        scope: 'document',
        code: null,
        name: `${frame}_${index + 1}`,
        label: question,
        help: ruleText(include, exclude, example),
        level: 'nominal',
        choices: [choice(0, 'No'), choice(1, 'Yes')],
        required: true,
      }),
    ),
  );
}

/** The frame's value is the mean of its items; the items are answered for a whole article. */
export const newsFrames: Template = {
  id: 'news-frames',
  title: 'Five generic news frames',
  description:
    'Twenty yes/no questions about an article: attribution of responsibility (5), human interest (5), conflict (4), morality (3), economic consequences (3). A frame’s score is the mean of its questions.',
  source:
    'Semetko, H. A., & Valkenburg, P. M. (2000). Framing European politics: A content analysis of press and television news. Journal of Communication, 50(2), 93–109.',
  codebook: { codes: [], sets: [], variables: questions() },
};
