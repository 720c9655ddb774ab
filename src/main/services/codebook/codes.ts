import type { Result } from '../../../shared/api/contract.ts';
import { AppError } from '../../../shared/errors.ts';
import {
  buildCodeTree,
  childrenOf,
  descendants,
  lastPosition,
  nextHue,
  placeCode,
  refuseDepth,
} from '../../../shared/model/codeTree.ts';
import type { CodeTree } from '../../../shared/model/codeTree.ts';
import { plainCode } from '../../../shared/model/records.ts';
import type { Code, Id } from '../../../shared/model/records.ts';
import { findNamed } from '../../../shared/text/folding.ts';
import type { ActValues } from '../../../shared/words/act.ts';
import { said } from '../../../shared/words/message.ts';
import type { CommandContext } from '../../app/commandContext.ts';
import type { Handlers } from '../../app/handlers.ts';
import type { Store } from '../../store/database.ts';
import { countDocumentsCoded, deleteAnnotationsOfCode } from '../../store/rows/annotation.ts';
import { deleteCode, findCode, insertCode, listCodes, updateCode } from '../../store/rows/code.ts';
import { countOfCodes } from '../../store/rows/codeVariables.ts';
import { deleteExamplesOfCode } from '../../store/rows/example.ts';
import { sharesOfCodes } from '../../store/rows/whose.ts';
import type { Tallies } from '../../store/tallies.ts';
import { blindCoder, countAll, refuseWhileBlind, seenTallies } from '../coding/blindCoder.ts';
import { removeVariables } from './codeVariables.ts';
import { requireExclusiveSet } from './exclusiveSets.ts';

export function codeTree(store: Store): CodeTree {
  return buildCodeTree(listCodes(store.db));
}

export function requireCode(store: Store, id: Id): Code {
  const code = findCode(store.db, id);
  if (!code) throw new AppError('not-found', said('codebook.codeGone'), { code: id });
  return code;
}

function refuseDouble(tree: CodeTree, parent: Id | null, name: string, except: Id | null): void {
  const others = childrenOf(tree, parent).filter(({ code }) => code.id !== except);
  const double = findNamed(others, name, ({ code }) => code.name);
  if (double?.code.archived === true) {
    throw new AppError('conflict', said('codebook.archivedCodeTaken', { path: double.path }), { name });
  }
  if (double) throw new AppError('conflict', said('codebook.codeTaken', { path: double.path }), { name });
}

export type NewCode = { name: string; parent: Id | null } & Partial<
  Pick<Code, 'hue' | 'pattern' | 'definition' | 'include' | 'exclude'>
>;

/** Puts a new code last among its siblings. Inside a command only. Throws `conflict` for a name that is taken, or a place too deep. */
export function createCode(context: CommandContext, wanted: NewCode, tree = codeTree(context.store)): Code {
  if (wanted.parent !== null) requireCode(context.store, wanted.parent);
  refuseDouble(tree, wanted.parent, wanted.name, null);
  refuseDepth(tree, wanted.name, wanted.parent);
  const code: Code = {
    id: context.newId(),
    parent: wanted.parent,
    name: wanted.name,
    ...plainCode,
    definition: wanted.definition ?? '',
    include: wanted.include ?? '',
    exclude: wanted.exclude ?? '',
    hue: wanted.hue ?? nextHue(tree, wanted.parent),
    pattern: wanted.pattern ?? 'plain',
    key: null,
    position: lastPosition(tree, wanted.parent),
  };
  insertCode(context.store.db, code, context.now);
  return code;
}

/**
 * The code that is to be applied under a name, made where there is none. Who codes fast uses a new name again before the
 * window has heard of it: that is the same code, and no reason to lose a coding. Throws as `createCode` does.
 */
export function knownOrNewCode(context: CommandContext, wanted: NewCode): Code {
  const tree = codeTree(context.store);
  const known = findNamed(
    childrenOf(tree, wanted.parent).filter(({ code }) => !code.archived),
    wanted.name,
    ({ code }) => code.name,
  );
  return known?.code ?? createCode(context, wanted, tree);
}

/** A digit belongs to one code: whoever had it gives it up. */
function freeKey(context: CommandContext, key: string | null, except: Id): void {
  if (key === null) return;
  const holder = listCodes(context.store.db).find((code) => code.key === key && code.id !== except);
  if (holder) updateCode(context.store.db, { ...holder, key: null }, context.now);
}

type Update = Partial<Omit<Code, 'id' | 'parent' | 'position'>>;

