import { plainJson } from '../../shared/api/carrier.ts';
import type { Transport } from '../../shared/api/client.ts';
import type { AnyEvent } from '../../shared/api/events.ts';
import { errorFromWire } from '../../shared/errors.ts';
import type { App } from './createApp.ts';

/** The value as JSON brings it, or `bad-input` where JSON cannot: this carrier behaves like the others, on purpose. */
function throughJson(value: unknown): unknown {
  return value === undefined ? undefined : (JSON.parse(plainJson(value)) as unknown);
}

/** The carrier of a client in the same process: the command line and tests. */
export function directTransport(app: App): Transport {
  return {
    async call(method, input) {
      const reply = await app.handle(method, throughJson(input));
      if (!reply.ok) throw errorFromWire(reply.error);
      return throughJson(reply.output);
    },
    listen: (receive) => app.listen((event) => receive(throughJson(event) as AnyEvent)), // an event stays one
  };
}
