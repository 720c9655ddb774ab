import type { Arguments, MethodName } from '../../shared/api/contract.ts';
import type { FileRef } from '../../shared/api/files.ts';
import type { Id } from '../../shared/model/records.ts';
import { utf16 } from '../../shared/text/offsets.ts';
import type { Ground, Hidden } from './testBlindPair.ts';

/** Where inputs are made for: one of the two projects. */
export type Side = {
  ground: Ground;
  hidden: Hidden;
  /** A file with this content, or a folder, in a place of this side’s own. */
  file(name: string, content: string): FileRef;
  folder(): FileRef;
};

export type Inputs = { readonly [M in MethodName]: (side: Side) => Arguments<M>[] };

const page = { offset: 0, limit: 500 };
const everyUnit = ['document', 'paragraph', 'sentence', 'coding', 'statement'] as const;
const at = (start: number, end: number) => ({ start: utf16(start), end: utf16(end) });

/** Every coding that a blind coder may try: her own, one of an open document, and hidden ones. */
const codings = ({ ground, hidden }: Side): Id[] => [
  hidden.coding,
  hidden.doras,
  ground.bens.openCoding,
  ground.own.coding,
];
const confirmed = [true, false];

const reading: Pick<
  Inputs,
  Extract<MethodName, `project.${string}` | `files.${string}` | `documents.${string}` | `segments.${string}`>
> = {
  'project.status': () => [{}],
  'project.recent': () => [{}],
  'project.stats': () => [{}],
  'project.verify': () => [{}],
  'project.rename': () => [{ name: 'Renamed' }],
  'project.create': ({ folder }) => [{ folder: folder(), name: 'Another' }],
  'project.open': ({ file }) => [{ file: file('no.galley', 'no project') }],
  'project.openSample': () => [{}],
  'project.close': () => [{}],
  'files.choose': () => [{ purpose: 'open-project' }],
  'files.show': ({ file }) => [{ folder: file('no-folder.txt', '') }],
  'files.browse': ({ folder }) => [{ folder: folder(), purpose: 'open-project' }],
  'documents.list': ({ ground }) => [
    page,
    { ...page, filter: 'blind' },
    { ...page, round: ground.round },
    ...(['to-do', 'working', 'done', 'set-aside'] as const).map((status) => ({ ...page, status })),
    ...[1, 3, null].map((value) => ({ ...page, where: [{ variable: ground.topic, value }] })),
    { ...page, where: [{ variable: ground.tone, value: 'secretly angry' }] },
    { ...page, where: [{ variable: ground.who, value: ground.mayor }] },
    { ...page, where: [{ variable: ground.sure, value: 3 }] },
  ],
  'documents.ids': ({ ground }) => [{}, { status: 'done' }, { where: [{ variable: ground.topic, value: 3 }] }],
  'documents.text': ({ ground }) => [{ document: ground.blind }],
  'documents.open': ({ ground }) => [ground.blind, ground.second, ground.open].map((document) => ({ document })),
  'documents.words': ({ ground }) => [
    { document: ground.blind, start: 0, end: 50_000 },
    { document: ground.blind, start: 2, end: 1 },
  ],
  'documents.source': ({ ground }) => [{ document: ground.blind }],
  'documents.neighbour': ({ ground }) =>
    [ground.blind, ground.second, ground.open].flatMap((document) =>
      ([1, -1] as const).map((step) => ({ document, step, uncoded: true })),
    ),
  'documents.factValues': ({ ground }) => [{ variable: ground.site }],
  'documents.removal': ({ ground }) => [[ground.blind], [ground.open]].map((documents) => ({ documents })),
  'documents.remove': ({ ground }) =>
    [[ground.blind], [ground.blind, ground.open], [ground.open]].map((documents) => ({ documents })),
  'documents.rename': ({ ground }) => [{ document: ground.blind, name: 'Renamed' }],
  'documents.setFact': ({ ground }) => [{ document: ground.blind, variable: 'site', value: 'York' }],
  'segments.list': ({ ground, hidden }) => [
    page,
    { ...page, document: ground.blind },
    { ...page, code: ground.claim },
    { ...page, code: ground.part, document: ground.blind },
    { ...page, coder: ground.ben },
    { ...page, coder: ground.ben, document: ground.blind },
    { ...page, round: ground.round },
    { ...page, document: hidden.coding },
  ],
};

const codebook: Pick<
  Inputs,
  Extract<
    MethodName,
    | `codes.${string}`
    | `examples.${string}`
    | `exclusiveSets.${string}`
    | `versions.${string}`
    | `templates.${string}`
    | `codebook.${string}`
    | `variables.${string}`
    | `entities.${string}`
  >
