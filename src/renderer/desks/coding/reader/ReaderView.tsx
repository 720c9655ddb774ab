import { useEffect, useLayoutEffect, useRef } from 'react';
import { reader as readerNow, setReader } from '../../../actions/readerHandle.ts';
import { createReader } from '../../../editor/reader.ts';
import type { Reader } from '../../../editor/reader.ts';
import type { ReaderCode, ReaderComparison } from '../../../editor/types.ts';
import { shownAnnotations, useReaderFilter, visibility } from '../../../state/readerFilter.ts';
import { codePath, useRecords } from '../../../state/records.ts';
import type { AnnotationChange, OpenDocument, Records } from '../../../state/records.ts';
import { useSettings } from '../../../state/settings.ts';
import { useUi } from '../../../state/ui.ts';
import { applyCode, applyDigit, openPicker, resizeAnnotation } from '../actions/coding.ts';
import { typedUnselected } from '../actions/passage.ts';
import { comparisonOf } from '../state/comparing.ts';
import { usePassage } from '../state/passage.ts';
import { lastPosition, rememberPosition } from '../state/readingPosition.ts';
import { askWords, knownWords } from '../state/words.ts';
import { keepPlace, takePlace } from './carryOver.ts';
import styles from './ReaderPanel.module.css';

function readerCodes(codes: Records['codes']): ReadonlyMap<string, ReaderCode> {
  return new Map(
    [...codes.values()].map(({ id, name, hue, pattern }) => [
      id,
      { id, name, path: codePath(codes, id), hue, pattern },
    ]),
  );
}

/** Who is there, and who acts. */
function tellCoders(reader: Reader, { coders, status }: Records): void {
  reader.setCoders(coders, status?.coder?.id ?? null);
}

/** Two coders side by side, as the reader draws them. */
function readerComparison(records: Records): ReaderComparison | null {
  const comparison = comparisonOf(records, useReaderFilter.getState());
  if (!comparison) return null;
  const { first, second, agreed, partners } = comparison;
  const name = (coder: string): string => records.coders.get(coder)?.name ?? '';
  return { first, agreed, partners, names: { first: name(first), second: name(second) } };
}

/** Keeps the sides of the text as they are to be; what stays costs nothing. */
function comparisonFollower(reader: Reader): () => void {
  let shown: object | null = null;
  return () => {
    const records = useRecords.getState();
    const comparison = comparisonOf(records, useReaderFilter.getState());
    if (comparison === shown) return;
    shown = comparison;
    reader.setComparison(readerComparison(records));
  };
}

function show(reader: Reader, { document, text }: OpenDocument): void {
  const annotations = shownAnnotations(useRecords.getState(), useReaderFilter.getState());
  reader.setContent({
    text,
    language: document.language,
    direction: document.direction,
    wordEnds: knownWords(document.id, text),
    annotations: [...annotations.values()],
    label: document.name,
  });
  const position = lastPosition(document.id);
  if (position > 0) reader.scrollTo(position);
  askWords(document.id, text, position);
}

/** Brings what changed into the reader, step by step where the same text stays. */
function follow(reader: Reader, now: Records, before: Records): void {
  if (now.codes !== before.codes) reader.setCodes(readerCodes(now.codes));
  if (now.coders !== before.coders || now.status?.coder?.id !== before.status?.coder?.id) tellCoders(reader, now);
  if (now.open === before.open || now.open === null) return;
  const isSame =
    before.open !== null && now.open.document.id === before.open.document.id && now.open.text === before.open.text;
  if (!isSame) {
    show(reader, now.open);
    return;
  }
  askWords(now.open.document.id, now.open.text); // the rest, where the program had gone
  const filter = useReaderFilter.getState();
  if (
    now.rounds !== before.rounds ||
    now.status !== before.status ||
    now.open.assignments !== before.open?.assignments
  ) {
    // A round may have become blind, or another coder may act.
    if (visibility(now, filter) !== null || visibility(before, filter) !== null) {
      replaceAnnotations(reader, shownAnnotations(now, filter), before.open?.annotations ?? new Map());
      return;
    }
  }
  if (now.open.annotations === before.open?.annotations) return;
  const { upsert, remove } = now.lastAnnotationChange;
  if (upsert.length > 0 || remove.length > 0) reader.changeAnnotations(visibleChange(now, upsert, remove));
  else replaceAnnotations(reader, shownAnnotations(now, filter), before.open?.annotations ?? new Map());
}

