import { useState } from 'react';
import { importerWords, optionWords } from '#words/importers.ts';
import { strings } from '#words/window/frame.ts';
import { importerIds, importerOptions, switchedOn } from '../../../../shared/model/importers.ts';
import type { FormatOptions, ImporterOption } from '../../../../shared/model/importers.ts';
import { askForFiles, askForFolder } from '../../../actions/filePicker.ts';
import { Button } from '../../../components/Button.tsx';
import { Checkbox } from '../../../components/Checkbox.tsx';
import { Dialog } from '../../../components/Dialog.tsx';
import fields from '../../../parts/dialogFields.module.css';

/** Offers the browser's pickers, and the options of importers, where an import was asked for from outside the window. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const [chosen, setChosen] = useState<readonly ImporterOption[]>([]);
  const choose = (ask: (formatOptions?: FormatOptions) => void): void => {
    onClose();
    ask(switchedOn(chosen));
  };
  const put = (option: ImporterOption, isOn: boolean): void =>
    setChosen(isOn ? [...chosen, option] : chosen.filter((one) => one !== option));
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
  chosen: readonly ImporterOption[];
  onPut: (option: ImporterOption, isOn: boolean) => void;
};

/** The options of one importer as boxes to tick; nothing where it has none. */
function OptionsOf({ label, options, chosen, onPut }: OptionsOfProps) {
  if (options.length === 0) return null;
  return (
    <fieldset className={fields.fieldset}>
      <legend className={fields.label}>{label}</legend>
      {options.map((option) => {
        const words = optionWords(option.importer, option.name);
        return (
          <Checkbox
            key={option.name}
            isSelected={chosen.includes(option)}
            note={words.help}
            onChange={(isOn) => onPut(option, isOn)}
          >
            {words.label}
          </Checkbox>
        );
      })}
    </fieldset>
  );
}
