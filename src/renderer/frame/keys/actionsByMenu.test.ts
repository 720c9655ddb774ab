import { describe, expect, it } from 'vitest';
import { actions, menuPlaces } from '../../../shared/actions.ts';
import { actionsOf, keyPlaces, plainLabel } from './actionsByMenu.ts';

describe('actions by menu', () => {
  it('are all there, each once', () => {
    const listed = keyPlaces.flatMap((place) => actionsOf(place).map(({ id }) => id));
    expect(listed.toSorted()).toEqual(actions.map(({ id }) => id).toSorted());
    expect(keyPlaces.toSorted()).toEqual(menuPlaces.toSorted());
  });

  it('have those in no menu beside their kin', () => {
    expect(actionsOf('view').map(({ id }) => id)).toEqual(
      expect.arrayContaining(['view.nextRegion', 'view.previousRegion']),
    );
    expect(actionsOf('code').map(({ id }) => id)).toContain('code.startEarlierByCharacter');
  });

  it('are called without the dots that say that more is asked', () => {
    const [first] = actionsOf('file');
    expect(first && plainLabel(first)).toBe('New project');
    for (const place of keyPlaces) for (const action of actionsOf(place)) expect(plainLabel(action)).not.toContain('…');
  });
});