> = {
  'codes.list': () => [{}],
  'codes.removal': ({ ground }) => [ground.claim, ground.part, ground.spare].map((code) => ({ code })),
  'codes.remove': ({ ground }) => [ground.claim, ground.part, ground.spare].map((code) => ({ code })),
  'codes.create': () => [{ name: 'New' }, { name: 'Claim' }],
  'codes.update': ({ ground }) => [
    { code: ground.part, name: 'Renamed' },
    { code: ground.claim, archived: true },
    { code: ground.claim, exclusiveSet: ground.set },
  ],
  'codes.move': ({ ground }) => [{ code: ground.part, parent: null, before: null }],
  'codes.mergePreview': ({ ground }) => [{ source: ground.claim, target: ground.spare }],
  'codes.merge': ({ ground }) => [
    { source: ground.claim, target: ground.spare },
    { source: ground.part, target: ground.spare },
  ],
  'codes.split': (side) =>
    codings(side).map((coding) => ({
      code: side.ground.claim,
      annotations: [coding],
      into: { name: 'Split', parent: null },
      confirmed: true,
    })),
  'examples.list': () => [{}],
  'examples.create': ({ ground }) => [{ code: ground.claim, anchor: { document: ground.blind, ...at(21, 27) } }],
  'examples.update': ({ ground }) => [{ example: ground.example, quote: 'Other words.' }],
  'examples.remove': ({ ground }) => [{ example: ground.example }],
  'exclusiveSets.list': () => [{}],
  'exclusiveSets.create': () => [{ name: 'Another', rule: 'refuse' }],
  'exclusiveSets.update': ({ ground }) => [{ set: ground.set, rule: 'refuse' }],
  'exclusiveSets.remove': ({ ground }) => [{ set: ground.set }],
  'versions.list': () => [{}],
  'versions.difference': () => [{ from: 1, to: null }],
  'versions.publish': () => [{ note: 'Third' }],
  'versions.stale': ({ ground }) => [
    { before: 2, ...page },
    { before: 2, changedOnly: false, ...page },
    { before: 2, coder: ground.ben, ...page },
  ],
  'versions.confirm': (side) => [
    ...codings(side).map((coding) => ({ annotations: [coding], confirmed: true })),
    { annotations: [side.hidden.coding] },
    { answers: [side.hidden.answer] },
    { answers: [side.ground.own.answer] },
  ],
  'templates.list': () => [{}],
  'templates.add': () => [{ template: 'tone' }],
  'codebook.import': ({ file }) => [
    { file: file('codes.csv', 'code,definition\nClaim,What is claimed\nNew,Other\n') },
    { file: file('book.json', '{}') },
  ],
  'codebook.export': ({ folder }) => [{ folder: folder(), name: 'book.json' }],
  'codebook.losses': () => [{ name: 'book.csv' }],
  'variables.list': () => [{}],
  'variables.create': () => [{ scope: 'document', name: 'new', level: 'text' }],
  'variables.update': ({ ground }) => [
    { variable: ground.topic, label: 'Subject' },
    { variable: ground.topic, choices: [{ value: 1, label: 'One' }] },
    { variable: ground.topic, choices: [1, 2, 3, 4].map((value) => ({ value, label: `Choice ${value}` })) },
    { variable: ground.tone, level: 'ratio' },
    { variable: ground.who, entityList: 'Places' },
    { variable: ground.sure, code: ground.part },
  ],
  'variables.move': ({ ground }) => [{ variable: ground.topic, before: ground.tone }],
  'variables.removal': ({ ground }) => [ground.topic, ground.sure, ground.tone].map((variable) => ({ variable })),
  'variables.remove': ({ ground }) => [ground.topic, ground.sure, ground.tone].map((variable) => ({ variable })),
  'entities.list': () => [{}],
  'entities.create': () => [{ list: 'People', name: 'The crews' }],
  'entities.update': ({ ground }) => [{ entity: ground.mayor, name: 'The major' }],
  'entities.remove': ({ ground }) => [ground.mayor, ground.union].map((entity) => ({ entity })),
};

const work: Pick<
  Inputs,
  Extract<
    MethodName,
    | `annotations.${string}`
    | `codings.${string}`
    | `answers.${string}`
    | `progress.${string}`
    | `links.${string}`
    | `texts.${string}`
    | `disagreements.${string}`
    | `agreed.${string}`
  >
