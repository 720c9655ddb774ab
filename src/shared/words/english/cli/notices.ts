/** `galley notices`. */
export const noticesVerbWords = {
  summary: 'Print whose work is part of Galley: packages, fonts and their licences.',
  details: [
    'The list is made from what was built: every package that has a part in it, with the wording of its licence.',
  ],
} as const;
