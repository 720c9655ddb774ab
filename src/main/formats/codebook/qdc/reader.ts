import { codebookFilesWords } from '#words/core/codebookFiles.ts';
import { depthFault } from '../../../../shared/model/codeTree.ts';
import { exclusiveSetSchema } from '../../../../shared/model/codebook.ts';
import { codeNameSchema, nameSchema } from '../../../../shared/model/records.ts';
import { foldName } from '../../../../shared/text/folding.ts';
import { said, say } from '../../../../shared/words/message.ts';
import type { Message } from '../../../../shared/words/message.ts';
import { checkAcrossEntries } from '../checkAcrossEntries.ts';
import { joinPath } from '../entry.ts';
import type { CodebookEntry, CodebookFile, SetEntry } from '../entry.ts';
import { EntryFault, FaultList, schemaFault } from '../faults.ts';
import type { Placed } from '../entry.ts';
import { nearestHue } from '../hues.ts';
import { looseColor } from '../looseColor.ts';
import { optional, readText } from '../values.ts';
import { decodeXml } from './decode.ts';
import { readDescription } from './description.ts';
import { readTree } from './tree.ts';
import type { Element } from './tree.ts';
import { exclusiveMark } from './writer.ts';

type CodesByGuid = Map<string, Placed<CodebookEntry>>;

/** What is read of the codes, and what of the file was taken in another way than it is written. */
type Read = {
  codes: Placed<CodebookEntry>[];
  guids: CodesByGuid;
  faults: FaultList;
  changes: string[];
  /** Names that codes have by the path above them, folded. */
  taken: Map<string, Set<string>>;
  /** Galley writes codes that only hold others as not for coding. */
  isOurs: boolean;
};

const guidPattern = /^\{?([\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12})\}?$/iu;

/**
 * Reads a REFI-QDA codebook (Codebook.xsd), of this program or another. Sets that Galley wrote come back as sets of
 * mutually exclusive codes. Those of other programs only group codes; a line `Set: NAME — DESCRIPTION` in the definition
 * of each member keeps them. Throws AppError `file-damaged`, with the line of each fault.
 */
export function readQdc(bytes: Uint8Array): CodebookFile {
  const root = readTree(decodeXml(bytes));
  const faults = new FaultList();
  const codes: Placed<CodebookEntry>[] = [];
  const guids: CodesByGuid = new Map();
  const changes: string[] = [];
  const isOurs = root.attributes.get('origin') === 'Galley';
  const into: Read = { codes, guids, faults, changes, taken: new Map(), isOurs };
  for (const element of childrenOf(root, ['Codes', 'Sets'], faults)) {
    if (element.name !== 'Codes') continue;
    for (const code of childrenOf(element, ['Code'], faults)) readCode(code, [], into);
  }
  const sets: Placed<SetEntry>[] = [];
  for (const element of root.children.filter(({ name }) => name === 'Sets')) {
    for (const set of childrenOf(element, ['Set'], faults)) readSet(set, { guids, sets, faults, changes });
  }
  const file = checkAcrossEntries({ codes, sets, variables: [] }, faults);
  return changes.length === 0 ? file : { ...file, changes };
}

/** The children of the names; others are faults, except a reference to a note, which a codebook cannot hold. */
function childrenOf(element: Element, names: readonly string[], faults: FaultList): Element[] {
  for (const child of element.children) {
    if (!names.includes(child.name) && child.name !== 'NoteRef')
      faults.add(placeOf(child), said('codebookFiles.elementMisplaced', { element: child.name, within: element.name }));
  }
  return element.children.filter(({ name }) => names.includes(name));
}

function placeOf({ line }: Element): Message {
  return said('codebookFiles.line', { line });
}

/** A line of what was taken in another way than it is written. */
function change(element: Element, reason: Message): string {
  return say(said('codebookFiles.at', { place: placeOf(element), reason }));
}

