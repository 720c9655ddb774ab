import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { galley } from './commandLine.ts';
import { fullTexts, longName } from './fullTexts.ts';
import { answerAs, codeAs, documentsOf, sampleNames } from './reliabilityProject.ts';
import type { Given, Study } from './reliabilityProject.ts';

const articles = resolve(import.meta.dirname, '..', '..', 'resources', 'sample', 'articles');

export const longCode =
  'Attribution of responsibility to persons, firms or institutions outside of the region concerned';
export const longCoder = 'Maximiliane von Hohenstein-Wittgenstein';

type Ids = Readonly<Record<string, string>>;
type Made = { id: string };

const choice = (value: number, label: string, missing = false) => ({ value, label, missing });

/** Codes by the name that scripts call them by. */
function makeCodes({ call }: Study): Ids {
  const make = (name: string, parent: string | null, more: object = {}): string =>
    (call('codes.create', { name, parent, ...more }) as Made).id; // its answer
  const frames = make('Frames', null);
  const conflict = make('Conflict', frames, {
    definition: 'Disagreement between persons, groups, institutions or countries is what the passage is about.',
    include: 'Reproaches, opposed demands, winners and losers.',
    exclude: 'A dispute that is only named.',
  });
  const economy = make('Economic consequences', frames);
  const blame = make(longCode, frames, { pattern: 'striped' });
  const sources = make('Sources', null);
  const union = make('Union, quoted', sources);
  const worker = make('Crane driver', union);
  const night = make('On the night shift', worker);
  make('At the northern quay, after midnight', night);
  const arabic = make('إطار الصراع بين النقابة والإدارة', null);
  const japanese = make('経済的影響フレーム', null, { pattern: 'striped' });
  const claim = make('Claim', null);
  const old = make('Loaded language (first draft)', null);
  call('codes.update', { code: old, archived: true });
  const set = (call('exclusiveSets.create', { name: 'One frame a passage', rule: 'warn' }) as Made).id; // its answer
  [conflict, economy, blame, claim].forEach((code, at) => call('codes.update', { code, key: String(at + 1) }));
  [conflict, economy].forEach((code) => call('codes.update', { code, exclusiveSet: set }));
  call('examples.create', {
    code: conflict,
    quote: 'The company called the walkout reckless; the union called the offer an insult.',
  });
  return { frames, conflict, economy, blame, union, worker, arabic, japanese, claim };
}

/** One question of every level, under headings, some with long words. */
function makeQuestions({ call }: Study, codes: Ids): Ids {
  const ask = (name: string, fields: object): string =>
    (call('variables.create', { scope: 'document', name, ...fields }) as Made).id; // its answer
  const topic = ask('topic', {
    label: 'What is the article about?',
    help: 'The subject of most of its paragraphs. Where two subjects have equal room, the one that the headline names.',
    level: 'nominal',
    required: true,
    choices: [
      choice(1, 'The dispute itself'),
      choice(2, 'Its consequences'),
      choice(3, 'The people concerned'),
      choice(99, 'Cannot tell', true),
    ],
  });
  const tone = ask('tone', {
    label: 'How does it speak of the strike?',
    level: 'ordinal',
    required: true,
    choices: [
      choice(-2, 'Against'),
      choice(-1, 'Rather against'),
      choice(0, 'Neither'),
      choice(1, 'Rather for'),
      choice(2, 'For'),
    ],
    showIf: { match: 'all', tests: [{ variable: topic, is: 'equal', value: 1 }] },
  });
  const yesNo = [choice(0, 'No'), choice(1, 'Yes')];
  ask('Headline / Conflict named', {
    label: 'Is the conflict named in the headline?',
    level: 'nominal',
    choices: yesNo,
    required: false,
  });
  ask('Headline / Who pays', {
    label:
      'Does the headline, or the subheading directly below it, tell the reader which of the parties is going to pay for what was agreed?',
    level: 'nominal',
    choices: [
      choice(1, 'Yes, and it names the party with its full name or an unmistakable abbreviation'),
      choice(2, 'Yes, without a name'),
      choice(3, 'No'),
    ],
  });
  ask('frames', {
    label: 'Which frames occur?',
    level: 'multiple',
    choices: [
      choice(1, 'Conflict'),
      choice(2, 'Economic consequences'),
      choice(3, 'Human interest'),
      choice(98, 'None fits', true),
    ],
  });
  ask('sources', {
    label: 'How many sources are quoted?',
    level: 'ratio',
    minimum: 0,
    maximum: 50,
    choices: [choice(999, 'Not countable', true)],
  });
  ask('temperature', { label: 'How heated is the language (−5 to 5)?', level: 'interval', minimum: -5, maximum: 5 });
  ask('event_day', { label: 'On which day did it happen?', level: 'date' });
  ask('Actors / first', { label: 'Who speaks first?', level: 'entity', entityList: 'Actors' });
  ask('القضية', {
    label: 'ما هي القضية الرئيسية في المقال؟',
    level: 'nominal',
    choices: [choice(1, 'الأجور'), choice(2, 'ساعات العمل'), choice(3, 'غير ذلك')],
  });
  ask('論調', {
    label: 'ストライキへの論調は？',
    level: 'nominal',
    choices: [choice(1, '批判的'), choice(2, '中立'), choice(3, '好意的')],
  });
  ask('remark', { label: 'Remarks', level: 'text' });
  const stance = (
    call('variables.create', {
      scope: 'passage',
      code: codes['claim'],
      name: 'stance',
      label: 'Is it for or against?',
      level: 'nominal',
      required: false,
      choices: [choice(1, 'For'), choice(2, 'Against')],
    }) as Made
  ).id; // its answer
  call('variables.create', {
    scope: 'passage',
    code: codes['claim'],
    name: 'concept',
    label: 'What is claimed?',
    level: 'text',
  });
  for (const name of ['Dockers’ union', 'Port Vellin Terminals Ltd.', 'نقابة عمال الميناء', '港湾労働組合']) {
    call('entities.create', { list: 'Actors', name });
  }
  return { topic, tone, stance };
}