/** A change without the codings that are hidden; one that the change hides goes. */
function visibleChange(now: Records, upsert: AnnotationChange['upsert'], remove: AnnotationChange['remove']) {
  const test = visibility(now, useReaderFilter.getState());
  if (test === null) return { upsert, remove };
  const hidden = upsert.filter((coding) => !test(coding)).map(({ id }) => id);
  return { upsert: upsert.filter(test), remove: [...remove, ...hidden] };
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

/** A pause in scrolling after which the place is remembered, in milliseconds. */
const pause = 400;

/** Remembers where the article was left, when scrolling has come to rest. The answer stops it. */
function followScrolling(host: HTMLElement, reader: Reader): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const onScroll = (): void => {
    clearTimeout(timer);
    const document = useRecords.getState().open?.document.id;
    if (document === undefined) return;
    timer = setTimeout(() => {
      const { open } = useRecords.getState();
      if (open?.document.id !== document) return;
      rememberPosition(document, reader.position());
      askWords(document, open.text, reader.position());
    }, pause);
  };
  host.addEventListener('scroll', onScroll, { capture: true, passive: true });
  return () => {
    clearTimeout(timer);
    host.removeEventListener('scroll', onScroll, { capture: true });
  };
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
        // Without a passage there is nothing to choose a code for: a picker that nobody sees would keep all keys to itself.
        selection: (span) => useUi.setState(span === null ? { selection: null, picker: null } : { selection: span }),
        unselected: typedUnselected,
        pointed: (bar) => usePassage.setState({ bar }),
        menu: (at, annotation) => usePassage.setState({ menu: { at, annotation }, bar: null }),
        dropCode: (code, { start, end }) => {
          reader.select(start, end, { focus: true });
          applyCode(code);
        },
        activate: (activeAnnotation) => useUi.setState({ activeAnnotation }),
        openPicker,
        digit: applyDigit,
        resize: (annotation, start, end) => void resizeAnnotation(annotation, start, end),
      },
      { readOnly },
    );
    const { codes, open } = useRecords.getState();
    const { textSize, measure } = useSettings.getState();
    reader.setCodes(readerCodes(codes));
    tellCoders(reader, useRecords.getState());
    reader.setStyle({ textSize, measure });
    if (open) {
      show(reader, open);
      takePlace(open.document.id, reader);
    }
    reader.setActive(useUi.getState().activeAnnotation);
    setReader(reader);
    const followComparison = comparisonFollower(reader);
    followComparison();
    const stops = [
      followScrolling(host.current, reader),
      useRecords.subscribe((now, before) => {
        follow(reader, now, before);
        followComparison();
      }),
      useUi.subscribe((now, before) => {
        if (now.activeAnnotation !== before.activeAnnotation) reader.setActive(now.activeAnnotation);
      }),
      useReaderFilter.subscribe((filter) => {
        const now = useRecords.getState();
        if (now.open) replaceAnnotations(reader, shownAnnotations(now, filter), now.open.annotations);
        followComparison();
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
  // Effects of layout end while what goes is still in the page.
  useLayoutEffect(() => {
    const element = host.current;
    return () => {
      const [reader, open] = [readerNow(), useRecords.getState().open];
      if (reader && open) keepPlace(open.document.id, reader, element?.contains(document.activeElement) === true);
    };
  }, [readOnly]);
  return <div ref={host} data-reader className={styles.host} />;
}
