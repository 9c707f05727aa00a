import type { Answer, Ontology } from '../contract.ts';
import { isQuotable, quoted } from '../store/cypher-name.ts';
import type { QueryContext } from './query-context.ts';

/** Nodes with the same name property that are looked at: what bounds a search on a graph without an index of ours. */
const mostScanned = 300_000;

/** Labels whose nodes have their names in the same property. */
interface Group {
  property: string;
  labels: string[];
}

/**
 * Finds nodes of a graph that no data set describes by their names, wherever in them the words are. The nodes of one
 * property are looked through at once, so that a node of several labels is looked at once.
 */
export function searchNames(ontology: Ontology): string {
  const parts = groupsOf(ontology).map(
    ({ property, labels }) => `  MATCH (n:${labels.map(quoted).join('|')})
  WITH n
  LIMIT ${mostScanned}
  WITH n, toLower(toStringOrNull(n.${quoted(property)})) AS name
  WHERE name CONTAINS $longest AND all(word IN $words WHERE name CONTAINS word)
  RETURN n, name`,
  );
  if (parts.length === 0) return 'UNWIND [] AS node RETURN node, null AS foundBy, 0 AS total';
  return `
CALL () {
${parts.join('\n  UNION ALL\n')}
}
WITH n, min(CASE WHEN name = $text THEN 0 WHEN name STARTS WITH $text THEN 1 ELSE 2 END) AS rank, min(size(name)) AS length
ORDER BY rank, length, n
WITH collect(n) AS found, collect(rank) AS ranks
UNWIND range(0, CASE WHEN size(found) < $limit THEN size(found) ELSE $limit END - 1) AS i
RETURN found[i] AS node, ['exact', 'name', 'name'][ranks[i]] AS foundBy, size(found) AS total
ORDER BY i`;
}

/** Says so where not all nodes were looked at. */
export async function answerSearch(
  { store, ontology, options }: QueryContext,
  read: () => Promise<Answer>,
): Promise<Answer> {
  const [answer, { labels }] = await Promise.all([read(), store.schema(options)]);
  const sizes = new Map(labels.map(({ name, count }) => [name, count]));
  const cut = groupsOf(ontology).filter(
    (group) => group.labels.reduce((sum, label) => sum + (sizes.get(label) ?? 0), 0) > mostScanned,
  );
  const notices = cut.map(({ property }) => ({
    code: 'search-bounded',
    detail: `of the nodes that are named by ${property}, only ${mostScanned} were looked at`,
  }));
  return { ...answer, truncated: answer.truncated || cut.length > 0, notices };
}

function groupsOf({ labels }: Ontology): Group[] {
  const groups = new Map<string, string[]>();
  for (const { name, nameProperty } of labels) {
    if (nameProperty === undefined || !isQuotable(name) || !isQuotable(nameProperty)) continue;
    groups.set(nameProperty, [...(groups.get(nameProperty) ?? []), name]);
  }
  return [...groups].map(([property, names]) => ({ property, labels: names }));
}
