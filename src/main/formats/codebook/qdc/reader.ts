import { codeNameSchema, nameSchema } from '../../../../shared/model/records.ts';
import { exclusiveSetSchema } from '../../../../shared/model/codebook.ts';
import type { CodebookEntry, CodebookFile, SetEntry } from '../entry.ts';
import { EntryFault, FaultList } from '../faults.ts';
import type { Placed } from '../faults.ts';
import { nearestHue } from '../hues.ts';
import { checkTogether } from '../together.ts';
import { optional, readText } from '../values.ts';
import { decodeXml } from './decode.ts';
import { readDescription } from './description.ts';
import { readTree } from './tree.ts';
import type { Element } from './tree.ts';
import { exclusiveMark } from './writer.ts';

type CodesByGuid = Map<string, Placed<CodebookEntry>>;

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
  for (const element of childrenOf(root, ['Codes', 'Sets'], faults)) {
    if (element.name !== 'Codes') continue;
    for (const code of childrenOf(element, ['Code'], faults)) readCode(code, [], { codes, guids, faults });
  }
  const sets: Placed<SetEntry>[] = [];
  for (const element of root.children.filter(({ name }) => name === 'Sets')) {
    for (const set of childrenOf(element, ['Set'], faults)) readSet(set, { guids, sets, faults });
  }
  return checkTogether({ codes, sets, variables: [] }, faults);
}

/** The children of the names; others are faults, except a reference to a note, which a codebook cannot hold. */
function childrenOf(element: Element, names: readonly string[], faults: FaultList): Element[] {
  for (const child of element.children) {
    if (!names.includes(child.name) && child.name !== 'NoteRef')
      faults.add(`line ${child.line}`, `<${child.name}> has no place in <${element.name}>, and would be lost`);
  }
  return element.children.filter(({ name }) => names.includes(name));
}

function readCode(
  element: Element,
  above: readonly string[],
  into: { codes: Placed<CodebookEntry>[]; guids: CodesByGuid; faults: FaultList },
): void {
  const place = `line ${element.line}`;
  const children = childrenOf(element, ['Description', 'Code'], into.faults);
  const entry = into.faults.collect(place, (): CodebookEntry => {
    const name = codeNameSchema.safeParse(element.attributes.get('name') ?? '');
    if (!name.success) throw new EntryFault(name.error.issues[0]?.message ?? 'not a code name');
    const description = children.filter((child) => child.name === 'Description').map(({ text }) => text);
    const { examples, ...texts } = readDescription(readText('description', description.join('\n')));
    const color = element.attributes.get('color')?.trim() ?? '';
    return {
      path: [...above, name.data],
      ...texts,
      examples: examples.map((quote) => ({ quote, anchor: null })),
      ...(color === '' ? {} : optional('hue', nearestHue(color) ?? undefined)),
    };
  });
  if (entry) into.codes.push({ place, entry });
  into.faults.collect(place, () => {
    const guid = guidOf(element);
    const other = into.guids.get(guid);
    if (other) throw new EntryFault(`the GUID ${guid} stands already in ${other.place}`);
    if (entry) into.guids.set(guid, { place, entry });
  });
  // Codes under one at fault are still looked at, so that all faults are told at once.
  const path = entry?.path ?? [...above, element.attributes.get('name') ?? ''];
  for (const child of children) if (child.name === 'Code') readCode(child, path, into);
}

function readSet(element: Element, into: { guids: CodesByGuid; sets: Placed<SetEntry>[]; faults: FaultList }): void {
  const place = `line ${element.line}`;
  const children = childrenOf(element, ['Description', 'MemberCode'], into.faults);
  const description = children
    .filter(({ name }) => name === 'Description')
    .map(({ text }) => text.trim())
    .join('\n');
  const name = into.faults.collect(place, () => {
    const read = nameSchema.safeParse(element.attributes.get('name') ?? '');
    if (!read.success) throw new EntryFault(read.error.issues[0]?.message ?? 'not a name');
    return read.data;
  });
  if (name === undefined) return;
  const rule = exclusiveSetSchema.shape.rule.options.find((word) => description === `${exclusiveMark}${word}`);
  if (rule) into.sets.push({ place, entry: { name, rule } });
  const group = `Set: ${name}${description === '' ? '' : ` — ${description.replace(/\s+/gu, ' ')}`}`;
  for (const member of children.filter((child) => child.name === 'MemberCode')) {
    into.faults.collect(`line ${member.line}`, () => {
      const guid = guidOf(member);
      const code = into.guids.get(guid);
      if (!code) throw new EntryFault(`the set “${name}” names the code ${guid}, which is missing`);
      if (rule) putIntoSet(code.entry, name);
      else code.entry.definition = [code.entry.definition ?? '', group].filter((text) => text !== '').join('\n\n');
    });
  }
}

function putIntoSet(code: CodebookEntry, name: string): void {
  if (code.exclusiveSet !== undefined)
    throw new EntryFault(
      `“${code.path.at(-1) ?? ''}” is in the set “${code.exclusiveSet ?? ''}” already; a code has one`,
    );
  code.exclusiveSet = name;
}

function guidOf(element: Element): string {
  const written = element.attributes.get('guid') ?? '';
  const guid = guidPattern.exec(written.trim())?.[1]?.toLowerCase();
  if (guid === undefined) throw new EntryFault(`“${written}” is not a GUID`);
  return guid;
}
