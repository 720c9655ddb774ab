const plain = /^[+-]?(?:\d+\.?\d*|\.\d+)$/u;
const whole = /^[+-]?\d+$/u;
/** As a number is shown that is too large or too small for plain digits. */
const withPower = /^-?\d(?:\.\d+)?e[+-]\d+$/u;

/**
 * The number that a text is, by the one rule for what files and people write: decimal digits with a sign and a point, blanks
 * around them aside. With a power of ten only as the number itself would be shown (`1e+21`, but not `1e3`), and no whole
 * number whose last digits could not be kept. Undefined for all else, as `0x5`, `Infinity`, digits of other scripts, ''.
 */
export function readNumber(text: string): number | undefined {
  const written = text.trim();
  const value = Number(written);
  if (!Number.isFinite(value)) return undefined;
  if (withPower.test(written)) return String(value) === written ? value : undefined;
  if (!plain.test(written)) return undefined;
  if (whole.test(written) && !isKept(written.replace('+', ''), value)) return undefined;
  return value === 0 ? 0 : value; // minus nought is nought
}

/** Whether a whole number is shown, or is, as it was written. */
function isKept(written: string, value: number): boolean {
  return Number.isSafeInteger(value) || String(value) === written || BigInt(value) === BigInt(written);
}

/**
 * As `readNumber`, for a field that shows what it took: a comma is a point too, save where it could part thousands (`1,500`),
 * and a minus may be the typesetter's.
 */
export function typedNumber(typed: string): number | undefined {
  const written = typed.trim().replace(/^[−–]/u, '-');
  if (/^[+-]?[1-9]\d{0,2},\d{3}$/u.test(written)) return undefined;
  return readNumber(/^[^.,]*,[^.,]*$/u.test(written) ? written.replace(',', '.') : written);
}
