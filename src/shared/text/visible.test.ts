import { describe, expect, it } from 'vitest';
import { visible } from './visible.ts';

describe('a text for a terminal', () => {
  it('shows what would act there, and nothing else', () => {
    expect(visible('\u001b[31mred\u001b[0m')).toBe('\\u001b[31mred\\u001b[0m');
    expect(visible('a\rb\u0007\u009bc\u007f\u2028d')).toBe('a\\u000db\\u0007\\u009bc\\u007f\\u2028d');
    expect(visible('\u202eevil\u202c \u2066x\u2069')).toBe('\\u202eevil\\u202c \\u2066x\\u2069');
    const plain = 'tab\there\nשלום 👩‍👩‍👧 \u200f عالم é\u0301 “quotes”';
    expect(visible(plain)).toBe(plain);
  });
});
