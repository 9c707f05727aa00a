import type { Feature } from './features.ts';

/** What became of a case on the embedded engine. */
export type Verdict = { kind: 'same' } | { kind: 'refused'; what: string };

/** The rows of README's table: a part of Cypher, how many of its cases are answered as by Neo4j, and what is refused. */
export function lacks(features: Feature[], verdicts: ReadonlyMap<Feature['cases'][number], Verdict>): string[][] {
  const rows = features.map(({ title, cases }) => {
    const refused = cases.flatMap((example) => {
      const verdict = verdicts.get(example);
      return verdict?.kind === 'refused' ? [verdict.what] : [];
    });
    return [
      inTable(title),
      `${cases.length - refused.length} of ${cases.length}`,
      [...new Set(refused)].map(inTable).join('; '),
    ];
  });
  return rows.toSorted(([left = ''], [right = '']) => (left < right ? -1 : 1));
}

/** A bar would begin the next cell. */
function inTable(text: string): string {
  return text.replaceAll('|', '¦');
}
