import { Select } from '../../../components/Select.tsx';
import type { SelectEntry } from '../../../components/Select.tsx';

type ChoiceSelectProps = {
  label: string;
  /** Values as they are typed or saved, with their labels. */
  choices: readonly { value: string | number; label: string }[];
  selected: string;
  /** What choosing none is called; absent: one must be chosen. */
  none?: string;
  onSelect: (value: string) => void;
};

/** Chooses one of a variable's choices by its label, and keeps a value that no choice has in sight. */
export function ChoiceSelect({ label, choices, selected, none, onSelect }: ChoiceSelectProps) {
  const entries = new Map<string, SelectEntry>();
  if (none !== undefined) entries.set('', { id: '', label: none });
  for (const choice of choices) {
    const id = String(choice.value);
    if (id !== '') entries.set(id, { id, label: choice.label.trim() === '' ? id : `${id} · ${choice.label}` });
  }
  if (!entries.has(selected)) entries.set(selected, { id: selected, label: selected === '' ? '–' : selected });
  return <Select label={label} isField entries={[...entries.values()]} selected={selected} onSelect={onSelect} />;
}
