import type { OfflineQuery } from '../define-answer.ts';
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
import { schema } from './schema.ts';
import { search } from './search.ts';
import { timeline } from './timeline.ts';

/** Every named query that a file answers by itself. */
export const offlineQueries: readonly OfflineQuery[] = [
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
];
