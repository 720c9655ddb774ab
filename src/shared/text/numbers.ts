const plain = /^[+-]?(?:\d+\.?\d*|\.\d+)$/u;
const whole = /^[+-]?\d+$/u;
/** As programs print what is too long in plain digits: R `1e+05`, Python `1e-05`, spreadsheets `1E+05`. */
const withPower = /^[+-]?(?:\d+\.?\d*|\.\d+)e[+-]\d{1,3}$/iu;

/**
 * The number that a text is, by the one rule for what files and people write: decimal digits with a sign and a point, blanks
 * around them aside. A power of ten needs its sign, as all programs print it (`1e+05`): `1e3` is as likely a name. No whole
 * number whose last digits could not be kept. Undefined for all else, as `0x5`, `Infinity`, digits of other scripts, ''.
 */
export function readNumber(text: string): number | undefined {
  const written = text.trim();
  const value = Number(written);
  if (!Number.isFinite(value)) return undefined;
  if (withPower.test(written)) return value === 0 && /^[^e]*[1-9]/iu.test(written) ? undefined : value;
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
