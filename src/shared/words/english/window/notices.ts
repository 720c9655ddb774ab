/** Whose work is part of the program. */
export const notices = {
  title: 'What Galley is made with',
  lead: 'Packages and fonts that are part of the program, each under its own licence.',
  loading: 'Reading the list…',
  list: 'Packages and fonts',
  noWording: 'The package brings no wording of its licence.',
};
