import { z } from 'zod';

const Scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** A property of a node or relationship: a scalar or a list of scalars. */
export const PropertyValue = z.union([Scalar, z.array(Scalar)]);
export type PropertyValue = z.infer<typeof PropertyValue>;

const Properties = z.record(z.string(), PropertyValue);

/**
 * A node as it travels, whole but for the properties that the ontology hides. `id` is its key property where the ontology names one, else the
 * engine's element id. `labels` are sorted; the key label that all nodes of a data set share is left out.
 */
export const Node = z.object({ id: z.string(), labels: z.array(z.string()), properties: Properties });
export type Node = z.infer<typeof Node>;

/** A relationship as it travels, whole like a node. `start` and `end` are ids of nodes. */
export const Relationship = z.object({
  id: z.string(),
  type: z.string(),
  start: z.string(),
  end: z.string(),
  properties: Properties,
});
export type Relationship = z.infer<typeof Relationship>;

/** A closed graph: both ends of every relationship are among the nodes; no id comes twice. */
export const Graph = z.object({ nodes: z.array(Node), relationships: z.array(Relationship) });
export type Graph = z.infer<typeof Graph>;

/**
 * The graph of the data set as a whole. `total` is how much there is; `truncated` says that a limit cut what is here, which
 * is closed all the same.
 */
export const WholeGraph = Graph.extend({
  truncated: z.boolean(),
  total: z.object({ nodes: z.int(), relationships: z.int() }),
});
export type WholeGraph = z.infer<typeof WholeGraph>;
