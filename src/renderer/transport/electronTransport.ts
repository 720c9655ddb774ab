import type { Bridge } from '../../shared/api/bridge.ts';
import { plainJson } from '../../shared/api/carrier.ts';
import type { ReplyMessage } from '../../shared/api/carrier.ts';
import type { AnyEvent } from '../../shared/api/events.ts';
import { errorFromWire } from '../../shared/errors.ts';
import type { Connection } from './connection.ts';

/** The carrier of the window in Electron. */
export function electronTransport(bridge: Bridge): Connection {
  let count = 0;
  return {
    async call(method, input) {
      count += 1;
      const answer = await bridge.call(plainJson({ id: count, method, input }));
      const reply = JSON.parse(answer) as ReplyMessage; // written by the program's own side of the bridge
      if (!reply.ok) throw errorFromWire(reply.error);
      return reply.output;
    },
    listen: (receive) => bridge.listen((text) => receive(JSON.parse(text) as AnyEvent)), // as above
    watch: () => () => undefined,
  };
}
