import type { Node } from '../../../server/contract/graph.ts';
import { localProperty } from '../ontology.ts';

/** A clause that is not in the graph on purpose, and why, in the reader's language. */
export interface Omission {
  quote: string;
  reason: string;
}

/** What was left out of a passage on purpose. */
export function omissionsOf({ properties }: Node): Omission[] {
  const quotes = properties['leftOutQuotes'];
  const told = localProperty(properties, 'leftOut');
  if (!Array.isArray(quotes) || !Array.isArray(told)) return [];
  return quotes.map((item, index) => {
    const quote = String(item);
    // The quote, a colon, and the reason.
    return {
      quote,
      reason: String(told[index] ?? '')
        .slice(quote.length + 1)
        .trim(),
    };
  });
}
