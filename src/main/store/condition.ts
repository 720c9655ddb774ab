/** Whether a project's file is whole, as far as it was looked at. */
export type Soundness = 'unknown' | 'sound' | 'damaged';

/** What is known of the state of an open project's file. */
export type Condition = {
  soundness(): Soundness;
  /** What is damaged and what to do, one line; '' while nothing was found. */
  damage(): string;
  /** What whoever opens the project must be told, one line: the damage, or what became of its log; else ''. */
  notice(): string;
  /** Notes that the file was looked through and is whole. What was found before stays. */
  foundSound(): void;
  /** Notes damage, in words for the user. From then on nothing more is written. */
  foundDamaged(what: string): void;
};

/** `damage`: what was found before the project was opened; `notice`: what else must be told of it. */
export function createCondition(damage = '', notice = ''): Condition {
  let found = damage;
  let looked = false;
  return {
    soundness: () => (found !== '' ? 'damaged' : looked ? 'sound' : 'unknown'),
    damage: () => found,
    notice: () => (found === '' ? notice : found),
    foundSound() {
      looked = true;
    },
    foundDamaged(what) {
      if (found === '') found = what;
    },
  };
}
