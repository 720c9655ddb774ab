import { AppError } from '../../../shared/errors.ts';
import { buildCodeTree, depthFault, findByPath, lastPosition, nextHue } from '../../../shared/model/codeTree.ts';
import type { CodeTree } from '../../../shared/model/codeTree.ts';
import { pathSeparator, plainCode } from '../../../shared/model/records.ts';
import type { Code } from '../../../shared/model/records.ts';
import { said } from '../../../shared/words/message.ts';
import type { CommandContext } from '../../app/commandContext.ts';
import { insertCode, listCodes, updateCode } from '../../store/rows/code.ts';

/** The codebook during one command that finds and makes codes by their paths. */
export type CodePaths = {
  tree(): CodeTree;
  find(path: readonly string[]): Code | null;
  /** Finds the code, or makes it and every missing code above it. Throws `conflict` where it would come too deep. */
  ensure(path: readonly string[]): Code;
  update(code: Code): void;
  /** Paths of the codes that `ensure` made, in that order. */
  readonly created: string[];
};

/** Reads the codebook; writes go through the command. */
export function openCodePaths(context: CommandContext): CodePaths {
  const { db } = context.store;
  const codes = new Map(listCodes(db).map((code) => [code.id, code]));
  const byPath = new Map<string, Code>();
  const created: string[] = [];
  let tree: CodeTree | null = null;
  const currentTree = (): CodeTree => (tree ??= buildCodeTree([...codes.values()]));

  const find = (path: readonly string[]): Code | null => {
    const joined = path.join(pathSeparator);
    const known = byPath.get(joined) ?? findByPath(currentTree(), joined);
    if (known) byPath.set(joined, known);
    return known;
  };
  const keep = (path: string, code: Code): void => {
    codes.set(code.id, code);
    byPath.set(path, code);
    tree = null;
  };
  const ensure = (path: readonly string[]): Code => {
    const found = find(path);
    if (found) return found;
    const name = path.at(-1);
    if (name === undefined) throw new Error('a path has at least one level');
    const fault = depthFault(path);
    if (fault !== null) throw new AppError('conflict', said('codebookFiles.unchanged', { reason: fault }));
    const parent = path.length > 1 ? ensure(path.slice(0, -1)).id : null;
    const code: Code = {
      id: context.newId(),
      parent,
      name,
      ...plainCode,
      hue: nextHue(currentTree(), parent),
      pattern: 'plain',
      key: null,
      position: lastPosition(currentTree(), parent),
    };
    insertCode(db, code, context.now);
    const joined = path.join(pathSeparator);
    keep(joined, code);
    created.push(joined);
    return code;
  };
  return {
    tree: currentTree,
    find,
    ensure,
    created,
    update(code) {
      updateCode(db, code, context.now);
      codes.set(code.id, code);
      tree = null;
      for (const [path, other] of byPath) if (other.id === code.id) byPath.set(path, code);
    },
  };
}
