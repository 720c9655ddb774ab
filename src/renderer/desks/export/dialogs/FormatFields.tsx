import { Fragment } from 'react';
import type { ReactNode } from 'react';
import { strings } from '#words/window/frame.ts';
import { annotationFormatSchema, tableFormatSchema } from '../../../../shared/api/exports.ts';
import type { ExportFormat, ExportPreview } from '../../../../shared/api/exports.ts';
import { Checkbox } from '../../../components/Checkbox.tsx';
import { PartitionField } from './PartitionField.tsx';
import type { Draft } from './draft.ts';
import styles from './export.module.css';

type FieldsProps = { draft: Draft; onChange: (draft: Draft) => void };

type BoxesProps = FieldsProps & {
  legend: string;
  offered: readonly ExportFormat[];
  /** What a format asks, once it is chosen. */
  more?: Partial<Record<ExportFormat, ReactNode>>;
};

function FormatBoxes({ draft, onChange, legend, offered, more = {} }: BoxesProps) {
  const toggle = (format: ExportFormat, isOn: boolean): void =>
    onChange({ ...draft, formats: [...draft.formats.filter((one) => one !== format), ...(isOn ? [format] : [])] });
  return (
    <fieldset className={styles.fields}>
      <legend className={styles.caption}>{legend}</legend>
      {offered.map((format) => (
        <Fragment key={format}>
          <Checkbox isSelected={draft.formats.includes(format)} onChange={(isOn) => toggle(format, isOn)}>
            {strings.export.formatNames[format]}
          </Checkbox>
          {draft.formats.includes(format) && more[format]}
        </Fragment>
      ))}
    </fieldset>
  );
}

/** The files that the table is written to. */
export function TableFormatFields({ preview, ...props }: FieldsProps & { preview: ExportPreview | null }) {
  return (
    <FormatBoxes
      {...props}
      legend={strings.export.formats}
      offered={tableFormatSchema.options}
      more={{ parquet: <PartitionField {...props} preview={preview} /> }}
    />
  );
}

/** What is written beside the table, and how cells stand in files that spreadsheets open. */
export function OtherFormatFields({ draft, onChange }: FieldsProps) {
  const words = strings.export;
  const hasDelimited = draft.formats.includes('csv') || draft.formats.includes('tsv');
  return (
    <>
      <FormatBoxes
        draft={draft}
        onChange={onChange}
        legend={words.annotationFormats}
        offered={annotationFormatSchema.options}
      />
      {hasDelimited && (
        <fieldset className={styles.fields}>
          <legend className={styles.caption}>{words.options}</legend>
          <Checkbox
            isSelected={draft.byteOrderMark}
            onChange={(byteOrderMark) => onChange({ ...draft, byteOrderMark })}
            note={words.markNote}
          >
            {words.mark}
          </Checkbox>
          <Checkbox isSelected={draft.raw} onChange={(raw) => onChange({ ...draft, raw })} note={words.rawNote}>
            {words.raw}
          </Checkbox>
        </fieldset>
      )}
    </>
  );
}
