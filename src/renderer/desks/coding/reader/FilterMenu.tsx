import { Eye, EyeOff } from 'lucide-react';
import { readingStrings as say } from '#words/window/reading.ts';
import { IconButton } from '../../../components/IconButton.tsx';
import { Menu } from '../../../components/Menu.tsx';
import type { MenuEntry } from '../../../components/Menu.tsx';
import { everything, useReaderFilter } from '../../../state/readerFilter.ts';
import { codePath, useRecords } from '../../../state/records.ts';

function toggled<T>(set: ReadonlySet<T> | null, entry: T): ReadonlySet<T> | null {
  const next = new Set(set ?? []);
  if (!next.delete(entry)) next.add(entry);
  return next.size === 0 ? null : next;
}

/** Who coded here, the rounds that the article is in, and the codes that stand in it: each a choice. */
function entries(): readonly MenuEntry[] {
  const { open, coders, rounds, codes } = useRecords.getState();
  const filter = useReaderFilter.getState();
  if (!open) return [];
  const present = [...open.annotations.values()];
  const here = new Set(open.assignments.map(({ round }) => round));
  const choices = {
    // Two coders side by side have been chosen already.
    coders: filter.compared
      ? []
      : [...new Set(present.map(({ coder }) => coder))]
          .map((id) => ({ id, name: coders.get(id)?.name ?? '' }))
          .sort((a, b) => a.name.localeCompare(b.name)),
    rounds: filter.compared ? [] : rounds.filter(({ id }) => here.has(id)),
    codes: [...new Set(present.map(({ code }) => code))]
      .map((id) => ({ id, path: codePath(codes, id) }))
      .sort((a, b) => a.path.localeCompare(b.path)),
  };
  return [
    {
      id: 'all',
      label: say.everything,
      isChecked: filter.coder === null && filter.round === null && filter.codes === null,
      run: () => useReaderFilter.setState({ ...everything, compared: filter.compared }),
    },
    null,
    ...choices.coders.map(({ id, name }) => ({
      id: `coder ${id}`,
      label: say.byCoder(name),
      isChecked: filter.coder === id,
      run: () => useReaderFilter.setState({ coder: filter.coder === id ? null : id }),
    })),
    ...(choices.rounds.length > 0 ? [null] : []),
    ...choices.rounds.map(({ id, name }) => ({
      id: `round ${id}`,
      label: say.ofRound(name),
      isChecked: filter.round === id,
      run: () => useReaderFilter.setState({ round: filter.round === id ? null : id }),
    })),
    null,
    ...choices.codes.map(({ id, path }) => ({
      id: `code ${id}`,
      label: path,
      isChecked: filter.codes?.has(id) ?? false,
      run: () => useReaderFilter.setState({ codes: toggled(filter.codes, id) }),
    })),
  ];
}

/** Chooses whose codings the reader shows, and of which codes. */
export function FilterMenu() {
  const isOn = useReaderFilter(({ coder, round, codes }) => coder !== null || round !== null || codes !== null);
  return (
    <Menu
      placement="bottom end"
      entries={entries}
      trigger={<IconButton label={isOn ? say.filterOn : say.filter} isOn={isOn} icon={isOn ? <EyeOff /> : <Eye />} />}
    />
  );
}
