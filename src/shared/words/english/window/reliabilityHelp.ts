/** What the figures of agreement mean, for people who read them for the first time. */
export const reliabilityHelp = {
  title: 'What the agreement figures mean',
  lead: 'From what is compared to what can be concluded.',
  sections: [
    {
      title: 'What is compared',
      text: [
        'Articles in which two or more coders took part. As soon as articles are marked done, a coder counts only in those that he or she has finished; what is unfinished is left out, not taken as empty.',
        'In a finished article, text without a code means that the code does not apply there. A question without an answer is left out.',
      ],
    },
    {
      title: 'Units',
      text: [
        'Passages as marked: where a passage begins and ends counts, and its code (Krippendorff’s alpha for unitizing).',
        'Articles, paragraphs, sentences: for each code, does it occur there? A touch of one character counts.',
        'Characters: easy to read, and flattered by all the text that nobody coded. Do not report them alone.',
      ],
    },
    {
      title: 'Figures',
      text: [
        '|uα, same places: is text marked or not, codes aside. uα, same places and codes. cuα, same code where both marked: read it with the share of text that it rests on.',
        'α, for variables and units: Krippendorff’s alpha at the level of the variable, for any number of coders, with missing values.',
        'F1: how much the passages of two coders match. Chance is not taken out of it, so it is no reliability.',
        '1 is perfect agreement, 0 what chance would bring, below 0 is worse than chance.',
      ],
    },
    {
      title: 'Interval and verdict',
      text: [
        'The interval holds the middle 95 % of figures from articles drawn again and again. Few articles make it wide: code more. Fewer than 5 give none, because the draws only repeat each other, and fewer than 10 an approximate one; this then stands beside the figure.',
        'From .800 reliable, from .667 for tentative conclusions only (Krippendorff). If the lower limit lies in a lower class, the verdict says so.',
      ],
    },
    {
      title: 'Undefined',
      text: [
        'Where everybody always gave the same value, nothing was put to the test: agreement is 100 %, and alpha is undefined. It is shown so, never as 0 or 1.',
      ],
    },
    {
      title: 'From a figure to the rule',
      text: [
        'Open a figure to see who said what, a number to see the passages, and a passage to see the text. Mark it as an unclear rule (change the codebook) or a slip (train), write down what you discussed, and settle it in the agreed version.',
        'Figures against the agreed version show who departs from it. They are no reliability: the version was made from the same codings.',
      ],
    },
    {
      title: 'Coding blind',
      text: [
        'Whoever codes in a blind round is not shown how coders agree, and exports hold their own work alone. Say that somebody else acts, or open the round when all have coded.',
      ],
    },
  ],
} as const;
