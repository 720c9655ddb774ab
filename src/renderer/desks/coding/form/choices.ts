import type { Choice } from '../../../../shared/model/variables.ts';

/** Choices as the form shows them: in their order, missing codes last. */
export function orderedChoices(choices: readonly Choice[]): Choice[] {
  return [...choices.filter(({ missing }) => !missing), ...choices.filter(({ missing }) => missing)];
}

/** The digit that picks the choice at a place (0 first): 1 to 9, then 0 for the tenth; '' for the rest. */
export function digitOf(place: number): string {
  return place < 9 ? String(place + 1) : place === 9 ? '0' : '';
}

/**
 * The chosen values, ascending, after one choice was switched; null when none is left. A missing code says that there is
 * no answer, so it stands alone.
 */
export function toggled(choices: readonly Choice[], chosen: readonly number[], choice: Choice): number[] | null {
  if (chosen.includes(choice.value)) {
    const left = chosen.filter((value) => value !== choice.value);
    return left.length === 0 ? null : left;
  }
  if (choice.missing) return [choice.value];
  const missing = new Set(choices.filter((other) => other.missing).map(({ value }) => value));
  return [...chosen.filter((value) => !missing.has(value)), choice.value].sort((a, b) => a - b);
}
