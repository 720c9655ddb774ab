import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { pageKey } from '../../../shared/api/carrier.ts';

/**
 * Who may talk to the server: whoever brings the launch token gets a cookie and a key for it, once; then these count. The
 * token stands in the address, where histories keep it, so it must be worthless after its first use. The cookie alone opens the
 * window's files and nothing of a project, for browsers send it to every port of this machine, whoever listens there.
 */
export type Admission = {
  /** The token of the launch address, 256 bits. */
  readonly token: string;
  /** The `Set-Cookie` header and the page's key for the token, or null when it is wrong or used. */
  redeem(token: string): { cookie: string; key: string } | null;
  /** Whether a request's `Cookie` header holds a cookie from here. */
  admits(cookies: string | undefined): boolean;
  /** Whether this is the key that the page was given. */
  knows(key: string | string[] | undefined): boolean;
};

/** Browsers send the cookies of one port to all ports of a host, so the cookie's name says whose it is. */
export function createAdmission(port: number): Admission {
  const [token, secret, key] = [random(), random(), random()];
  const name = `galley-${port}`;
  let used = false;
  return {
    token,
    redeem(offered) {
      if (!same(offered, token) || used) return null;
      used = true;
      return { cookie: `${name}=${secret}; HttpOnly; SameSite=Strict; Path=/`, key };
    },
    admits(cookies) {
      const pairs = (cookies ?? '').split(';').map((pair) => pair.trim());
      return pairs.some((pair) => pair.startsWith(`${name}=`) && same(pair.slice(name.length + 1), secret));
    },
    knows: (offered) => typeof offered === 'string' && same(offered, key),
  };
}

/** The key in the header by which a page asks for a socket. */
export function keyOfSocket(protocols: string | undefined): string | undefined {
  const [first, key, ...more] = (protocols ?? '').split(',').map((protocol) => protocol.trim());
  return first === pageKey.protocol && more.length === 0 ? key : undefined;
}

function random(): string {
  return randomBytes(32).toString('base64url');
}

/** Compares in constant time; hashing first makes the lengths equal. */
function same(left: string, right: string): boolean {
  return timingSafeEqual(digest(left), digest(right));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
