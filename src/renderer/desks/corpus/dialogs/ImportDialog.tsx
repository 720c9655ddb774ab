import { useState } from 'react';
import { importerWords, optionWords } from '#words/importers.ts';
import { strings } from '#words/window/frame.ts';
import { importerIds, importerOptions, switchedOn } from '../../../../shared/model/importers.ts';
import type { ChosenOption, FormatOptions, ImporterOption } from '../../../../shared/model/importers.ts';
import { askForFiles, askForFolder } from '../../../actions/filePicker.ts';
import { Button } from '../../../components/Button.tsx';
import { Checkbox } from '../../../components/Checkbox.tsx';
import { Dialog } from '../../../components/Dialog.tsx';
import { Select } from '../../../components/Select.tsx';
import fields from '../../../parts/dialogFields.module.css';

/** Offers the browser's pickers, and the options of importers, where an import was asked for from outside the window. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const [chosen, setChosen] = useState<readonly ChosenOption[]>([]);
  const choose = (ask: (formatOptions?: FormatOptions) => void): void => {
    onClose();
    ask(switchedOn(chosen));
  };
  const put = (option: ImporterOption, given: ChosenOption | null): void =>
    setChosen([...chosen.filter(({ flag }) => flag !== option.flag), ...(given ? [given] : [])]);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={strings.import.title}
      lead={strings.import.lead}
      footer={
        <>
          <Button onPress={() => choose(askForFolder)}>{strings.documents.importFolder}</Button>
          <Button variant="primary" autoFocus onPress={() => choose(askForFiles)}>
            {strings.documents.importFiles}
          </Button>
        </>
      }
    >
      <div className={fields.form}>
        {importerIds.map((importer) => (
          <OptionsOf
            key={importer}
            label={importerWords[importer].label}
            options={importerOptions.filter((option) => option.importer === importer)}
            chosen={chosen}
            onPut={put}
          />
        ))}
      </div>
    </Dialog>
  );
}

type OptionsOfProps = {
  label: string;
  options: readonly ImporterOption[];
  chosen: readonly ChosenOption[];
  onPut: (option: ImporterOption, given: ChosenOption | null) => void;
};

/** The options of one importer, as boxes to tick and lists to choose from; nothing where it has none. */
function OptionsOf({ label, options, chosen, onPut }: OptionsOfProps) {
  if (options.length === 0) return null;
  return (
    <fieldset className={fields.fieldset}>
      <legend className={fields.label}>{label}</legend>
      {options.map((option) => {
        const words = optionWords(option.importer, option.name);
        const given = chosen.find(({ flag }) => flag === option.flag);
        return option.choices ? (
          <Choice key={option.name} option={option} given={given?.value} onPut={onPut} />
        ) : (
          <Checkbox
            key={option.name}
            isSelected={given !== undefined}
            note={words.help}
            onChange={(isOn) => onPut(option, isOn ? option : null)}
          >
            {words.label}
          </Checkbox>
        );
      })}
    </fieldset>
  );
}

type ChoiceProps = { option: ImporterOption; given: string | undefined; onPut: OptionsOfProps['onPut'] };

/** A list of what can be chosen, after what holds without a choice. */
function Choice({ option, given, onPut }: ChoiceProps) {
  const { label, help, choices = {}, unset = '' } = optionWords(option.importer, option.name);
  const entries = [{ id: '', label: unset }, ...(option.choices ?? []).map((id) => ({ id, label: choices[id] ?? id }))];
  return (
    <div>
      <span className={fields.named}>{label}</span>
      <Select
        isField
        isWide
        label={label}
        entries={entries}
        selected={given ?? ''}
        onSelect={(value) => onPut(option, value === '' ? null : { ...option, value })}
      />
      <p className={fields.hint}>{help}</p>
    </div>
  );
}
