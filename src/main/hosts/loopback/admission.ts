import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * Who may talk to the server: whoever brings the launch token gets a cookie for it, once; then the cookie counts. The
 * token stands in the address, where histories keep it, so it must be worthless after its first use.
 */
export type Admission = {
  /** The token of the launch address, 256 bits. */
  readonly token: string;
  /** The `Set-Cookie` header for the token, or null when it is wrong or used. */
  redeem(token: string): string | null;
  /** Whether a request's `Cookie` header holds a cookie from here. */
  admits(cookies: string | undefined): boolean;
};

/** Browsers send the cookies of one port to all ports of a host, so the cookie's name says whose it is. */
export function createAdmission(port: number): Admission {
  const token = randomBytes(32).toString('base64url');
  const secret = randomBytes(32).toString('base64url');
  const name = `galley-${port}`;
  let used = false;
  return {
    token,
    redeem(offered) {
      if (!same(offered, token) || used) return null;
      used = true;
      return `${name}=${secret}; HttpOnly; SameSite=Strict; Path=/`;
    },
    admits(cookies) {
      const pairs = (cookies ?? '').split(';').map((pair) => pair.trim());
      return pairs.some((pair) => pair.startsWith(`${name}=`) && same(pair.slice(name.length + 1), secret));
    },
  };
}

/** Compares in constant time; hashing first makes the lengths equal. */
function same(left: string, right: string): boolean {
  return timingSafeEqual(digest(left), digest(right));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
