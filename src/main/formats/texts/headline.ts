import { countCodePoints } from '../../../shared/text/offsets.ts';
import { isoDateOf } from './dates.ts';

/** A headline is sought in so much of a text, in UTF-16 code units. */
const headLength = 16_384;
/** Characters of the shortest and the longest headline. */
const shortest = 3;
const longest = 200;
/** Characters from which lines are a paragraph, and not the rest of a headline or a headline themselves. */
const paragraph = 100;
const blanklessParagraph = 40;
/** Up to so many words, or characters of a script without blanks, may be a section or a letterhead. */
const sectionWords = 3;
const sectionCharacters = 6;

/**
 * The headline that a plain text begins with, on one line; null where there is any doubt. It is the first line that is not
 * blank, if it looks like a headline (two words at least, or four characters where a script sets no blanks; no sentence,
 * address, path through a site, date, byline, list, table, caption or turn in a talk) and stands apart: before a blank line, a
 * byline, a date or a clearly longer paragraph. So few words that they may be a section need a paragraph, byline or date
 * next. A heading of Markdown (`# …`) is one without its sign. The text is only read.
 */
export function headlineOf(text: string): string | null {
  const lines = text.slice(0, headLength).split('\n');
  const at = lines.findIndex((line) => line.trim() !== '');
  const first = lines[at] ?? '';
  const heading = /^#[ \t]+(.+?)[ \t]*#*[ \t]*$/u.exec(first)?.[1];
  if (!looksLikeHeadline(heading ?? first)) return null;
  const headline = plain(heading ?? first);
  const rest = lines.slice(at + 1);
  const next = rest.findIndex((line) => line.trim() !== '');
  if (next === -1) return null;
  if (heading !== undefined) return headline;
  const end = rest.findIndex((line, index) => index > next && line.trim() === '');
  const block = rest.slice(next, end === -1 ? undefined : end).map(plain);
  return stands(headline, block, next === 0) ? headline : null;
}

function plain(line: string): string {
  return line.replace(/\s+/gu, ' ').trim();
}

/** Whether a headline stands apart from the lines that follow: at once, or after a blank line. */
function stands(headline: string, block: readonly string[], atOnce: boolean): boolean {
  const [next = ''] = block;
  if (isBylineOrDate(next)) return true;
  if (isAmidSentence(next) || (isTurn(headline) && isTurn(next))) return false;
  const isBlankless = hasBlanklessScript(headline);
  const least = isBlankless ? blanklessParagraph : paragraph;
  if (atOnce) return next.length >= least && next.length >= headline.length * 1.5 && !beginAlike(headline, next);
  const isShort = isBlankless ? headline.length <= sectionCharacters : wordsOf(headline).length <= sectionWords;
  return !isShort || block.join(' ').length >= least;
}

/** Lines of one list or table often begin with the same word. */
function beginAlike(one: string, other: string): boolean {
  return one.split(' ')[0] === other.split(' ')[0];
}

/** Somebody's turn in a talk: `Anna: …`, `Speaker 2: …`. */
function isTurn(line: string): boolean {
  return /^[\p{L}\p{N}.]{1,24}(?: [\p{L}\p{N}.]{1,24})?\s?[:：]/u.test(line);
}

function looksLikeHeadline(written: string): boolean {
  if (/\S\s*\t|\S {3,}\S/u.test(written.trim())) return false; // columns
  const line = plain(written);
  const length = countCodePoints(line);
  if (length < shortest || length > longest || !hasEnoughWords(line)) return false;
  return ![isOfSentence, isMarkup, isNavigation, isAddress, isLabelled, isCaption, isBylineOrDate].some((is) =>
    is(line),
  );
}

const wordsOf = (line: string): string[] => line.split(' ').filter((word) => /\p{L}/u.test(word));

const blankless =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;

function hasBlanklessScript(line: string): boolean {
  return (line.match(blankless) ?? []).length > 0;
}

/** Two words, or four letters of a script without blanks; and letters rather than figures and signs. */
function hasEnoughWords(line: string): boolean {
  if (wordsOf(line).length < 2 && (line.match(blankless) ?? []).length < 4) return false;
  const letters = (line.match(/[\p{L}\p{M}]/gu) ?? []).length;
  return letters * 2 >= countCodePoints(line.replaceAll(' ', ''));
}

