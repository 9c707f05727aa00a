import type { Ontology } from '../contract/data-set/ontology.ts';
import type { NamedQuery } from './define-query.ts';
import { among } from './among.ts';
import { commonNeighbours } from './common-neighbours.ts';
import { coverage } from './coverage.ts';
import { evidence } from './evidence.ts';
import { facts } from './facts.ts';
import { figures } from './figures.ts';
import { mentions } from './mentions.ts';
import { neighbourCounts } from './neighbour-counts.ts';
import { neighbours } from './neighbours.ts';
import { node } from './node.ts';
import { nodes } from './nodes.ts';
import { orgChart } from './org-chart.ts';
import { orgStructure } from './org-structure.ts';
import { overview } from './overview.ts';
import { passageMentions } from './passage-mentions.ts';
import { passages } from './passages.ts';
import { paths } from './paths.ts';
import { questionQueries } from './question-queries.ts';
import { schema } from './schema.ts';
import { search } from './search.ts';
import { searchIndex } from './search-index.ts';
import { timeline } from './timeline.ts';

/** Every named query, in the order in which the catalogue lists them. A new query is one file and one line here. */
export const catalogue: readonly NamedQuery[] = [
  overview,
  search,
  node,
  nodes,
  neighbours,
  neighbourCounts,
  commonNeighbours,
  among,
  paths,
  evidence,
  facts,
  passages,
  passageMentions,
  coverage,
  mentions,
  orgStructure,
  orgChart,
  figures,
  timeline,
  schema,
  searchIndex,
];

/** What can be asked by name of a graph with this ontology: of the catalogue, and the questions of its data set. */
export function queriesFor(ontology: Ontology): NamedQuery[] {
  return [...catalogue.filter((query) => query.isFor(ontology)), ...questionQueries(ontology)];
}
