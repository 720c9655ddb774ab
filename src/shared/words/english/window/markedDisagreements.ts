import { count } from '../format.ts';

/** What the list of marked disagreements says. */
export const marked = {
  title: 'Marked disagreements',
  filter: 'Which ones',
  filters: {
    all: 'All',
    open: 'Open',
    'unclear-rule': 'Unclear rule',
    slip: 'Slip',
    discussed: 'Discussed',
    settled: 'Settled',
  },
  total: (places: number): string => count(places, 'place', 'places'),
  none: 'No disagreement of this kind is marked.',
  discussed: 'Discussed',
  settledBy: (name: string): string => `Settled by ${name}`,
  more: 'Show more',
  first: 'This is the first marked disagreement of the list.',
  last: 'This is the last marked disagreement of the list.',
} as const;