/** It ends as a sentence does or goes on, holds the end of one, or begins amid one. */
function isOfSentence(line: string): boolean {
  return (
    /[.。．…,，、;；:：،؛۔।·\-–—][\p{Pf}\p{Pe}"'”»«]*$/u.test(line) ||
    /\p{Ll}{3,}\.[\p{Pf}"]?\s+\p{Lu}|[。！？]\p{L}/u.test(line) ||
    isAmidSentence(line)
  );
}

/** It begins with a small letter, and not as “iPhone” does. */
function isAmidSentence(line: string): boolean {
  return /^[\p{Pi}"'„»]*\p{Ll}(?!\p{Lu})/u.test(line);
}

/** Markup, lists, front matter, tokens, hours, what no reader shows. */
function isMarkup(line: string): boolean {
  return /^[<{\\*+=_~#•▪◦‣>-]|^\[|^\d+[.)] |[\p{Cc}\ufffd{}=<>_]|;|[:：].*[:：]|^WEBVTT\b|\d:\d\d/u.test(line);
}

/** A path through a site, a row of links, a word of its page. */
function isNavigation(line: string): boolean {
  return /[|›→]|\s(?:»|>|::|·|•|\/)\s/u.test(line) || pageWords.test(line);
}

const pageWords =
  /^(?:skip to|jump to|go to|back to|share (?:this|on)|log ?in|sign (?:in|up)|subscribe|advertisement|read more|breaking news|got a tip|media playback|from wikipedia|please enable|your browser|related (?:articles|stories)|zum (?:haupt)?inhalt|direkt zum|zur (?:navigation|startseite)|anzeige\b|aller au contenu|accueil\b|ir al contenido|saltar al|vai al contenuto|naar (?:de )?inhoud|ga naar|перейти к|انتقل إلى|跳到|跳至|跳转)/iu;

function isAddress(line: string): boolean {
  return /:\/\/|\bwww\.|\S@\S+\.\S|^\S+\.(?:com|org|net|html?)$/iu.test(line);
}

/** A line that names what it holds, as the head of a message or a record has them, or one of a letter. */
function isLabelled(line: string): boolean {
  return /^(?:title|headline|subject|from|to|date|author|source|section|url|language|length|body|titel|autor|quelle|datum|betreff|titre|auteur|titulo|título|fecha|标题|作者|来源|標題|來源|copyright|©|isbn|issn|doi|tel|telephone|fax)\s*(?::|：|©|\(c\)|\d)|^(?:dear|hello|sehr geehrte[rn]?|liebe[r]?|cher|chère|estimad[oa]s?)\s/iu.test(
    line,
  );
}

/** What stands under a picture: it names who made it, often in brackets, or when. */
function isCaption(line: string): boolean {
  return (
    /[)\]）】]$|\b(?:photo|photograph|photos|illustration|picture|image|video)s? (?:by|courtesy)\b/iu.test(line) ||
    /getty images|\/(?:reuters|afp|ap|epa|dpa)\b/iu.test(line) ||
    (/\d{4}$/u.test(line) && isDay(isoDateOf(line)))
  );
}

const isDay = (date: string): boolean => /^\d{4}-\d\d-\d\d$/u.test(date);

const byline =
  /^(?:by|von|par|por|di|door|av|af|przez|autor|автор:?|text|foto|photo)\s+\p{Lu}|^(?:بقلم|كتب|كتبت|記者|记者|作者|文\s*[/／|]|本报记者|本報記者|構成)/iu;
const stamped =
  /^(?:published|updated|posted|last (?:updated|modified)|first published|veröffentlicht|aktualisiert|stand:|publié|mis à jour|publicado|actualizado|pubblicato|опубликовано|نشر|发布|更新|發布)/iu;

/** So many words besides a date, such as place, weekday and hour, leave a line one that tells a date. */
const wordsBesideDate = 4;

function isBylineOrDate(line: string): boolean {
  if (isByline(line) || stamped.test(line)) return true;
  const dated = isDay(isoDateOf(line)) || /^[\p{L}., ]*\d{1,2}[./]\d{1,2}[./]\d{2,4}\b/u.test(line);
  return dated && wordsOf(line).length <= wordsBesideDate + 1; // the month is one
}

/** Capitals count behind “By”: “By the numbers” and “Von der Leyen” begin headlines. */
function isByline(line: string): boolean {
  const [, name = ''] = /^\S+\s+(\S)/u.exec(line) ?? [];
  return byline.test(line) && (!/\p{L}/u.test(name) || name !== name.toLowerCase() || name === name.toUpperCase());
}
