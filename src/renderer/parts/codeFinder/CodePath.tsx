import type { CodeNode } from '../../../shared/model/codeTree.ts';
import { pathSeparator } from '../../../shared/model/records.ts';
import { markedRuns } from './rankCodes.ts';
import styles from './CodePath.module.css';

/**
 * A code's path with the letters that matched set bold. Each level keeps its own direction and the levels run from left
 * to right; where room is short the levels above give way first.
 */
export function CodePath({ node, marks }: { node: CodeNode; marks: readonly number[] }) {
  const above: { node: CodeNode; from: number }[] = [];
  let from = 0;
  for (const one of [...ancestors(node)].reverse()) {
    above.push({ node: one, from });
    from += one.code.name.length + pathSeparator.length;
  }
  return (
    <span className={styles.path}>
      {above.length > 0 && (
        <span className={styles.above}>
          {above.map((level) => (
            <span key={level.node.code.id}>
              <Level name={level.node.code.name} from={level.from} marks={marks} />
              {pathSeparator}
            </span>
          ))}
        </span>
      )}
      <span className={styles.own}>
        <Level name={node.code.name} from={from} marks={marks} />
      </span>
    </span>
  );
}

function Level({ name, from, marks }: { name: string; from: number; marks: readonly number[] }) {
  const own = marks.filter((at) => at >= from && at < from + name.length).map((at) => at - from);
  return (
    <bdi>
      {markedRuns(name, own).map((run, index) =>
        run.isMarked ? (
          <mark key={index} className={styles.mark}>
            {run.text}
          </mark>
        ) : (
          run.text
        ),
      )}
    </bdi>
  );
}

function* ancestors(node: CodeNode): Generator<CodeNode> {
  for (let one = node.parent; one !== null; one = one.parent) yield one;
}
