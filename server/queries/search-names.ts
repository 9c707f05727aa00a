import type { Answer } from '../contract/answer.ts';
import type { Ontology } from '../contract/data-set/ontology.ts';
import { isQuotable, quoted } from '../store/cypher-name.ts';
import type { Read } from './define-query.ts';
import type { QueryContext } from './query-context.ts';

/** Nodes with the same name property that are looked at: what bounds a search on a graph without an index of ours. */
const mostScanned = 300_000;

/** Labels whose nodes have their names in the same property. */
interface Group {
  property: string;
  labels: string[];
}

/** The names that are looked through, property by property, and what is found. */
function foundIn(ontology: Ontology): string {
  const parts = groupsOf(ontology).map(
    ({ property, labels }) => `  MATCH (n:${labels.map(quoted).join('|')})
  WITH n
  LIMIT ${mostScanned}
  WITH n, toLower(toStringOrNull(n.${quoted(property)})) AS name
  WHERE name CONTAINS $longest AND all(word IN $words WHERE name CONTAINS word)
  RETURN n, name`,
  );
  return parts.length === 0 ? '  UNWIND [] AS n RETURN n, null AS name' : parts.join('\n  UNION ALL\n');
}

/**
 * Finds nodes of a graph that no data set describes by their names, wherever in them the words are. The nodes of one
 * property are looked through at once, so that a node of several labels is looked at once. Of all that are found, the
 * best are kept as they come; counting the others is a question of its own.
 */
export function searchNames(ontology: Ontology): string {
  return `
CALL () {
${foundIn(ontology)}
}
WITH n, CASE WHEN name = $text THEN 0 WHEN name STARTS WITH $text THEN 1 ELSE 2 END AS rank, size(name) AS length
ORDER BY rank, length, n
LIMIT $limit * ${Math.max(1, groupsOf(ontology).length)}
WITH n, min(rank) AS rank, min(length) AS length
RETURN n AS node, ['exact', 'name', 'name'][rank] AS foundBy, null AS total
ORDER BY rank, length, n
LIMIT $limit`;
}

/** Adds how many there are, and says so where not all nodes were looked at. */
export async function answerSearch(
  { store, ontology, options }: QueryContext,
  read: Read,
  { limit }: { limit: number },
): Promise<Answer> {
  const [answer, { labels }] = await Promise.all([read(), store.schema(options)]);
  const { rows } = answer.table;
  const total = rows.length < limit ? rows.length : (await read({}, countText(ontology))).table.rows[0]?.[0];
  const sizes = new Map(labels.map(({ name, count }) => [name, count]));
  const cut = groupsOf(ontology).filter(
    (group) => group.labels.reduce((sum, label) => sum + (sizes.get(label) ?? 0), 0) > mostScanned,
  );
  const notices = cut.map(({ property }) => ({
    code: 'search-bounded',
    detail: `of the nodes that are named by ${property}, only ${mostScanned} were looked at`,
  }));
  return {
    ...answer,
    table: { ...answer.table, rows: rows.map(([node = null, foundBy = null]) => [node, foundBy, total ?? null]) },
    truncated: answer.truncated || cut.length > 0,
    notices,
  };
}

function countText(ontology: Ontology): string {
  return `
CALL () {
${foundIn(ontology)}
}
RETURN count(DISTINCT n) AS total`;
}

function groupsOf({ labels }: Ontology): Group[] {
  const groups = new Map<string, string[]>();
  for (const { name, nameProperty } of labels) {
    if (nameProperty === undefined || !isQuotable(name) || !isQuotable(nameProperty)) continue;
    groups.set(nameProperty, [...(groups.get(nameProperty) ?? []), name]);
  }
  return [...groups].map(([property, names]) => ({ property, labels: names }));
}