/** What of a code changes, as the history tells it. */
function changeOf(store: Store, { name: code }: Code, change: Update): ActValues<'codes.update'> {
  if (change.name !== undefined) return { code, field: 'name', to: change.name };
  if (change.archived !== undefined) return { code, field: 'archived', to: change.archived };
  if (change.exclusiveSet !== undefined) {
    const set = change.exclusiveSet === null ? null : requireExclusiveSet(store, change.exclusiveSet).name;
    return { code, field: 'exclusiveSet', to: set };
  }
  if (change.key !== undefined) return { code, field: 'key', to: change.key };
  if (change.definition !== undefined) return { code, field: 'definition' };
  if (change.include !== undefined || change.exclude !== undefined) return { code, field: 'rules' };
  return { code, field: 'look' };
}

/** The code with its changes. One that is archived gives up its digit, which must not apply it any more. */
function changeCode(before: Code, change: Update): Code {
  const after = { ...before };
  for (const [field, value] of Object.entries<unknown>(change)) {
    if (value !== undefined) Object.assign(after, { [field]: value }); // an absent field may come as undefined
  }
  return after.archived ? { ...after, key: null } : after;
}

/** The code itself and all below it, deepest first, so that each can go before its parent. */
function withDescendants(store: Store, id: Id): Id[] {
  return [id, ...descendants(codeTree(store), id).map(({ code }) => code.id)].reverse();
}

function refuseRemoving(context: Pick<CommandContext, 'blind'>): void {
  refuseWhileBlind(context, said('codebook.noRemovingCodes'));
}

function removalOf(store: Store, tallies: Tallies, codes: readonly Id[]): Result<'codes.remove'> {
  return {
    codes: codes.length,
    annotations: countAll(tallies, 'codes', codes),
    documents: countDocumentsCoded(store.db, codes),
    ...countOfCodes(store.db, codes),
  };
}

export const codeHandlers = {
  'codes.list': (context) => ({
    codes: listCodes(context.store.db),
    tally: Object.fromEntries(seenTallies(context).codes()),
  }),
  'codes.create': (context, input) => {
    const code = createCode(context, input);
    return { values: { name: code.name }, output: code };
  },
  'codes.createMany': (context, { names, parent }) => {
    const codes: Code[] = [];
    const known: string[] = [];
    for (const name of names) {
      const tree = codeTree(context.store);
      if (findNamed(childrenOf(tree, parent), name, ({ code }) => code.name)) known.push(name);
      else codes.push(createCode(context, { name, parent }, tree));
    }
    return { values: { codes: codes.length }, output: { codes, known } };
  },
  'codes.update': (context, { code: id, ...change }) => {
    const { store, now } = context;
    const before = requireCode(store, id);
    if (change.name !== undefined && change.name !== before.name)
      refuseDouble(codeTree(store), before.parent, change.name, id);
    if (change.key !== undefined) freeKey(context, change.key, id);
    if (change.exclusiveSet) requireExclusiveSet(store, change.exclusiveSet);
    const code = changeCode(before, change);
    const values = changeOf(store, before, change);
    if (JSON.stringify(code) !== JSON.stringify(before)) updateCode(store.db, code, now);
    return { values, output: code };
  },
  'codes.move': ({ store, now }, { code: id, parent, before }) => {
    const moved = requireCode(store, id);
    const tree = codeTree(store);
    const places = placeCode(tree, id, { parent, before });
    if (parent !== moved.parent) refuseDouble(tree, parent, moved.name, id);
    for (const place of places) {
      const code = requireCode(store, place.code);
      if (code.parent === place.parent && code.position === place.position) continue;
      updateCode(store.db, { ...code, parent: place.parent, position: place.position }, now);
    }
    return { values: { name: moved.name }, output: requireCode(store, id) };
  },
  'codes.removal': (context, { code }) => {
    const { store, tallies, session } = context;
    requireCode(store, code);
    refuseRemoving({ blind: blindCoder(context) });
    const codes = withDescendants(store, code);
    const shares = sharesOfCodes(store.db, session.coder()?.id ?? null, codes);
    return { ...removalOf(store, tallies, codes), shares };
  },
  'codes.remove': (context, { code }) => {
    const { store, tallies } = context;
    const { name } = requireCode(store, code);
    refuseRemoving(context);
    const codes = withDescendants(store, code);
    const output = removalOf(store, tallies, codes);
    for (const id of codes) {
      deleteAnnotationsOfCode(store.db, id);
      removeVariables(store, id);
      deleteExamplesOfCode(store.db, id);
      deleteCode(store.db, id);
    }
    return { values: { name }, output };
  },
} satisfies Partial<Handlers>;
