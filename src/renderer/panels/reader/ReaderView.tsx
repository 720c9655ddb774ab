import { useEffect, useRef } from 'react';
import { applyDigit, openPicker, resizeAnnotation } from '../../actions/coding.ts';
import { setReader } from '../../actions/readerHandle.ts';
import { createReader } from '../../editor/reader.ts';
import type { Reader } from '../../editor/reader.ts';
import type { ReaderCode } from '../../editor/types.ts';
import { codePath, useRecords } from '../../state/records.ts';
import type { OpenDocument, Records } from '../../state/records.ts';
import { useSettings } from '../../state/settings.ts';
import { useUi } from '../../state/ui.ts';
import styles from './ReaderPanel.module.css';

function readerCodes(codes: Records['codes']): ReadonlyMap<string, ReaderCode> {
  return new Map(
    [...codes.values()].map(({ id, name, hue, pattern }) => [
      id,
      { id, name, path: codePath(codes, id), hue, pattern },
    ]),
  );
}

function readerCoders(coders: Records['coders']): ReadonlyMap<string, string> {
  return new Map([...coders.values()].map(({ id, name }) => [id, name]));
}

function show(reader: Reader, open: OpenDocument): void {
  const { document, text, annotations } = open;
  reader.setContent({
    text,
    language: document.language,
    direction: document.direction,
    annotations: [...annotations.values()],
    label: document.name,
  });
}

/** Brings what changed into the reader, step by step where the same text stays. */
function follow(reader: Reader, now: Records, before: Records): void {
  if (now.codes !== before.codes) reader.setCodes(readerCodes(now.codes));
  if (now.coders !== before.coders) reader.setCoders(readerCoders(now.coders));
  if (now.open === before.open || now.open === null) return;
  const isSame =
    before.open !== null && now.open.document.id === before.open.document.id && now.open.text === before.open.text;
  if (!isSame) {
    show(reader, now.open);
    return;
  }
  if (now.open.annotations === before.open?.annotations) return;
  const { upsert, remove } = now.lastAnnotationChange;
  if (upsert.length > 0 || remove.length > 0) reader.changeAnnotations({ upsert, remove });
  else replaceAnnotations(reader, now.open.annotations, before.open?.annotations ?? new Map());
}

/** The annotations were asked for anew: all that are there now, without those that are gone. */
function replaceAnnotations(
  reader: Reader,
  now: OpenDocument['annotations'],
  before: OpenDocument['annotations'],
): void {
  const remove = [...before.keys()].filter((id) => !now.has(id));
  reader.changeAnnotations({ upsert: [...now.values()], remove });
}

/**
 * Holds the editor. It lives outside React and follows the stores by itself, so that a change of one coding costs one
 * change in the editor and no rendering here.
 */
export function ReaderView({ readOnly }: { readOnly: boolean }) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!host.current) return;
    const reader = createReader(
      host.current,
      {
        selection: (span) => useUi.setState({ selection: span }),
        activate: (activeAnnotation) => useUi.setState({ activeAnnotation }),
        openPicker,
        digit: applyDigit,
        resize: (annotation, start, end) => void resizeAnnotation(annotation, start, end),
        hover: () => undefined,
      },
      { readOnly },
    );
    const { codes, coders, open } = useRecords.getState();
    const { textSize, measure } = useSettings.getState();
    reader.setCodes(readerCodes(codes));
    reader.setCoders(readerCoders(coders));
    reader.setStyle({ textSize, measure });
    if (open) show(reader, open);
    reader.setActive(useUi.getState().activeAnnotation);
    setReader(reader);
    const stops = [
      useRecords.subscribe((now, before) => follow(reader, now, before)),
      useUi.subscribe((now, before) => {
        if (now.activeAnnotation !== before.activeAnnotation) reader.setActive(now.activeAnnotation);
      }),
      useSettings.subscribe((now, before) => {
        if (now.textSize !== before.textSize || now.measure !== before.measure) reader.setStyle(now);
      }),
    ];
    return () => {
      stops.forEach((stop) => stop());
      setReader(null);
      reader.destroy();
    };
  }, [readOnly]);
  return <div ref={host} data-reader className={styles.host} />;
}
