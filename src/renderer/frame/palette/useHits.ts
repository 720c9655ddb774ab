import { useMemo, useState } from 'react';
import { actionSynonyms } from '#words/synonyms.ts';
import { paletteAnswers, paletteStrings as say } from '#words/window/palette.ts';
import type { Action, ActionId } from '../../../shared/actions.ts';
import type { DocumentRow } from '../../../shared/api/documents.ts';
import { buildCodeTree } from '../../../shared/model/codeTree.ts';
import { foldText } from '../../../shared/text/folding.ts';
import { canCode } from '../../actions/conditions.ts';
import { labelOf, paletteActions } from '../../actions/registry.ts';
import { keysOf } from '../../actions/shownKeys.ts';
import { indexCodes, rankCodes } from '../../parts/codeFinder/rankCodes.ts';
import type { RankedCode } from '../../parts/codeFinder/rankCodes.ts';
import { useRecords } from '../../state/records.ts';
import { useUi } from '../../state/ui.ts';
import { matchWords, rankActions, strengths, typedOf } from './rankActions.ts';
import type { Findable, Found, Strength } from './rankActions.ts';
import { recentCommands } from './recentCommands.ts';
import { useDocuments } from './useDocuments.ts';

export type Command = Findable & { id: ActionId; keys: string | undefined };
export type CodeHit = RankedCode & { applies: boolean };

export type Section =
  | { kind: 'commands'; title: string; hits: readonly Found<Command>[] }
  | { kind: 'codes'; title: string; hits: readonly CodeHit[] }
  | { kind: 'documents'; title: string; hits: readonly DocumentRow[] };

export type Hits = {
  /** The likeliest first; none is empty. */
  sections: readonly Section[];
  /** What is to be said of what was typed. */
  note: string | null;
};

const mostCommands = 12;
const mostCodes = 6;
/** So many commands that cannot be given now are named. */
const mostNamed = 3;

/** What can be done, shown or opened by what was typed; by nothing, what was done last and all commands. */
export function useHits(query: string): Hits {
  // As all stands when the palette opens: it shuts before anything changes.
  const [commands] = useState(commandsNow);
  const [recent] = useState(recentCommands);
  const codes = useCodes(query);
  const documents = useDocuments(query);
  const { possible, impossible } = commands;
  if (typedOf(query).text === '') return { sections: unasked(possible, recent), note: null };
  const hits = rankActions(possible, query, recent, mostCommands);
  const strong: Section[] = [];
  const weak: Section[] = [];
  const put = (strength: Strength, section: Section): void => {
    if (section.hits.length > 0) (strength === 'letters' ? weak : strong).push(section);
  };
  const ofCommands = hits[0]?.strength ?? 'letters';
  const ofCodes = strengthOf(codes, query);
  const inOrder =
    strengths.indexOf(ofCodes) < strengths.indexOf(ofCommands) ? ['codes', 'commands'] : ['commands', 'codes'];
  for (const kind of inOrder) {
    if (kind === 'codes') put(ofCodes, { kind: 'codes', title: say.codes, hits: codes });
    else put(ofCommands, { kind: 'commands', title: say.commands, hits });
  }
  const { rows, isKnown } = documents;
  put('words', { kind: 'documents', title: say.documents, hits: rows });
  // Accidents of letters wait for what may be meant, so that nothing comes before what Enter would do.
  const sections = [...strong, ...(isKnown ? weak : [])];
  const note = noteOn(query, impossible, hits, isKnown && sections.length === 0);
  return { sections, note };
}

function commandOf({ id }: Action): Command {
  const all: Partial<Record<ActionId, readonly string[]>> = actionSynonyms;
  return { id, label: labelOf(id), synonyms: all[id] ?? [], keys: keysOf(id) };
}

function commandsNow(): { possible: readonly Command[]; impossible: readonly Command[] } {
  const { possible, impossible } = paletteActions();
  return { possible: possible.map(commandOf), impossible: impossible.map(commandOf) };
}

function unasked(possible: readonly Command[], recent: readonly ActionId[]): Section[] {
  const hit = (of: Command): Found<Command> => ({ of, strength: 'words', marks: [], synonym: null });
  const lately = recent.flatMap((id) => possible.filter((one) => one.id === id));
  const others = possible.filter((one) => !lately.includes(one));
  const sections: Section[] = [
    { kind: 'commands', title: say.recent, hits: lately.map(hit) },
    { kind: 'commands', title: say.commands, hits: others.map(hit) },
  ];
  return sections.filter(({ hits }) => hits.length > 0);
}

/** Codes by their paths, as the code picker ranks them. */
function useCodes(query: string): CodeHit[] {
  const codes = useRecords((state) => state.codes);
  const recent = useUi((state) => state.recentCodes);
  const isAsked = query.trim() !== '';
  // With the first letter and not when the palette opens.
  const index = useMemo(() => (isAsked ? indexCodes(buildCodeTree([...codes.values()])) : null), [isAsked, codes]);
  if (index === null) return [];
  const canApply = canCode();
  return rankCodes(index, query, recent, mostCodes).map((ranked) => ({
    ...ranked,
    applies: canApply && !ranked.node.code.archived,
  }));
}

/** How well the best of the codes is meant; the picker's own order stays. */
function strengthOf([best]: readonly CodeHit[], query: string): Strength {
  if (best === undefined) return 'letters';
  const typed = typedOf(query);
  const { code, path } = best.node;
  return matchWords(typed, code.name)?.strength ?? (matchWords(typed, path) === null ? 'letters' : 'words');
}

function noteOn(
  query: string,
  impossible: readonly Command[],
  hits: readonly Found<Command>[],
  isNothing: boolean,
): string | null {
  const typed = foldText(query);
  const answer = paletteAnswers.find(({ words }) => words.includes(typed));
  if (answer) return answer.text;
  const placeOf = (hit: Found<Command> | undefined): number => strengths.indexOf(hit?.strength ?? 'letters');
  // Who finds what they look for is not told of other things.
  const notNow = rankActions(impossible, query, [], mostNamed).filter((hit) => placeOf(hit) < placeOf(hits[0]));
  if (notNow.length > 0) return say.notNow(notNow.map(({ of }) => of.label));
  return isNothing ? `${say.none(query.trim())} ${say.noneAdvice}` : null;
}
