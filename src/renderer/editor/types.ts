import type { Id } from '../../shared/model/records.ts';
import type { WordEnds } from '../../shared/text/words/runs.ts';

/** A code as the reader draws it. `hue` is 1 to 12, `path` names the code with all its levels. */
export type ReaderCode = {
  readonly id: Id;
  readonly name: string;
  readonly path: string;
  readonly hue: number;
  readonly pattern: 'plain' | 'striped';
};

/** A coding of the text on screen: half-open `[start, end)` in UTF-16 code units. */
export type ReaderAnnotation = {
  readonly id: Id;
  readonly code: Id;
  readonly coder: Id;
  readonly start: number;
  readonly end: number;
  readonly memo: string;
};

/** Whose a coding is; `agreed`: nobody's, but of the version that people have agreed on. */
export type ReaderCoder = { readonly id: Id; readonly name: string; readonly kind: 'person' | 'agreed' };

export type ReaderContent = {
  /** The document's frozen text; its line ends are LF. */
  readonly text: string;
  /** BCP 47 tag, or '' when it is not known. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** Words in scripts that set no blanks between them, as far as they are known by now. */
  readonly wordEnds?: WordEnds;
  readonly annotations: readonly ReaderAnnotation[];
  /** The document's name, for screen readers. */
  readonly label: string;
};

/** Two coders side by side: the first one's codings before the text (left, where it runs to the right), the others after. */
export type ReaderComparison = {
  readonly first: Id;
  /** Names of the two, for the margins. */
  readonly names: { readonly first: string; readonly second: string };
  /** Codings that both have just so: they step back. */
  readonly agreed: ReadonlySet<Id>;
  /** The coding of the other coder that one differs from; both stand out together. */
  readonly partners: ReadonlyMap<Id, Id>;
};

/** A half-open passage in UTF-16 code units. */
export type TextSpan = { readonly start: number; readonly end: number };

export type ReaderEvents = {
  /** The selected passage, snapped outward to whole grapheme clusters, or null when nothing is selected. */
  selection(span: TextSpan | null): void;
  /** The user made this coding the active one (tint, bracket, name or key), or none. */
  activate(annotation: Id | null): void;
  /** Enter (`initial` is '') or a letter was typed while a passage was selected. */
  openPicker(initial: string, anchor: DOMRect): void;
  /** A digit, 0 to 9, was typed while a passage was selected. */
  digit(digit: string): void;
  /** A letter ('' where an input method begins to compose) or a digit was typed while nothing was selected. */
  unselected(key: string): void;
  /** The pointer has just selected a passage, or chosen a coding in the text: where that stands on screen. */
  pointed(box: DOMRect): void;
  /** The menu was asked for, in CSS pixels of the window; `annotation`: the coding that it is about besides what is selected. */
  menu(at: { readonly x: number; readonly y: number }, annotation: Id | null): void;
  /** A code was dropped onto the text, for this passage. */
  dropCode(code: Id, passage: TextSpan): void;
  /** The user moved a boundary of this coding. The new span shows until `changeAnnotations` answers, or goes back. */
  resize(annotation: Id, start: number, end: number): void;
};

export type ReaderCommand =
  | 'nextSentence'
  | 'previousSentence'
  | 'nextParagraph'
  | 'previousParagraph'
  | 'selectSentence'
  | 'selectParagraph'
  | 'extendWord'
  | 'shrinkWord'
  | 'extendSentence'
  | 'shrinkSentence'
  | 'nextAnnotation'
  | 'previousAnnotation'
  | 'startEarlier'
  | 'startLater'
  | 'endEarlier'
  | 'endLater'
  | 'startEarlierByCharacter'
  | 'startLaterByCharacter'
  | 'endEarlierByCharacter'
  | 'endLaterByCharacter'
  | 'findInText'
  | 'clearSelection';
