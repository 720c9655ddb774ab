import { callMessageSchema } from '../../../shared/api/carrier.ts';
import type { ReplyMessage } from '../../../shared/api/carrier.ts';
import type { App } from '../../app/createApp.ts';

/**
 * Answers one call that came as JSON text, with JSON text. Null when the text is not a call: then the sender is broken
 * or hostile, and there is no one to answer.
 */
export async function answerText(app: Pick<App, 'handle'>, text: string): Promise<string | null> {
  const message = callMessageSchema.safeParse(parsed(text));
  if (!message.success) return null;
  const { id, method, input } = message.data;
  const reply: ReplyMessage = { id, ...(await app.handle(method, input)) };
  return JSON.stringify(reply);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
