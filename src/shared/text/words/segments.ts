import { wordClass, wordClassOf } from './classes.ts';

/**
 * The rule for words: the word boundaries of UAX #29 (WB1 to WB999) in the version of Unicode of `table.ts`, the same in
 * every window, on every machine, in every language. One addition, which UAX #29 leaves to whoever follows it: letters of
 * a script that sets no blanks between words hold together (ideographs, Hiragana, and Thai and its like; Katakana by WB13).
 */
const {
  CR,
  LF,
  Newline,
  Extend,
  ZWJ,
  Format,
  Regional_Indicator,
  Katakana,
  Hebrew_Letter,
  ALetter,
  Single_Quote,
  Double_Quote,
  MidNumLet,
  MidLetter,
  MidNum,
  Numeric,
  ExtendNumLet,
  WSegSpace,
  Ideograph,
  Hiragana,
  Complex_Context,
  Extended_Pictographic,
} = wordClass;

const anyNewline = CR | LF | Newline;
const ignored = Extend | ZWJ | Format;
const letter = ALetter | Hebrew_Letter;
const midLetter = MidLetter | MidNumLet | Single_Quote;
const midNumber = MidNum | MidNumLet | Single_Quote;
const unspaced = Ideograph | Hiragana | Katakana | Complex_Context;
/** The first letter of such a script, a Thai one. */
const firstUnspaced = 0x0e01;
const word = letter | Numeric | unspaced;
/** Whatever of these stands beside another may belong to the same word. */
const inWord = letter | Numeric | Katakana | ExtendNumLet | midLetter | midNumber | Double_Quote;
/** What holds together with its own kind. */
const ownKind = WSegSpace | Regional_Indicator | Ideograph | Hiragana | Complex_Context;

/** What stands between two borders. `unspaced`: a word in a script that sets no blanks between words. */
export type SegmentKind = 'word' | 'unspaced' | 'between';

/** Half-open, in UTF-16 units. */
export type Segment = { start: number; end: number; kind: SegmentKind };

function classAt(text: string, offset: number): number {
  return wordClassOf(text.codePointAt(offset) ?? 0);
}

/** The code point before `offset` starts here. */
function before(text: string, offset: number): number {
  return (text.codePointAt(offset - 2) ?? 0) > 0xffff ? offset - 2 : offset - 1;
}

function after(text: string, offset: number): number {
  return offset + ((text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1);
}

/** The classes of the next code point from `offset` on that is not ignored (WB4); 0 at the end. */
function nextClass(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && classAt(text, at) & ignored) at = after(text, at);
  return at < text.length ? classAt(text, at) : 0;
}

/** What is behind a place between two code points: as they stand, and (WB4) without what is ignored. */
type Behind = { direct: number; last: number; beforeLast: number; hasOddIndicators: boolean };

/** WB3 to WB3d, where what stands directly before counts; null where they say nothing. */
function bordersDirectly({ direct }: Behind, next: number): boolean | null {
  if (direct & CR && next & LF) return false;
  if ((direct | next) & anyNewline) return true;
  if (direct & ZWJ && next & Extended_Pictographic) return false;
  if (direct & WSegSpace && next & WSegSpace) return false;
  return next & ignored ? false : null; // WB4
}

/** WB5 to WB7c: letters, and what stands between them. */
function holdsLetters(text: string, { last, beforeLast }: Behind, next: number, following: number): boolean {
  if (last & letter && next & letter) return true;
  if (last & letter && next & midLetter && nextClass(text, following) & letter) return true;
  if (beforeLast & letter && last & midLetter && next & letter) return true;
  if (last & Hebrew_Letter && next & Single_Quote) return true;
  if (last & Hebrew_Letter && next & Double_Quote && nextClass(text, following) & Hebrew_Letter) return true;
  return (beforeLast & Hebrew_Letter && last & Double_Quote && next & Hebrew_Letter) !== 0;
}

