import type { IRunOptions } from 'docx';
import { Tab, TextRun } from 'docx';
import { printable } from './printable.ts';

/** Letters of scripts that run from right to left. */
const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** Runs of one line of text; tabs as tabs, complex scripts marked as such. */
export function textRun(text: string, options: IRunOptions = {}): TextRun {
  const parts = printable(text).split('\t');
  const children = parts.flatMap((part, index) => (index === 0 ? [part] : [new Tab(), part]));
  return new TextRun({ ...options, ...(rightToLeft.test(text) ? { rightToLeft: true } : {}), children });
}
