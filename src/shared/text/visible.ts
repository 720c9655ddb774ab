/**
 * What moves a terminal's cursor, colours or hides what follows, or turns the order of letters round: control characters
 * other than tab and LF, line separators, and the embeddings, overrides and isolates of bidirectional text.
 */
// eslint-disable-next-line no-control-regex -- control characters are what it is about
const unseen = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** The text for a terminal: signs that would act there instead of being shown stand as `\u001b`, as JSON writes them. */
export function visible(text: string): string {
  return text.replace(unseen, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
