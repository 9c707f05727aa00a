import type { Request } from 'express';
import { ipKeyGenerator } from 'express-rate-limit';

/** Who asks, as far as limits for each client are concerned: an address, of IPv6 the network that one customer gets. */
export function clientOf({ ip }: Request): string {
  return ip === undefined ? 'unknown' : ipKeyGenerator(ip);
}