function readCode(element: Element, above: readonly string[], into: Read): void {
  const place = placeOf(element);
  const children = childrenOf(element, ['Description', 'Code'], into.faults);
  const entry = into.faults.collect(place, (): CodebookEntry => {
    const name = nameOf(element, above, into);
    const fault = depthFault([...above, name]);
    if (fault !== null) throw new EntryFault(fault);
    const description = children.filter((child) => child.name === 'Description').map(({ text }) => text);
    const { examples, ...texts } = readDescription(readText('description', description.join('\n')));
    return {
      path: [...above, name],
      ...texts,
      examples: examples.map((quote) => ({ quote, anchor: null })),
      ...optional('hue', hueOf(element, into)),
    };
  });
  if (entry) into.codes.push({ place, entry });
  into.faults.collect(place, () => {
    const guid = guidOf(element);
    if (!guidPattern.test(guid)) into.changes.push(change(element, guidFault(guid)));
    if (guid === '') return;
    const other = into.guids.get(guid);
    if (other) throw new EntryFault(said('codebookFiles.guidTwice', { guid, place: other.place }));
    if (entry) into.guids.set(guid, { place, entry });
  });
  // Codes under one at fault are still looked at, so that all faults are told at once.
  const path = entry?.path ?? [...above, element.attributes.get('name') ?? ''];
  for (const child of children) if (child.name === 'Code') readCode(child, path, into);
}

function readSet(
  element: Element,
  into: Pick<Read, 'guids' | 'faults' | 'changes'> & { sets: Placed<SetEntry>[] },
): void {
  const place = placeOf(element);
  const children = childrenOf(element, ['Description', 'MemberCode'], into.faults);
  const description = children
    .filter(({ name }) => name === 'Description')
    .map(({ text }) => text.trim())
    .join('\n');
  const name = into.faults.collect(place, () => {
    const read = nameSchema.safeParse(element.attributes.get('name') ?? '');
    if (!read.success) throw schemaFault(read.error);
    return read.data;
  });
  if (name === undefined) return;
  const rule = exclusiveSetSchema.shape.rule.options.find((word) => description === `${exclusiveMark}${word}`);
  if (rule) into.sets.push({ place, entry: { name, rule } });
  const group = codebookFilesWords.group({ name, description: description.replace(/\s+/gu, ' ') });
  for (const member of children.filter((child) => child.name === 'MemberCode')) {
    into.faults.collect(placeOf(member), () => {
      const guid = guidOf(member);
      const code = into.guids.get(guid);
      if (!code) {
        into.changes.push(change(member, said('codebookFiles.memberMissing', { set: name, guid })));
        return;
      }
      if (rule) putIntoSet(code.entry, name);
      else code.entry.definition = [code.entry.definition ?? '', group].filter((text) => text !== '').join('\n\n');
    });
  }
}

function putIntoSet(code: CodebookEntry, name: string): void {
  if (code.exclusiveSet !== undefined)
    throw new EntryFault(
      said('codebookFiles.inOtherSet', { code: code.path.at(-1) ?? '', set: code.exclusiveSet ?? '' }),
    );
  code.exclusiveSet = name;
}

/** The GUID of an element without braces and in small letters, or what stands in its place. */
function guidOf(element: Element): string {
  const written = (element.attributes.get('guid') ?? '').trim();
  return guidPattern.exec(written)?.[1]?.toLowerCase() ?? written;
}

function guidFault(guid: string): Message {
  return guid === '' ? said('codebookFiles.noGuid') : said('codebookFiles.notAGuid', { guid });
}

/** A code's name without what a path cannot hold, and numbered where another beside it looks the same. */
function nameOf(element: Element, above: readonly string[], into: Read): string {
  const written = element.attributes.get('name') ?? '';
  const plain = written.replace(/\s+\/\s+/gu, '/').replace(/^\/\s|\s\/$/gu, '');
  const name = codeNameSchema.safeParse(plain);
  if (!name.success) throw schemaFault(name.error);
  if (plain !== written)
    into.changes.push(change(element, said('codebookFiles.calledWithoutSeparator', { written, name: name.data })));
  const key = joinPath(above);
  const beside = into.taken.get(key) ?? new Set<string>();
  into.taken.set(key, beside);
  let own = name.data;
  for (let number = 2; beside.has(foldName(own)); number++) own = `${name.data} (${number})`;
  beside.add(foldName(own));
  if (own !== name.data)
    into.changes.push(change(element, said('codebookFiles.calledOtherwise', { name: name.data, own })));
  if (!into.isOurs && /^(?:false|0)$/u.test(element.attributes.get('isCodable') ?? ''))
    into.changes.push(change(element, said('codebookFiles.wasNotForCoding', { name: own })));
  return own;
}

function hueOf(element: Element, into: Read): number | undefined {
  const written = element.attributes.get('color')?.trim() ?? '';
  if (written === '') return undefined;
  const color = looseColor(written);
  if (color === null) into.changes.push(change(element, said('codebookFiles.colorUnknown', { color: written })));
  else if (color !== written.toLowerCase())
    into.changes.push(change(element, said('codebookFiles.colorReadAs', { written, color })));
  return color === null ? undefined : (nearestHue(color) ?? undefined);
}
