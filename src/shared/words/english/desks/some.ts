/** `1 coding`, `12 codings`. */
export function some(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
