import type { MethodTable } from '../app/handlers.ts';

const ofCoding = async () => (await import('./coding/methods.ts')).codingMethods;
const ofCodebook = async () => (await import('./codebook/methods.ts')).codebookMethods;
const ofCorpus = async () => (await import('./corpus/methods.ts')).corpusMethods;
const ofExport = async () => (await import('./export/methods.ts')).exportMethods;
const ofAgreement = async () => (await import('./agreement/methods.ts')).agreementMethods;
const ofProject = async () => (await import('./project/methods.ts')).projectMethods;

/** By the name before the dot of a method: where its desk is loaded from when it is first asked. */
export const methodTable: MethodTable = {
  agreed: ofAgreement,
  annotations: ofCoding,
  answers: ofCoding,
  backups: ofProject,
  codebook: ofCodebook,
  coders: ofProject,
  codes: ofCodebook,
  codings: ofCoding,
  disagreements: ofAgreement,
  documents: ofCorpus,
  entities: ofCodebook,
  examples: ofCodebook,
  exclusiveSets: ofCodebook,
  exports: ofExport,
  files: ofProject,
  history: ofProject,
  imports: ofCorpus,
  links: ofCoding,
  packages: ofExport,
  program: ofProject,
  progress: ofCoding,
  project: ofProject,
  recipes: ofExport,
  reliability: ofAgreement,
  rounds: ofCoding,
  search: ofCorpus,
  segments: ofCoding,
  settings: ofProject,
  tasks: ofProject,
  templates: ofCodebook,
  texts: ofCorpus,
  variables: ofCodebook,
  versions: ofCodebook,
};
