/** What is made when it is first asked for: makers of numbers and dates take milliseconds that most commands never need. */
export function once<T>(make: () => T): () => T {
  let made: { it: T } | null = null;
  return () => (made ??= { it: make() }).it;
}
