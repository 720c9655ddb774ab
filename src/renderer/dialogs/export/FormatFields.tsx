import { annotationFormatSchema, tableFormatSchema } from '../../../shared/api/exports.ts';
import type { ExportFormat } from '../../../shared/api/exports.ts';
import { Checkbox } from '../../components/Checkbox.tsx';
import { strings } from '../../strings/strings.ts';
import type { Draft } from './draft.ts';
import styles from './export.module.css';

/** Which files are written, and how cells stand in those that spreadsheets open. */
export function FormatFields({ draft, onChange }: { draft: Draft; onChange: (draft: Draft) => void }) {
  const words = strings.export;
  const hasDelimited = draft.formats.includes('csv') || draft.formats.includes('tsv');
  const toggle = (format: ExportFormat, isOn: boolean): void =>
    onChange({ ...draft, formats: [...draft.formats.filter((one) => one !== format), ...(isOn ? [format] : [])] });
  const boxes = (offered: readonly ExportFormat[]) =>
    offered.map((format) => (
      <Checkbox key={format} isSelected={draft.formats.includes(format)} onChange={(isOn) => toggle(format, isOn)}>
        {words.formatNames[format]}
      </Checkbox>
    ));
  return (
    <>
      <fieldset className={styles.fields}>
        <legend>{words.formats}</legend>
        {boxes(tableFormatSchema.options)}
      </fieldset>
      <fieldset className={styles.fields}>
        <legend>{words.annotationFormats}</legend>
        {boxes(annotationFormatSchema.options)}
      </fieldset>
      <fieldset className={styles.fields}>
        <legend>{words.options}</legend>
        <Checkbox
          isSelected={draft.byteOrderMark}
          onChange={(byteOrderMark) => onChange({ ...draft, byteOrderMark })}
          note={words.markNote}
          isDisabled={!hasDelimited}
        >
          {words.mark}
        </Checkbox>
        <Checkbox
          isSelected={draft.raw}
          onChange={(raw) => onChange({ ...draft, raw })}
          note={words.rawNote}
          isDisabled={!hasDelimited}
        >
          {words.raw}
        </Checkbox>
      </fieldset>
    </>
  );
}
