import { batch, computed, signal } from '@preact/signals-core';
import type { Node } from '../../../server/contract/graph.ts';
import type { Problem } from '../../../server/contract/problem.ts';
import { answerOf } from '../answers.ts';
import { problemOf } from '../notices.ts';
import { ontology, typeStyleOf } from '../ontology.ts';
import { chartGraph } from '../picture/picture.ts';
import { branchesFolded } from '../view/view.ts';
import { chartOf } from './chart.ts';
import type { PartOf } from './chart.ts';

/** The organisation chart of the data set, from what one query answers. */

/** Whether the data set says of a type that it spans a hierarchy: without one there is no chart. */
export const hasHierarchy = computed(() => ontology.value?.types.some(({ hierarchy }) => hierarchy) ?? false);

/** Why there is no chart; null while there is no reason. */
export const chartProblem = signal<Problem | null>(null);

/** Whether the server's limit of rows has cut the chart. */
export const isChartCut = signal(false);

/** Fetches what the chart shows, unless it has arrived. A failure is in `chartProblem`. */
export async function loadChart(stopped: AbortSignal): Promise<void> {
  chartProblem.value = null;
  if (chartGraph.peek() !== null) return;
  try {
    const { graph, truncated } = await answerOf('org-chart', {}, stopped);
    batch(() => {
      isChartCut.value = truncated;
      chartGraph.value = graph;
    });
  } catch (error) {
    if (!stopped.aborted) chartProblem.value = problemOf(error);
  }
}

const partOf: PartOf = ({ type }) => {
  const { hierarchy, beside = null } = typeStyleOf(type);
  return hierarchy ? 'hierarchy' : beside;
};

/** The chart as it is folded; null until it has arrived. */
export const chart = computed(() => {
  const graph = chartGraph.value;
  return graph && chartOf(graph.relationships, partOf, branchesFolded.value);
});

/** Bodies of the chart by their ids. */
export const chartNodes = computed(() => new Map(chartGraph.value?.nodes.map((node) => [node.id, node])));

/** The figures that measure each body, in the order of the answer: what else the query answers than lines of the chart. */
export const figuresOfBodies = computed(() => {
  const found = new Map<string, Node[]>();
  for (const relationship of chartGraph.value?.relationships ?? []) {
    const figure = partOf(relationship) === null ? chartNodes.value.get(relationship.start) : undefined;
    if (figure) found.set(relationship.end, [...(found.get(relationship.end) ?? []), figure]);
  }
  return found;
});