> = {
  'annotations.create': ({ ground }) => [
    { document: ground.blind, code: ground.claim, ...at(21, 27) },
    { document: ground.blind, code: ground.claim, ...at(29, 35) },
    { document: ground.blind, code: { name: 'In vivo', parent: null }, ...at(0, 8) },
  ],
  'annotations.update': (side) =>
    codings(side).flatMap((annotation) => confirmed.map((sure) => ({ annotation, end: utf16(60), confirmed: sure }))),
  'annotations.setMemo': (side) =>
    codings(side).flatMap((annotation) => confirmed.map((sure) => ({ annotation, memo: 'Mine', confirmed: sure }))),
  'annotations.remove': (side) =>
    codings(side).flatMap((coding) => confirmed.map((sure) => ({ annotations: [coding], confirmed: sure }))),
  'annotations.unite': ({ ground, hidden }) => [
    { annotations: [ground.own.coding, ground.own.other] },
    { annotations: [hidden.coding, hidden.other], confirmed: true },
    { annotations: [ground.own.coding, hidden.coding], confirmed: true },
  ],
  'codings.import': ({ file, ground }) => [
    { file: file('codings.jsonl', `{"document":"blind","start":21,"end":27,"code":"Claim"}\n`) },
    { file: file('mine.jsonl', `{"document":"${ground.blind}","start":29,"end":35,"code":"Claim"}\n`) },
  ],
  'answers.set': ({ ground, hidden }) => [
    { document: ground.blind, variable: ground.topic, value: 3 },
    { document: ground.blind, variable: ground.tone, value: 'secretly angry' },
    { document: ground.blind, annotation: hidden.coding, variable: ground.sure, value: 1 },
    { document: ground.blind, annotation: ground.own.coding, variable: ground.sure, value: 1 },
    { document: ground.open, annotation: ground.bens.openCoding, variable: ground.sure, value: 1 },
  ],
  'answers.clear': ({ ground, hidden }) => [
    { document: ground.blind, variable: ground.topic },
    { document: ground.blind, annotation: hidden.coding, variable: ground.sure },
  ],
  'answers.import': ({ file }) => [
    { file: file('answers.csv', 'document,variable,value\nblind,topic,2\nsecond,tone,calm\n') },
  ],
  'progress.missing': ({ ground }) => [{ document: ground.blind }],
  'progress.next': ({ ground }) => [
    { document: null },
    { document: ground.blind },
    { document: ground.blind, order: 'random' },
  ],
  'progress.set': ({ ground }) => [{ document: ground.blind, status: 'done' }],
  'progress.setMany': ({ ground }) => [{ documents: [ground.blind, ground.second], status: 'done' }],
  'links.relations': () => [{}],
  'links.create': ({ ground, hidden }) => [
    { source: ground.own.coding, target: hidden.coding, relation: 'see' },
    { source: hidden.coding, target: hidden.other, relation: 'secretly leads to' },
    { source: ground.own.other, target: ground.own.coding, relation: 'see' },
  ],
  'links.remove': ({ ground, hidden }) => [{ link: hidden.link, confirmed: true }, { link: ground.own.link }],
  'texts.compare': ({ ground }) => [{ document: ground.blind, content: 'Other.\n' }],
  'texts.correct': ({ ground }) => [{ document: ground.blind, content: 'Other.\n', reason: '', decisions: [] }],
  'texts.keepLeftOut': ({ ground }) =>
    [ground.blind, ground.second, ground.open].flatMap((document) => [{ document }, { document, wholePage: true }]),
  'texts.versions': ({ ground }) => [{ document: ground.blind }],
  'disagreements.list': ({ ground }) => [{}, { document: ground.blind }, { resolved: true }],
  'disagreements.mark': ({ ground }) => [
    { place: { document: ground.blind, ...at(0, 8) }, mark: 'slip' },
    { place: { document: ground.open, ...at(0, 8) }, mark: null },
  ],
  'disagreements.discuss': ({ ground }) => [{ place: { document: ground.blind, ...at(0, 8) }, memo: 'What?' }],
  'disagreements.resolve': ({ ground }) => [
    { place: { document: ground.second, variable: ground.topic } },
    { place: { document: ground.open, ...at(0, 8) }, codings: [{ code: ground.claim, ...at(0, 8) }] },
  ],
  'disagreements.reopen': ({ ground }) => [{ place: { document: ground.blind, ...at(21, 27) } }],
  'agreed.read': () => [{}],
  'agreed.start': ({ ground }) => [{}, { documents: [ground.open] }, { round: ground.round }],
};

