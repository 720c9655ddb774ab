import { useRef, useState } from 'react';
import { inBackground } from '../../../actions/ask.ts';
import { client } from '../../../state/client.ts';
import { codeMany } from '../actions/manyPassages.ts';
import type { ManyToCode } from '../actions/manyPassages.ts';

/** How far the work is; null: none is under way. */
export type Under = { done: number; total: number } | null;

/** Codes what a dialog asks for. `onDone` is called once it is done; what was refused or stopped leaves the dialog as it is. */
export function useCodingMany(onDone: () => void): {
  under: Under;
  apply: (many: ManyToCode) => void;
  stop: () => void;
} {
  const [under, setUnder] = useState<Under>(null);
  const task = useRef<string | null>(null);
  const apply = (many: ManyToCode): void => {
    setUnder({ done: 0, total: 0 });
    const coded = codeMany(many, ({ id, done, total }) => {
      task.current = id;
      setUnder({ done, total });
    });
    inBackground(async () => {
      try {
        if (await coded) onDone();
      } finally {
        task.current = null;
        setUnder(null);
      }
    });
  };
  const stop = (): void => {
    const id = task.current;
    if (id !== null) inBackground(() => client().call('tasks.cancel', { task: id }));
  };
  return { under, apply, stop };
}
