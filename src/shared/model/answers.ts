import { said, say } from '../words/message.ts';
import type { Message } from '../words/message.ts';
import type { Id } from './records.ts';
import { readNumber } from '../text/numbers.ts';
import type { Answer, AnswerValue, Choice, Entity, Level, Variable } from './variables.ts';

/** A value that a variable allows, in its one written form; or why it does not, in words for the person who gave it. */
export type Checked = { value: AnswerValue } | { fault: Message };

/** Finds an entry of the lists that the project keeps, by its id. */
export type EntityLookup = (id: Id) => Entity | undefined;

/** Levels whose answers are one number. */
export function isNumeric(level: Level): boolean {
  return level === 'nominal' || level === 'ordinal' || level === 'interval' || level === 'ratio';
}

/** A value as the project file keeps it: a number in JSON, several as a JSON array, text as it is. */
export function writeValue(value: AnswerValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Reads what `writeValue` wrote for a variable of this level; undefined where it was written for another. */
export function readValue(level: Level, text: string): AnswerValue | undefined {
  if (!isNumeric(level) && level !== 'multiple') return text;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined; // no JSON: it was written for a text
  }
  if (level !== 'multiple') return typeof value === 'number' ? value : undefined;
  if (!Array.isArray(value)) return undefined;
  const numbers = value.filter((item) => typeof item === 'number');
  return numbers.length === value.length ? numbers : undefined;
}

/**
 * Holds a value against what a variable allows: its level, its choices, its range, its list of entities. Several values
 * come back in ascending order, each once. A missing code is allowed outside the range.
 */
export function checkValue(variable: Variable, value: AnswerValue, entityOf: EntityLookup): Checked {
  if (isNumeric(variable.level)) return checkNumber(variable, value);
  if (variable.level === 'multiple') return checkSeveral(variable, value);
  if (typeof value !== 'string') return { fault: said('fields.give', { level: variable.level }) };
  if (variable.level === 'date') return checkDate(value);
  if (variable.level === 'entity') return checkEntity(variable, value, entityOf);
  return value.trim() === '' ? { fault: said('fields.noText') } : { value };
}

function checkNumber(variable: Variable, value: AnswerValue): Checked {
  if (typeof value !== 'number' || !Number.isFinite(value)) return { fault: said('fields.giveNumber') };
  const number = value === 0 ? 0 : value; // minus nought is nought
  if (variable.choices.some((choice) => choice.value === number)) return { value: number };
  if (variable.level === 'nominal' || variable.level === 'ordinal') {
    return { fault: said('fields.noneOfValues', { value: number, allowed: allowedChoices(variable.choices) }) };
  }
  const { minimum, maximum } = variable;
  if ((minimum !== null && number < minimum) || (maximum !== null && number > maximum)) {
    return { fault: said('fields.outOfRange', { value: number, allowed: allowedRange(variable) }) };
  }
  return { value: number };
}

function checkSeveral({ choices }: Variable, value: AnswerValue): Checked {
  if (!Array.isArray(value)) return { fault: said('fields.giveList') };
  if (value.length === 0) return { fault: said('fields.chooseOne') };
  const stranger = value.find((number) => !choices.some((choice) => choice.value === number));
  if (stranger !== undefined)
    return { fault: said('fields.noneOfValues', { value: stranger, allowed: allowedChoices(choices) }) };
  return { value: [...new Set(value)].sort((a, b) => a - b) };
}

function checkDate(value: string): Checked {
  const fault = dayFault(value);
  return fault === null ? { value } : { fault };
}

/** Why a text is no day of the Gregorian calendar as ISO 8601 writes it in full, YYYY-MM-DD; null where it is one. */
export function dayFault(value: string): Message | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(value);
  const [year, month, day] = (parts ?? []).slice(1).map(Number);
  if (year === undefined || month === undefined || day === undefined) {
    return said('fields.notADate', { value });
  }
  if (year === 0) return said('fields.noYearZero');
  const isDay = month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month);
  return isDay ? null : said('fields.noSuchDay', { value });
}

function daysOf(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

function checkEntity(variable: Variable, value: string, entityOf: EntityLookup): Checked {
  const entity = entityOf(value);
  if (entity?.list === variable.entityList) return { value };
  return { fault: said('fields.noSuchEntry', { list: variable.entityList }) };
}

function told(choices: readonly Choice[]): { value: number; label: string }[] {
  return choices.map(({ value, label }) => ({ value, label }));
}

function allowedChoices(choices: readonly Choice[]): Message {
  return said('fields.choices', { choices: told(choices) });
}

function allowedRange({ minimum, maximum, choices }: Variable): Message {
  return said('fields.range', { minimum, maximum, choices: told(choices) });
}

/** What a variable allows, in one line: for the foot of a field. */
export function allowedValues(variable: Variable): string {
  return say(allowed(variable));
}

function allowed(variable: Variable): Message {
  const { level } = variable;
  if (level === 'nominal' || level === 'ordinal' || level === 'multiple') return allowedChoices(variable.choices);
  if (level === 'interval' || level === 'ratio') return allowedRange(variable);
  if (level === 'date') return said('fields.day');
  return level === 'entity' ? said('fields.entryOf', { list: variable.entityList }) : said('fields.anyText');
}

/**
 * Reads a value as people write it in a table: a number or its label, several separated by `;`, a date, text, the name
 * of an entry of the list. Labels are compared without regard to case where no label fits exactly.
 */
export function readWritten(
  variable: Variable,
  written: string,
  entityOf: EntityLookup,
  entityNamed: (list: string, name: string) => Entity | undefined,
): Checked {
  const text = written.trim();
  const { level, choices } = variable;
  if (level === 'multiple') {
    const values: number[] = [];
    for (const part of text.split(';').map((piece) => piece.trim())) {
      if (part === '') continue;
      const value = numberOrLabel(choices, part);
      if (value === undefined)
        return { fault: said('fields.wordNoneOfValues', { value: part, allowed: allowedChoices(choices) }) };
      values.push(value);
    }
    return checkValue(variable, values, entityOf);
  }
  if (isNumeric(level)) {
    const value = numberOrLabel(choices, text);
    if (value === undefined) {
      return {
        fault:
          choices.length === 0
            ? said('fields.notANumber', { value: text })
            : said('fields.wordNoneOfValues', { value: text, allowed: allowed(variable) }),
      };
    }
    return checkValue(variable, value, entityOf);
  }
  if (level === 'entity') {
    const known = entityNamed(variable.entityList, text) ?? entityOf(text);
    return checkValue(variable, known?.id ?? text, entityOf);
  }
  return checkValue(variable, level === 'text' ? written : text, entityOf);
}

function numberOrLabel(choices: readonly Choice[], text: string): number | undefined {
  const exact = choices.find(({ label }) => label === text);
  if (exact) return exact.value;
  const number = readNumber(text);
  if (number !== undefined) return number;
  const low = text.toLocaleLowerCase();
  const like = choices.filter(({ label }) => label.toLocaleLowerCase() === low);
  return like.length === 1 ? like[0]?.value : undefined;
}

/** An article fact's text as rules compare it: a number where the variable is one and the text reads as one. */
export function readFactValue(level: Level, text: string): AnswerValue {
  return (isNumeric(level) ? readNumber(text) : undefined) ?? text;
}

/** What a show-if rule looks at in an answer. */
export type Given = Pick<Answer, 'state' | 'value'>;
