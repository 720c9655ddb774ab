import { said } from '../words/message.ts';
import type { Message } from '../words/message.ts';
import { isTooDeep, mostNesting } from '../text/json.ts';
import { signFault } from '../text/signs.ts';

/**
 * What of a message's input no method can take, whatever its schema says: nesting that would overflow, and signs that no record
 * can keep, in names, texts and keys alike. One line that says where; null: nothing.
 */
export function unfitIn(input: unknown): { field: string; message: Message } | null {
  if (isTooDeep(input)) return { field: '', message: said('fields.tooDeep', { most: mostNesting }) };
  const waiting: { field: string; value: unknown }[] = [{ field: '', value: input }];
  for (let one = waiting.pop(); one; one = waiting.pop()) {
    const { field, value } = one;
    if (typeof value === 'string') {
      const fault = signFault(value);
      if (fault !== null) return { field, message: said('fields.badText', { field, fault }) };
    } else if (typeof value === 'object' && value !== null) {
      const start = field === '' ? '' : `${field}.`;
      for (const [key, inner] of Object.entries(value).reverse()) {
        const fault = Array.isArray(value) ? null : signFault(key);
        if (fault !== null) return { field, message: said('fields.badKey', { field, fault }) };
        if (typeof inner === 'string' || typeof inner === 'object')
          waiting.push({ field: `${start}${key}`, value: inner });
      }
    }
  }
  return null;
}
