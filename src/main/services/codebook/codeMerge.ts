import type { Result } from '../../../shared/api/contract.ts';
import { AppError } from '../../../shared/errors.ts';
import { childrenOf, lastPosition, makesCycle, refuseDepth } from '../../../shared/model/codeTree.ts';
import type { CodeTree } from '../../../shared/model/codeTree.ts';
import type { Example } from '../../../shared/model/codebook.ts';
import type { Code, Id } from '../../../shared/model/records.ts';
import { findNamed } from '../../../shared/text/folding.ts';
import { said } from '../../../shared/words/message.ts';
import type { CommandContext } from '../../app/commandContext.ts';
import type { Handlers } from '../../app/handlers.ts';
import type { Store } from '../../store/database.ts';
import { countDocumentsCoded } from '../../store/rows/annotation.ts';
import { deleteCode, updateCode } from '../../store/rows/code.ts';
import { moveAnnotations, previewMove } from '../../store/rows/annotationMove.ts';
import { deleteExample, examplesOfCode, nextExamplePosition, updateExample } from '../../store/rows/example.ts';
import { sharesOfCodes } from '../../store/rows/whose.ts';
import { blindCoder, refuseWhileBlind } from '../coding/blindCoder.ts';
import { moveVariables, variablesOfCode } from './codeVariables.ts';
import { codeTree, requireCode } from './codes.ts';
import { refuseNewOverlaps } from './exclusiveSets.ts';

/**
 * What a merge does to the tree. Codes below the source go under the target; one whose name a code there has already is
 * merged with that one, and so on down.
 */
type MergePlan = {
  /** Codes that are merged, each after the code above it. The first pair is the one that was asked for. */
  pairs: { source: Code; target: Code }[];
  /** Codes that get another parent, with all below them. */
  moves: { code: Code; parent: Id }[];
};

function planMerge(tree: CodeTree, source: Code, target: Code): MergePlan {
  if (source.id === target.id) {
    throw new AppError('conflict', said('codebook.mergedIntoItself', { code: source.name }));
  }
  if (makesCycle(tree, source.id, target.id)) {
    throw new AppError('conflict', said('codebook.mergedIntoBelow', { source: source.name, target: target.name }), {
      source: source.id,
      target: target.id,
    });
  }
  const plan: MergePlan = { pairs: [{ source, target }], moves: [] };
  // The list grows while it is read: pairs that are found further down come behind.
  for (const pair of plan.pairs) {
    const there = childrenOf(tree, pair.target.id).filter(({ code }) => code.id !== source.id);
    for (const { code } of childrenOf(tree, pair.source.id)) {
      const twin = findNamed(there, code.name, (other) => other.code.name);
      if (twin) plan.pairs.push({ source: code, target: twin.code });
      else plan.moves.push({ code, parent: pair.target.id });
    }
  }
  for (const { code, parent } of plan.moves) refuseDepth(tree, code.id, parent);
  return plan;
}

function sameExample(one: Example, other: Example): boolean {
  return one.quote === other.quote && JSON.stringify(one.anchor) === JSON.stringify(other.anchor);
}

/** Examples of the source that the target does not have. */
function newExamples(store: Store, source: Id, target: Id): Example[] {
  const theirs = examplesOfCode(store.db, target);
  return examplesOfCode(store.db, source).filter((mine) => !theirs.some((other) => sameExample(mine, other)));
}

function refuseMerging(context: Pick<CommandContext, 'blind'>): void {
  refuseWhileBlind(context, said('codebook.noMerging'));
}

