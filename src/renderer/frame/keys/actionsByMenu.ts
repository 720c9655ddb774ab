import { actionWords } from '#words/lists.ts';
import { actions } from '../../../shared/actions.ts';
import type { Action, MenuPlace } from '../../../shared/actions.ts';

const table: readonly Action[] = actions;

/** The menus in the order in which keys are listed: what coders use most comes first. */
export const keyPlaces = [
  'go',
  'edit',
  'code',
  'form',
  'reliability',
  'view',
  'file',
  'help',
] as const satisfies readonly MenuPlace[];

/** The actions of a menu; those in no menu stand with the menu that their id begins with. */
export function actionsOf(place: MenuPlace): Action[] {
  const areas: Partial<Record<string, MenuPlace>> = {
    codebook: 'code',
    coder: 'code',
    documents: 'edit',
    project: 'file',
    select: 'edit',
  };
  return table.filter(({ id, menu }) => {
    const [area = ''] = id.split('.');
    return (menu?.place ?? areas[area] ?? area) === place;
  });
}

/** An action's name without the dots that say that more is asked. */
export function plainLabel({ id }: Action): string {
  return actionWords[id].replace('…', '');
}