const path = {
  conflict: 'Frames / Conflict',
  economy: 'Frames / Economic consequences',
  blame: `Frames / ${longCode}`,
  union: 'Sources / Union, quoted',
};

/** What a coder marks in the sample's articles; the second and third differ from the first here and there. */
function marked(shift: number): Given[] {
  return sampleNames.flatMap((document, at) => [
    { document, start: 60, end: 180 + shift, code: path.conflict },
    { document, start: 120 + shift, end: 320, code: (at + shift) % 3 === 0 ? path.economy : path.blame },
    { document, start: 150, end: 210, code: 'Claim' },
    { document, start: 400 + shift, end: 520, code: at % 2 === 0 ? path.union : 'إطار الصراع بين النقابة والإدارة' },
    { document, start: 700, end: 820 + 2 * shift, code: '経済的影響フレーム' },
    ...(shift > 0 && at % 2 === 0 ? [{ document, start: 1000, end: 1100, code: path.economy }] : []),
  ]);
}

function makeCodings(study: Study): void {
  const dense = Array.from({ length: 40 }, (_, at) => ({
    document: 'forty-codes',
    start: 30 + 3 * at,
    end: 400 + 9 * at,
    code: `Dense / Code number ${String(at + 1)}`,
  }));
  const many = Array.from({ length: 200 }, (_, at) => ({
    document: 'long-report',
    start: 20 + 85 * at,
    end: 60 + 85 * at,
    code: [path.conflict, path.economy, 'Claim'][at % 3] ?? 'Claim',
  }));
  const japanese = [
    { document: '港湾ストライキ終結', start: 22, end: 60, code: '経済的影響フレーム' },
    { document: '港湾ストライキ終結', start: 40, end: 90, code: path.conflict },
    { document: 'ميناء الشمال يستأنف العمل', start: 10, end: 60, code: path.blame },
    { document: 'ميناء الشمال يستأنف العمل', start: 240, end: 300, code: 'إطار الصراع بين النقابة والإدارة' },
  ];
  codeAs(study, 'Ada Berg', [...marked(0), ...dense, ...many, ...japanese]);
  codeAs(study, 'Ben Carter', marked(7));
  codeAs(study, longCoder, marked(12));
}