function previewPlan(store: Store, { pairs, moves }: MergePlan): Result<'codes.merge'> {
  const sum = (count: (source: Id, target: Id) => number): number =>
    pairs.reduce((total, { source, target }) => total + count(source.id, target.id), 0);
  const codings = pairs.map(({ source, target }) => previewMove(store.db, source.id, target.id));
  return {
    moved: codings.reduce((total, { moved }) => total + moved, 0),
    doubled: codings.reduce((total, { doubled }) => total + doubled, 0),
    documents: countDocumentsCoded(
      store.db,
      pairs.map(({ source }) => source.id),
    ),
    children: moves.length + pairs.length - 1,
    variables: sum((source) => variablesOfCode(store, source).length),
    examples: sum((source, target) => newExamples(store, source, target).length),
  };
}

function moveExamples(store: Store, source: Id, target: Id): number {
  const moved = newExamples(store, source, target);
  let position = nextExamplePosition(store.db, target);
  for (const example of moved) updateExample(store.db, { ...example, code: target, position: position++ });
  for (const { id } of examplesOfCode(store.db, source)) deleteExample(store.db, id);
  return moved.length;
}

/** The target's rules stay; what they do not say is taken from the source, the digit too. */
function inherit(target: Code, source: Code): Code {
  return {
    ...target,
    definition: target.definition === '' ? source.definition : target.definition,
    include: target.include === '' ? source.include : target.include,
    exclude: target.exclude === '' ? source.exclude : target.exclude,
    key: target.key ?? source.key,
  };
}

function moveChildren(context: CommandContext, { pairs, moves }: MergePlan): void {
  const { store, now } = context;
  const [first] = pairs;
  // A code below may have the name of the source and be about to stand beside it, for as long as the source is there.
  if (first && moves.some(({ code, parent }) => parent === first.source.parent && code.name === first.source.name)) {
    updateCode(store.db, { ...first.source, name: `${first.source.name} ${first.source.id}` }, now);
  }
  const positions = new Map<Id, number>();
  const tree = codeTree(store);
  for (const { code, parent } of moves) {
    const position = positions.get(parent) ?? lastPosition(tree, parent);
    positions.set(parent, position + 1);
    updateCode(store.db, { ...code, parent, position }, now);
  }
}

function carryOut(context: CommandContext, plan: MergePlan): Result<'codes.merge'> {
  const { store, now } = context;
  const documents = countDocumentsCoded(
    store.db,
    plan.pairs.map(({ source }) => source.id),
  );
  const children = plan.moves.length + plan.pairs.length - 1;
  const done = { moved: 0, doubled: 0, documents, children, variables: 0, examples: 0 };
  moveChildren(context, plan);
  for (const { source, target } of plan.pairs.toReversed()) {
    refuseNewOverlaps(store, target, () => {
      done.variables += moveVariables(store, source.id, target.id);
      done.examples += moveExamples(store, source.id, target.id);
      // The codings keep the stamp they have: nobody has looked at them again.
      const { moved, doubled } = moveAnnotations(store.db, { from: source.id, to: target.id }, now, { restamp: false });
      done.moved += moved;
      done.doubled += doubled;
    });
    deleteCode(store.db, source.id);
    const kept = requireCode(store, target.id);
    const after = inherit(kept, source);
    if (JSON.stringify(after) !== JSON.stringify(kept)) updateCode(store.db, after, now);
  }
  return done;
}

export const codeMergeHandlers = {
  'codes.mergePreview': (context, { source, target }) => {
    const { store, session } = context;
    const plan = planMerge(codeTree(store), requireCode(store, source), requireCode(store, target));
    refuseMerging({ blind: blindCoder(context) });
    const codes = plan.pairs.map((pair) => pair.source.id);
    const shares = sharesOfCodes(store.db, session.coder()?.id ?? null, codes);
    return { ...previewPlan(store, plan), shares };
  },
  'codes.merge': (context, input) => {
    const { store } = context;
    const source = requireCode(store, input.source);
    const target = requireCode(store, input.target);
    refuseMerging(context);
    const output = carryOut(context, planMerge(codeTree(store), source, target));
    return { values: { from: source.name, into: target.name }, output };
  },
} satisfies Partial<Handlers>;
