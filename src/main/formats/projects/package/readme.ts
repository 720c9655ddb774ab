import { takenOut } from './leaks.ts';
import { packageVersion } from './manifest.ts';
import type { Manifest } from './manifest.ts';

const freeTextWords = {
  clean: `Memos, examples, definitions and answers in words: where they repeat more than the longest quotation (and more than
20 characters) of an article, “${takenOut}” stands instead. Names, paths and bibliographic facts (title, byline, date,
outlet, section, address, language) are as they were.`,
  keep: 'Memos, examples, definitions and answers in words are as they were written: they may repeat words of the articles.',
  drop: `Memos, reasons, examples and answers in words were left out; definitions were cleaned of words of the articles.`,
} as const;

/** What a person reads first who opens a package. */
export function packageReadme({ program, project, quote, freeText, files }: Manifest): string {
  const list = files.map(({ name, records }) => `  ${name}: ${records}`).join('\n');
  const quotes =
    quote === 0 ? 'It holds no quotations.' : `Each coding has at most the first ${quote} characters of its passage.`;
  return `${project.name}: codings without the texts
Written by ${program}. Package format ${packageVersion}.

This package holds what was coded, and not the articles: their texts and files are left out, because others have rights
in them. ${quotes}
${freeTextWords[freeText]}

To use it with the articles, get the same files and run
  galley re-attach THIS.zip FOLDER_OR_FILES P.galley
or choose “Re-attach a package…” in Galley. Texts are known by their SHA-256.

Files
Every .jsonl file has one record a line, in JSON and UTF-8. Ids are UUIDs. Moments are milliseconds since 1970-01-01 UTC.
Places are half-open [start, end) and count Unicode code points of the text that Galley made of the file (LF line ends, no
byte order mark). The number after each name is its number of records.
${list}
  codebook.json: the codebook, to read, or to import by itself

documents.jsonl    text_sha256: of the text in UTF-8; original_sha256: of the file; characters: length in code points
codings.jsonl      quote: the passage or its beginning, null for none; cut: whether it goes on; quote_hash: the first 16
                   bytes of the SHA-256 of the whole passage in UTF-8; version: number of the codebook version;
                   stands: how often the passage stands in the text (1000: or more); which: which of them it is;
                   before, after: the first 4 bytes of the SHA-256 of “before” or “after”, the text_sha256 and the
                   passage with the code points before or after it, as many as reach says, parted by blanks; where
                   the text ends sooner, of “start” or “end” and both sides; null where that says nothing
answers.jsonl      annotation null: about the whole article; coder null: an article fact; state: given, absent or
                   not-applicable; value: a number, several numbers as a JSON list, a date, text, or an entity's id
statuses.jsonl     how far a coder is with an article; no record: to do
versions.jsonl     published versions of the codebook, whole; places in them count UTF-16 units
Earlier versions of corrected texts, and what was said about disagreements, are not in it.
Hashes of very short passages can be guessed by trying words; those of what stands around hold 32 characters or more. Many overlapping quotations may together say more than one.
`;
}