function makeAnswers(study: Study): void {
  const values = {
    'Ada Berg': [1, 1, 2, 1, 3, 1, 2, 1],
    'Ben Carter': [1, 2, 2, 1, 3, 1, 1, 1],
    [longCoder]: [1, 1, 2, 1, 99, 2, 2, 1],
  };
  for (const [coder, given] of Object.entries(values)) {
    answerAs(
      study,
      coder,
      sampleNames.map((document, at) => ({ document, variable: 'topic', value: String(given[at]) })),
    );
    answerAs(
      study,
      coder,
      sampleNames.map((document, at) => ({
        document,
        variable: 'sources',
        value: String(((given[at] ?? 0) * 3 + at) % 7),
      })),
    );
  }
}

function makeDesk({ home, file, call }: Study, ids: Ids, codes: Ids): void {
  const as = (coder: string, method: string, input: object): unknown =>
    galley(home, 'call', file, method, JSON.stringify(input), '--coder', coder);
  const coders = (call('coders.list', {}) as Made[]).map(({ id }) => id); // its answer
  const documents = sampleNames.map((name) => ids[name]);
  const rounds = [
    { name: 'Training', kind: 'training', mode: 'open', documents: documents.slice(0, 2), coders },
    {
      name: 'Reliability test in spring, second attempt after the change of the rules for frames',
      kind: 'reliability',
      mode: 'open',
      documents,
      coders,
    },
    { name: 'Main study', kind: 'main', mode: 'open', documents: [], coders: [] },
  ];
  for (const round of rounds) call('rounds.create', round);
  documents.forEach((document, at) => {
    call('documents.setFact', {
      document,
      variable: 'site',
      value: at < 4 ? 'Harbour Echo' : 'The Coast Wire and Evening Advertiser, northern edition',
    });
    call('documents.setFact', { document, variable: 'date', value: `2024-03-1${String(at)}` });
  });
  call('documents.rename', { document: ids['long-name'], name: longName });
  as('Ada Berg', 'versions.publish', { note: 'Agreed after the training round.' });
  call('codes.update', {
    code: codes['conflict'],
    include: 'Reproaches, opposed demands, winners and losers, threats.',
  });
  as('Ada Berg', 'codes.update', { code: codes['economy'], definition: 'What the dispute costs, or brings, whom.' });
  as('Ada Berg', 'versions.publish', {
    note: 'Threats count as conflict. Economic consequences have a definition at last, and the rule for headlines has been written down so that nobody has to ask again.',
  });
  const statuses = ['working', 'to-do', 'done', 'set-aside', 'done', 'to-do', 'done'];
  for (const [at, status] of statuses.entries()) {
    const reason = status === 'set-aside' ? 'A duplicate of the first article, word for word.' : '';
    if (status !== 'to-do') as('Ada Berg', 'progress.set', { document: documents[at], status, reason });
  }
  const finished = { 'Ben Carter': [2, 4], [longCoder]: [2, 4, 6] };
  for (const [coder, places] of Object.entries(finished)) {
    for (const at of places) as(coder, 'progress.set', { document: documents[at], status: 'done' });
  }
  const [first, second] = documents;
  as('Ada Berg', 'disagreements.mark', { place: { document: first, start: 120, end: 320 }, mark: 'unclear-rule' });
  as('Ada Berg', 'disagreements.discuss', {
    place: { document: first, start: 120, end: 320 },
    memo: 'Who is responsible: the firm, or the state that owns it?',
  });
  as('Ada Berg', 'disagreements.mark', { place: { document: second, start: 400, end: 520 }, mark: 'slip' });
}

/** Makes a project that holds a little of everything, with names that are hard to show. */
export function makeFullProject(folder: string, file: string): void {
  const home = join(folder, 'command-line');
  const source = join(folder, 'articles');
  mkdirSync(home, { recursive: true });
  mkdirSync(source, { recursive: true });
  for (const [name, text] of Object.entries(fullTexts)) writeFileSync(join(source, `${name}.txt`), text);
  galley(home, 'new', file);
  const samples = sampleNames.map((name) => join(articles, `${name}.txt`));
  galley(home, 'import', file, ...samples, ...Object.keys(fullTexts).map((name) => join(source, `${name}.txt`)));
  const study = {
    home,
    file,
    call: (method: string, input: object) => galley(home, 'call', file, method, JSON.stringify(input)),
  };
  const codes = makeCodes(study);
  makeQuestions(study, codes);
  makeCodings(study);
  makeAnswers(study);
  makeDesk(study, documentsOf(study), codes);
}
