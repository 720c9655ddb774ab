import { useEffect, useRef, useState } from 'react';
import { exportTable as say } from '#words/window/exportTable.ts';
import { strings } from '#words/window/frame.ts';
import type { Recipe } from '../../../../shared/api/recipes.ts';
import { inBackground } from '../../../actions/ask.ts';
import { Button } from '../../../components/Button.tsx';
import type { SelectEntry } from '../../../components/Select.tsx';
import { TextField } from '../../../components/TextField.tsx';
import { removeRecipe, renameRecipe, saveRecipe } from '../actions/recipes.ts';
import { Labelled } from './Labelled.tsx';
import { contentOf, differs } from './draft.ts';
import type { Draft } from './draft.ts';
import styles from './export.module.css';

type RecipeBarProps = {
  draft: Draft;
  /** Whether the draft can be exported as it is, which is what a saved export is for. */
  canSave: boolean;
  recipes: readonly Recipe[];
  selected: Recipe | null;
  onSelect: (recipe: Recipe | null) => void;
  /** Something was saved, renamed or removed: ask for the list again, and show this one. */
  onChanged: (recipe: Recipe | null) => void;
};

const unsaved = '';

/** Exports that the project keeps: takes one up, saves the choices of now, renames and removes. */
export function RecipeBar({ draft, canSave, recipes, selected, onSelect, onChanged }: RecipeBarProps) {
  const [naming, setNaming] = useState<'save' | 'rename' | null>(null);
  const [name, setName] = useState('');
  const bar = useRef<HTMLDivElement>(null);
  const [isBack, setIsBack] = useState(false);
  // When the field for the name goes, the focus goes back to where it came from, after the dialog has found it lost.
  useEffect(() => {
    if (!isBack || naming !== null) return;
    const frame = requestAnimationFrame(() => bar.current?.querySelector<HTMLElement>('[data-save]')?.focus());
    return () => cancelAnimationFrame(frame);
  }, [isBack, naming]);
  const nameOf = (recipe: Recipe): SelectEntry => {
    const isChanged = recipe.id === selected?.id && differs(draft, recipe);
    return { id: recipe.id, label: isChanged ? say.changed(recipe.name) : recipe.name };
  };
  const leave = (): void => {
    setNaming(null);
    setIsBack(true);
  };
  const begin = (what: 'save' | 'rename'): void => {
    setName(selected?.name ?? '');
    setNaming(what);
  };
  const keep = async (): Promise<void> => {
    if (name.trim() === '') return;
    const kept =
      naming === 'rename' && selected
        ? await renameRecipe(selected.id, name)
        : await saveRecipe({ ...contentOf(draft), name });
    if (!kept) return;
    leave();
    onChanged(kept);
  };
  const remove = async (): Promise<void> => {
    if (selected && (await removeRecipe(selected.id))) onChanged(null);
  };
  return (
    <div ref={bar} className={styles.recipes}>
      <Labelled
        label={say.saved}
        entries={[{ id: unsaved, label: say.unsaved }, ...recipes.map(nameOf)]}
        selected={selected?.id ?? unsaved}
        onSelect={(id) => onSelect(recipes.find((recipe) => recipe.id === id) ?? null)}
        isDisabled={recipes.length === 0}
      />
      {naming === null ? (
        <>
          <Button onPress={() => begin('save')} isDisabled={!canSave} data-save>
            {say.save}
          </Button>
          <Button onPress={() => begin('rename')} isDisabled={!selected}>
            {say.rename}
          </Button>
          <Button onPress={() => inBackground(remove)} isDisabled={!selected}>
            {say.remove}
          </Button>
        </>
      ) : (
        <NameForm name={name} onName={setName} onKeep={() => inBackground(keep)} onLeave={leave} />
      )}
    </div>
  );
}

type NameFormProps = { name: string; onName: (name: string) => void; onKeep: () => void; onLeave: () => void };

function NameForm({ name, onName, onKeep, onLeave }: NameFormProps) {
  return (
    <form
      className={styles.naming}
      onSubmit={(event) => {
        event.preventDefault();
        onKeep();
      }}
    >
      <TextField
        label={say.name}
        hideLabel
        placeholder={say.name}
        value={name}
        onChange={onName}
        maxLength={300}
        autoFocus
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation(); // the field closes, not the dialog
          onLeave();
        }}
      />
      <Button type="submit" isDisabled={name.trim() === ''}>
        {say.keep}
      </Button>
      <Button onPress={onLeave}>{strings.common.cancel}</Button>
    </form>
  );
}
