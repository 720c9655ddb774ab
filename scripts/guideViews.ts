/** What the user guide lets other programs print of the sample project's exports. Each runs in the folder of the exports. */

export type View = {
  /** The mark in the guide. */
  name: string;
  program: string;
  words: string[];
  /** What the program reads from its standard input. */
  input?: string;
};

const python = '/usr/bin/python3';

const r = `d <- haven::read_dta("codings.dta")
options(width = 100)
print(table(code = as.character(d$code), coder = as.character(d$coder)))`;

const tsv = `d <- read.delim("codings.tsv", encoding = "UTF-8")
d$characters <- d$end - d$start
print(aggregate(characters ~ code, d, median), row.names = FALSE)`;

const pandas = `import pandas as pd
pd.set_option('display.width', 100)
codings = pd.read_csv('codings.csv')
print(codings.groupby(['code', 'coder']).size().unstack(fill_value=0))`;

const jsonLines = `import json
from collections import Counter
codings = [json.loads(line) for line in open('codings.jsonl', encoding='utf-8')]
for outlet, count in sorted(Counter(coding['site'] for coding in codings).items()):
    print(f'{count:4} {outlet}')`;

/** A program that prints what DuckDB answers, numbers first. */
function duckdb(sql: string): string {
  return `const { DuckDBInstance } = require('@duckdb/node-api');
void (async () => {
  const connection = await (await DuckDBInstance.create()).connect();
  const reader = await connection.runAndReadAll(${JSON.stringify(sql)});
  const [text, ...numbers] = reader.columnNames();
  console.log([...numbers, text].join('  '));
  for (const [word, ...values] of reader.getRowsJS()) {
    console.log([...values.map((value, at) => String(value).padStart(numbers[at].length)), word].join('  '));
  }
})();`;
}

const oneFile = `SELECT code, count(*) AS codings, count(DISTINCT document) AS articles
FROM 'codings.parquet' GROUP BY code ORDER BY codings DESC, code`;

const folders = `SELECT site, count(*) AS codings, count(DISTINCT document) AS articles
FROM read_parquet('../by-outlet/codings.parquet/**/*.parquet', hive_partitioning = true) GROUP BY site ORDER BY site`;

const webAnnotation = `import glob, json
for path in sorted(glob.glob('web-annotation/*.jsonld')):
    for item in json.load(open(path, encoding='utf-8'))['first']['items']:
        if item['motivation'] == 'tagging':
            position, quote = item['target']['selector']
            print(json.dumps({'body': item['body'][0], 'selector': [position, quote]}, indent=2, ensure_ascii=False))
            raise SystemExit`;

const brat = `import glob
print(''.join(open(sorted(glob.glob('brat/Dockers*.ann'))[0], encoding='utf-8').readlines()[:8]), end='')`;

/** Token, words, code and coder of the first coded tokens: the other cells are answers, ids and memos. */
const webanno = `import glob
lines = open(sorted(glob.glob('webanno/Dockers*'))[0], encoding='utf-8').read().split('\\n')
print('\\n'.join(lines[:2]))
rows = [line.split('\\t') for line in lines if line[:1].isdigit()]
for row in [row for row in rows if row[4] != '_'][:6]:
    print('\\t'.join([*row[:3], row[4], row[5]]))`;

const spacy = `import json
first = json.loads(open('spacy/corpus.jsonl', encoding='utf-8').readline())
for coder, spans in first['spans'].items():
    for span in spans[:3]:
        words = first['text'][span['start']:span['end']]
        print(f"{coder}  {span['start']}-{span['end']}  {span['label']}  {words[:40]}…")`;

const semeval = `import glob
path = sorted(glob.glob('semeval/labels-task2-technique-classification/*'))[0]
print(path)
print(''.join(open(path, encoding='utf-8').readlines()[:5]), end='')`;

export const views: readonly View[] = [
  {
    name: 'PSPP',
    program: 'pspp',
    words: ['-'],
    input: "SET WIDTH=100.\nGET FILE='codings.sav'.\nFREQUENCIES VARIABLES=code /FORMAT=DFREQ /STATISTICS=NONE.\n",
  },
  { name: 'R script', program: 'Rscript', words: ['codings.R'] },
  { name: 'R', program: 'Rscript', words: ['-e', r] },
  { name: 'TSV', program: 'Rscript', words: ['-e', tsv] },
  { name: 'Python script', program: python, words: ['codings.py'] },
  { name: 'pandas', program: python, words: ['-c', pandas] },
  { name: 'JSON Lines', program: python, words: ['-c', jsonLines] },
  { name: 'DuckDB', program: process.execPath, words: ['--input-type=commonjs', '-e', duckdb(oneFile)] },
  { name: 'DuckDB folders', program: process.execPath, words: ['--input-type=commonjs', '-e', duckdb(folders)] },
  { name: 'brat', program: python, words: ['-c', brat] },
  { name: 'WebAnno', program: python, words: ['-c', webanno] },
  { name: 'spaCy', program: python, words: ['-c', spacy] },
  { name: 'SemEval', program: python, words: ['-c', semeval] },
  { name: 'W3C', program: python, words: ['-c', webAnnotation] },
  { name: 'Galley', program: 'cat', words: ['../re-attached.txt'] },
];
