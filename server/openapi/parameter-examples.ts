import type { Ontology } from '../contract/data-set/ontology.ts';
import type { Json } from '../contract/json.ts';
import { labelId } from '../any-graph/label-node.ts';

/** The parts of a parameter's schema that an example must fit. */
interface ParameterSchema {
  type?: unknown;
  format?: string | undefined;
  minItems?: unknown;
}

/**
 * A value for a parameter of a named query that has an answer in this graph; undefined where nobody knows one.
 * @param index the parameter's place: two ends of a path are two nodes
 */
export function exampleOf(
  { type, format, minItems }: ParameterSchema,
  index: number,
  ontology: Ontology,
): Json | undefined {
  if (format === undefined) return ontology.title.zh;
  const ids = knownNodes(ontology);
  if (ids.length === 0) return undefined;
  if (type !== 'array') return ids[index % ids.length];
  return ids.slice(0, typeof minItems === 'number' ? minItems : 1);
}

/** Ids of nodes that are on the first picture. */
function knownNodes({ key, positions, labels }: Ontology): string[] {
  return key ? Object.keys(positions) : labels.map(({ name }) => labelId(name));
}