const measurements = ({ ground }: Side) => [
  { draws: 0 },
  { draws: 0, codes: [ground.claim] },
  { draws: 0, variables: [ground.topic] },
  { draws: 0, documents: [ground.blind] },
  { draws: 0, round: ground.round, agreed: true },
];

const rest: Omit<Inputs, keyof typeof reading | keyof typeof codebook | keyof typeof work> = {
  'backups.list': () => [{ project: null }, { project: null, check: true }],
  'backups.look': ({ file }) => [{ project: null, backup: file('old.galley', 'no project') }],
  'backups.restore': ({ file }) => [{ project: null, backup: file('old.galley', 'no project') }],
  'backups.restoreAs': ({ file }) => [{ project: null, backup: file('old.galley', 'no project'), out: null }],
  'coders.list': () => [{}],
  'coders.add': () => [{ name: 'Eva' }, { name: 'Agreed version' }],
  'coders.identify': () => [{ name: 'Ada' }],
  'history.state': () => [{}],
  'history.list': () => [page, { offset: 3, limit: 4 }],
  'history.undo': () => [{}, {}, {}, { whose: 'anybody' }],
  'history.redo': () => [{}, { whose: 'anybody' }],
  'settings.read': () => [{}],
  'settings.write': () => [{ layout: { drawerOpen: true } }],
  'tasks.list': () => [{}],
  'tasks.cancel': () => [{ task: 'task-1' }, { task: 'task-999' }],
  'program.notices': () => [{}],
  'recipes.list': () => [{}],
  'recipes.save': () => [{ name: 'Another', formats: ['csv'] }],
  'recipes.rename': ({ ground }) => [{ recipe: ground.recipe, name: 'Renamed' }],
  'recipes.remove': ({ ground }) => [{ recipe: ground.recipe }],
  'rounds.list': () => [{}],
  'rounds.create': ({ ground }) => [
    { name: 'Third', kind: 'main', mode: 'open', documents: [ground.blind], coders: [ground.ben] },
  ],
  'rounds.update': ({ ground }) => [{ round: ground.training, name: 'Renamed' }],
  'rounds.assign': ({ ground }) => [{ round: ground.training, documents: [ground.blind], coders: [ground.ben] }],
  'rounds.unassign': ({ ground }) => [{ round: ground.training }],
  'rounds.remove': ({ ground }) => [{ round: ground.training }],
  'imports.start': ({ file }) => [{ files: [file('new.txt', 'A new text.\n')] }],
  'exports.run': ({ ground, folder }) => [
    {
      folder: folder(),
      formats: ['csv', 'tsv', 'xlsx', 'jsonl', 'sav', 'dta', 'parquet', 'dictionary', 'r', 'python'],
    },
    { folder: folder(), formats: ['web-annotation', 'brat', 'webanno', 'spacy', 'semeval', 'html', 'docx'] },
    ...everyUnit.map((unit) => ({
      folder: folder(),
      formats: ['csv' as const],
      table: { unit, coders: unit === 'coding' || unit === 'statement' ? ('rows' as const) : ('pooled' as const) },
    })),
    {
      folder: folder(),
      formats: ['csv'],
      table: { unit: 'document', coders: 'rows', filters: { coders: [ground.ben] } },
    },
    { folder: folder(), formats: ['csv'], table: { unit: 'document', coders: 'agreed' } },
  ],
  'exports.place': () => [{}],
  'exports.preview': () => [{ table: null }, { table: { unit: 'document', coders: 'pooled' } }],
  'search.text': ({ ground }) => [
    { query: 'secret' },
    { query: 'mayor', limit: 1, count: false },
    { query: 'mayor', after: { document: ground.blind, text: 1, at: 1 } },
  ],
  'packages.write': ({ folder }) => [{ folder: folder(), name: 'p.zip' }],
  'packages.inspect': ({ file }) => [{ package: file('p.zip', 'no package') }],
  'packages.attach': ({ file }) => [{ package: file('p.zip', 'no'), files: [file('a.txt', 'A text.\n')] }],
  'reliability.run': measurements,
  'reliability.export': (side) =>
    measurements(side)
      .map((choice) => ({ ...choice, folder: side.folder(), files: ['csv'] as const }))
      .map((one) => ({
        ...one,
        files: [...one.files],
      })),
  'reliability.picture': ({ folder }) => [{ folder: folder(), png: '' }],
  'reliability.confusion': ({ ground }) => [{}, { variable: ground.topic }],
  'reliability.cell': ({ ground }) => [{ row: ground.claim, column: 'nothing' }],
};

/** For every method of the contract, what a blind coder may call it with. */
export const inputs: Inputs = { ...reading, ...codebook, ...work, ...rest };
