import { X } from 'lucide-react';
import { Button } from 'react-aria-components';
import { roundStrings as say } from '#words/window/rounds.ts';
import { filterDocuments, useDocumentFilter } from '../../../state/queries.ts';
import { useRecords } from '../../../state/records.ts';
import { conditionText } from './conditions.ts';
import styles from './DocumentFilter.module.css';

/** What the list is filtered by besides words and status, each to be taken off. */
export function FilterChips() {
  const { where, round } = useDocumentFilter((state) => state);
  const rounds = useRecords((state) => state.rounds);
  const variables = useRecords((state) => state.variables);
  const entities = useRecords((state) => state.entities);
  const chips = [
    ...(round === null
      ? []
      : [
          {
            id: 'round',
            text: say.condition(say.round, rounds.find(({ id }) => id === round)?.name ?? ''),
            remove: () => filterDocuments({ round: null }),
          },
        ]),
    ...where.flatMap((condition) => {
      const variable = variables.get(condition.variable);
      const remove = (): void => filterDocuments({ where: where.filter((one) => one !== condition) });
      return variable ? [{ id: variable.id, text: conditionText(variable, condition.value, entities), remove }] : [];
    }),
  ];
  if (chips.length === 0) return null;
  return (
    <ul aria-label={say.filters} className={styles.chips}>
      {chips.map(({ id, text, remove }) => (
        <li key={id}>
          <Button aria-label={say.removeFilter(text)} className={styles.chip} onPress={remove}>
            <span dir="auto" title={text}>
              {text}
            </span>
            <X aria-hidden="true" />
          </Button>
        </li>
      ))}
    </ul>
  );
}
