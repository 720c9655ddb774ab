/** What of an entry says whether an act is in force. */
export type ForceEntry = {
  seq: number;
  kind: 'command' | 'undo' | 'redo';
  coder: string | null;
  target: number | null;
  state: string;
  first: number;
  last: number;
};

/** Which acts are in force after all entries, and which states entries may have because of that. */
export type Forces = {
  /** Takes the next entry in. False when it replays what is not there, or is in that state already. */
  note(entry: ForceEntry): boolean;
  /** Whether the entry's state follows from all that were taken in. */
  allows(entry: ForceEntry): boolean;
};

/**
 * An act in force is `done`, or `sealed` where undo does not reach. One that was taken back is `undone` until a later act
 * overtakes it: then it is `abandoned`. Which later acts do is a matter of the rule at the time (any act, or one of the same
 * coder), so both are allowed where the rules differ.
 */
export function createForces(): Forces {
  type Act = { first: number; last: number; inForce: boolean; turned: number };
  const acts = new Map<number, Act>();
  /** The last command of each coder, and of all. */
  const lastBy = new Map<string | null, number>();
  let lastCommand = 0;
  let lastSealed = 0;
  let firstDone = Infinity;

  return {
    note({ seq, kind, coder, target, state, first, last }) {
      if (kind === 'command') {
        acts.set(seq, { first, last, inForce: true, turned: seq });
        lastBy.set(coder, seq);
        lastCommand = seq;
        if (state === 'sealed') lastSealed = seq;
        if (state === 'done' && firstDone === Infinity) firstDone = seq;
        return true;
      }
      const act = acts.get(target ?? 0);
      if (!act || act.inForce !== (kind === 'undo') || act.first !== first || act.last !== last) return false;
      act.inForce = !act.inForce;
      act.turned = seq;
      return true;
    },
    allows({ seq, kind, coder, state }) {
      if (kind !== 'command') return state === 'done';
      const act = acts.get(seq);
      if (!act) return false;
      if (act.inForce) return state === 'done' || (state === 'sealed' && lastSealed < firstDone);
      const isOvertaken = lastCommand > act.turned;
      const isOvertakenByOwn = coder === null ? isOvertaken : (lastBy.get(coder) ?? 0) > act.turned;
      return isOvertakenByOwn ? state === 'abandoned' : state === 'undone' || (isOvertaken && state === 'abandoned');
    },
  };
}
