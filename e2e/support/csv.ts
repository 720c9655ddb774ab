import { parse } from 'csv-parse/sync';

/** The rows of a CSV file as objects by column, the way any reader of RFC 4180 sees them. */
export function readCsv(content: Buffer | string): Record<string, string>[] {
  return parse<Record<string, string>>(content, { columns: true, bom: true });
}

/** The characters from `start` to `end` of a text, counted in code points as R and Python count them. */
export function byCodePoints(text: string, start: number, end: number): string {
  return Array.from(text).slice(start, end).join('');
}
