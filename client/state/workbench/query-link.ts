import { joined } from '../view/address-text.ts';
import { longestLink } from '../view/keeping.ts';
import { firstLocale, locale } from '../locale.ts';
import type { SharedQuery } from './shared-query.ts';

/** The part of an address behind `#` that brings a query to whoever follows it; null where it is too long for a link. */
export function queryLink({ name, cypher, params }: SharedQuery): string | null {
  const search = new URLSearchParams({
    ...(locale.value !== firstLocale.value && { lang: locale.value }),
    cypher: joined(cypher, JSON.stringify(params), name),
  });
  const text = search.toString();
  return text.length > longestLink ? null : text;
}