/** WB8 to WB13b: figures, and what extends words. */
function holdsNumbers(text: string, { last, beforeLast }: Behind, next: number, following: number): boolean {
  if (last & (Numeric | letter) && next & Numeric) return true;
  if (last & Numeric && next & letter) return true;
  if (beforeLast & Numeric && last & midNumber && next & Numeric) return true;
  if (last & Numeric && next & midNumber && nextClass(text, following) & Numeric) return true;
  if (last & Katakana && next & Katakana) return true;
  if (last & (letter | Numeric | Katakana | ExtendNumLet) && next & ExtendNumLet) return true;
  return (last & ExtendNumLet && next & (letter | Numeric | Katakana)) !== 0;
}

function isBorder(text: string, behind: Behind, next: number, following: number): boolean {
  const direct = bordersDirectly(behind, next);
  if (direct !== null) return direct;
  const { last } = behind;
  if (last & (Ideograph | Hiragana | Complex_Context) & next) return false;
  if (last & Regional_Indicator && next & Regional_Indicator) return !behind.hasOddIndicators; // WB15, WB16
  return !holdsLetters(text, behind, next, following) && !holdsNumbers(text, behind, next, following);
}

/** The segment that starts at `start`, a border before the text's end. */
export function segmentFrom(text: string, start: number): Segment {
  const first = classAt(text, start);
  const behind: Behind = { direct: first, last: first, beforeLast: 0, hasOddIndicators: true };
  let all = first;
  let end = after(text, start);
  while (end < text.length) {
    const next = classAt(text, end);
    const following = after(text, end);
    if (isBorder(text, behind, next, following)) break;
    behind.direct = next;
    if (!(next & ignored)) {
      behind.beforeLast = behind.last;
      behind.last = next;
      behind.hasOddIndicators = !behind.hasOddIndicators;
    }
    all |= next;
    end = following;
  }
  return { start, end, kind: first & unspaced ? 'unspaced' : all & word ? 'word' : 'between' };
}

/** Whether a border lies between two code points whatever stands round them. False says nothing. */
function isCertain(last: number, next: number): boolean {
  if (last & CR && next & LF) return false;
  if ((last | next) & anyNewline) return true;
  if ((last | next) & ignored || last & next & ownKind) return false;
  return !(last & inWord && next & inWord);
}

/**
 * A border at or before `offset` (0 to the text's length), near it: segments from there on are those of the whole text.
 * Looks no further back than the words at `offset` reach.
 */
export function borderNear(text: string, offset: number): number {
  if (offset >= text.length && text.length > 0) return borderNear(text, before(text, text.length));
  let at = offset > 0 && after(text, offset - 1) > offset ? offset - 1 : offset;
  let next = classAt(text, at);
  while (at > 0) {
    const previous = before(text, at);
    const last = classAt(text, previous);
    if (isCertain(last, next)) return at;
    [at, next] = [previous, last];
  }
  return 0;
}

/** The segments of `[start, end)`, a stretch that is looked at alone: its ends are borders. */
export function segmentsOf(text: string, start = 0, end = text.length): Segment[] {
  const stretch = text.slice(start, end);
  const segments: Segment[] = [];
  for (let at = 0; at < stretch.length;) {
    const segment = segmentFrom(stretch, at);
    segments.push({ ...segment, start: start + segment.start, end: start + segment.end });
    at = segment.end;
  }
  return segments;
}

/**
 * The last border of `(least, offset]` that is one whatever stands round it and has no letter before it of a script that sets
 * no blanks between words: a place where a text can be cut. `offset` itself where there is none.
 */
export function cutBefore(text: string, offset: number, least: number): number {
  for (let at = offset; at > least; at = before(text, at)) {
    const last = classAt(text, before(text, at));
    if (!(last & unspaced) && isCertain(last, classAt(text, at))) return at;
  }
  return offset;
}

/** Whether letters of scripts that set no blanks between words stand in `[start, end)`. */
export function hasUnspaced(text: string, start: number, end: number): boolean {
  for (let at = start; at < Math.min(end, text.length); at++) {
    if (text.charCodeAt(at) >= firstUnspaced && classAt(text, at) & unspaced) return true;
  }
  return false;
}
