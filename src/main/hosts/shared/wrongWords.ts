import { said } from '../../../shared/words/message.ts';
import type { Message } from '../../../shared/words/message.ts';

/**
 * What Node's reader of arguments found wrong, in the words of the program: Node says it in English alone.
 * @param error as `parseArgs` of Node 24 throws it: its code names the kind, its words begin with the option in quotes
 * @param takesValue whether an option of that name takes a value
 */
export function wrongWords(error: TypeError, takesValue: (name: string) => boolean): Message {
  const code: unknown = 'code' in error ? error.code : undefined;
  const long = /'[^']*(--[^'\s<=]+)/u.exec(error.message)?.[1];
  const option = long ?? /'(-[^'\s<=]*)/u.exec(error.message)?.[1] ?? '';
  if (code !== 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return said('hosts.unknownOption', { option });
  return takesValue(option.replace(/^-+/u, ''))
    ? said('hosts.valueMissing', { option })
    : said('hosts.noValue', { option });
}
