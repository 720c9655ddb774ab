import { number } from '../format.ts';

const things = { document: 'document', code: 'code', coder: 'coder', round: 'round' } as const;

const usage = 'Usage: loopback --window|--serve [--port N] [FILE…]';
const openAddress = 'Open the address in a browser; Ctrl+C ends Galley.';

/** What is said of windows, servers and terminals. */
export const hostsWords = {
  interrupted: 'Cancelled. The project is closed and as it was before.',

  noRecipe: ({ recipe, recipes }: { recipe: string; recipes: readonly string[] }) =>
    `No export is saved as “${recipe}”. ${recipes.length === 0 ? 'None is saved in this project' : `There are ${recipes.map((name) => `“${name}”`).join(', ')}`}.`,
  /** `names`: the first of those that there are, `more`: whether there are others. */
  noneOfOption: ({ option, name, names, more }: NoneOfOption) => {
    const there = names.length === 0 ? 'the project has none' : `there are: ${names.join('; ')}${more ? '; …' : ''}`;
    return `--${option}: there is no ${things[option]} “${name}”; ${there}.`;
  },
  noFactOfWhere: ({ name, names }: { name: string; names: readonly string[] }) =>
    `--where: there is no article fact “${name}”; there are: ${names.length === 0 ? 'none' : names.join('; ')}.`,
  noDocument: ({ name }: { name: string }) => `There is no document “${name}”.`,
  severalDocuments: ({ name, ids }: { name: string; ids: readonly string[] }) =>
    `${ids.length} documents are called “${name}”. Give the id of one: ${ids.join(', ')}.`,
  noCode: ({ path }: { path: string }) => `There is no code “${path}”. Write the whole path, as in Frames / Conflict.`,
  tooManyHits: ({ most }: { most: number }) =>
    `There are more hits than one act codes (${number(most)}). Look for longer words, or use --case or --words. Nothing was coded.`,
  noVariable: ({ name }: { name: string }) => `There is no article variable “${name}” that coders answer.`,
  noRound: ({ name }: { name: string }) => `There is no round “${name}”.`,
  noCoder: ({ name }: { name: string }) => `There is no coder “${name}”.`,
  noFact: ({ name, names }: { name: string; names: readonly string[] }) =>
    `There is no article fact “${name}”. There are: ${names.length === 0 ? 'none' : names.join(', ')}.`,
  noBackup: ({ word }: { word: string }) =>
    `There is no file ${word}, and no backup of that day here. Say “galley backups”.`,
  notJson: ({ path, reason }: { path: string; reason: string }) => `${path} is not JSON: ${reason}`,

  windowOrServe: `Say either --window or --serve. ${usage}`,
  port: ({ given }: { given: string }) => `--port takes a number from 0 to 65535, not “${given}”. ${usage}`,
  unknownOption: ({ option }: { option: string }) => `there is no option ${option}`,
  valueMissing: ({ option }: { option: string }) =>
    `${option} needs a value; one that begins with a hyphen is written ${option}=-1`,
  noValue: ({ option }: { option: string }) => `${option} takes no value`,
  wrongUsage: ({ reason }: { reason: string }) => `${reason[0]?.toUpperCase() ?? ''}${reason.slice(1)}. ${usage}`,
  portTaken: ({ port }: { port: number }) => `Port ${port} is in use. Choose another with --port.`,
  openAt: ({ address }: { address: string }) => `Galley is open at ${address}`,
  noDisplay: `There is no display for a window here. ${openAddress}`,
  noBrowser: `No Chromium, Chrome or Edge was found. ${openAddress}`,
  browserFailed: ({ browser }: { browser: string }) => `${browser} could not open a window. ${openAddress}`,

  // What a browser shows that asks for something it does not get.
  wrongHost: 'Wrong host.',
  wrongOrigin: 'Wrong origin.',
  noSuchMethod: 'No such method.',
  noSuchPlace: 'No such place.',
  noSuchFile: 'No such file.',
  onlyByAddress: 'Open Galley from the address that it printed when it started.',
  onlyTheWindow: 'Only the window that Galley opened may ask for this.',
  addressUsed: 'This address was used already, or is wrong. Start Galley again.',
  notBuilt: 'The window is not built.',
  wentWrong: 'Something went wrong inside Galley.',

  oneProject: 'One project at a time: name a single .galley file.',
  noFile: ({ path }: { path: string }) => `There is no file or folder “${path}” that can be read.`,
  /** The name of a project that is made for files whose own name gives none. */
  project: 'Project',
  noFileManager: ({ folder }: { folder: string }) => `The file manager cannot be started. Look in ${folder}.`,
} as const;

type NoneOfOption = { option: keyof typeof things; name: string; names: readonly string[]; more: boolean };
