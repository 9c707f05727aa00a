import type { Answer } from '../../server/contract/answer.ts';
import type { Graph } from '../../server/contract/graph.ts';
import type { Problem } from '../../server/contract/problem.ts';
import { referencesIn, runQuery } from '../api/api.ts';
import type { QueryParameters } from '../api/api.ts';
import { problemSentence } from './locale.ts';
import { isAbsence, notify, problemOf } from './notices.ts';
import { structuralTypes } from './ontology.ts';
import { answerOwn } from './workbench/own-answers.ts';
import { ownQueryIn, shortText } from './workbench/own-query.ts';
import { passages } from './reading/passages.ts';
import { learn } from './picture/picture.ts';
import type { AnsweredStep, StepAnswer } from './picture/picture.ts';
import type { Base, ExpandStep, OwnStep, Step } from './view/view.ts';
import { isWorkbenchOpen } from './workbench/workbench-frame.ts';

/** What the server answered: to queries, and to the steps of a view. What has arrived is not asked for again. */

/** Answers that have arrived, by query and parameters, so that going back costs no request; the oldest give way. */
const answers = new Map<string, Answer>();
const mostAnswers = 200;

/** The answer to a named query, kept once it has arrived. Rejects with an ApiError. */
export async function answerOf(query: string, parameters: QueryParameters, signalToStop: AbortSignal): Promise<Answer> {
  const key = JSON.stringify([query, parameters]);
  const kept = answers.get(key);
  if (kept) return kept;
  const answer = await runQuery(query, parameters, signalToStop);
  answers.set(key, answer);
  const [oldest] = answers.keys();
  if (answers.size > mostAnswers && oldest !== undefined) answers.delete(oldest);
  learn(answer.graph);
  return answer;
}

/** The answer that a picture starts from. Rejects with an ApiError. */
export function answerBase(base: Base, stopped: AbortSignal): Promise<Answer> {
  const own = ownQueryIn(base);
  return own ? answerOwn(own, stopped) : answerOf(base.query, base.parameters, stopped);
}

/** What the server answered to the steps so far as it could make anything of them; of the others a notice tells. */
export async function answerSteps(steps: readonly Step[], stopped: AbortSignal): Promise<AnsweredStep[]> {
  await fetchExpansions(steps, stopped);
  const answered = await Promise.all(
    steps.map(async (step): Promise<AnsweredStep[]> => {
      try {
        return [await answerStep(step, stopped)];
      } catch (error) {
        if (step.kind === 'cypher') tellOfOwn(step, error, stopped);
        else tellOfPart(step, partThatIsGone(error, stopped));
        return [];
      }
    }),
  );
  return answered.flat();
}

function tellOfPart(step: Exclude<Step, OwnStep>, { code, values }: Problem): void {
  // The link asks for what the server cannot make sense of; what it is about may well be there.
  if (code === 'invalid-parameter') notify({ kind: 'word', word: 'notice.link', values: { what: 's' } });
  else notify({ kind: 'word', word: 'notice.gone', values: { id: values?.['id'] ?? mainIdOf(step) } });
}

/** Without what a query of the reader's own brought, the rest can be shown, unless nothing can. */
function tellOfOwn({ cypher }: OwnStep, error: unknown, stopped: AbortSignal): void {
  const problem = problemOf(error);
  if (stopped.aborted || isAbsence({ kind: 'problem', problem })) throw error;
  const values = { query: shortText(cypher), why: problemSentence(problem) };
  notify({ kind: 'word', word: 'notice.ownQuery', values });
}

/** The id that a step is mainly about. */
const mainIdOf = (step: Exclude<Step, OwnStep>): string =>
  'from' in step ? step.from : 'id' in step ? step.id : (step.ids[0] ?? '');

async function answerStep(step: Step, stopped: AbortSignal): Promise<AnsweredStep> {
  switch (step.kind) {
    case 'hide':
    case 'keep':
      return { step };
    case 'expand': {
      const answer = expansions.get(expansionKey(step)) ?? (await fetchExpansion([step], stopped)).get(step.id);
      return { step, ...(answer && { answer }) };
    }
    case 'bring': {
      const { graph } = await answerOf('neighbours', { ids: [step.source], others: [step.id] }, stopped);
      return { step, answer: { graph } };
    }
    case 'passage': {
      const { graph } = await answerOf('passage-mentions', { id: step.id }, stopped);
      // The picture is of what the passage says, not of the passage.
      return { step, answer: { graph: { ...graph, nodes: graph.nodes.filter(({ id }) => id !== step.id) } } };
    }
    case 'common': {
      const { graph } = await answerOf('common-neighbours', { ids: step.ids }, stopped);
      return { step, answer: { graph } };
    }
    case 'cypher': {
      const { graph, table, truncated } = await answerOwn(step, stopped);
      if (truncated && !isWorkbenchOpen.peek()) {
        notify({ kind: 'word', word: 'notice.truncated', values: { n: table.rows.length } });
      }
      return { step, answer: { graph } };
    }
    case 'path': {
      const { from, to, pathKind, maxHops, avoid } = step;
      const parameters = { from, to, kind: pathKind, maxHops, ...(avoid !== null && { avoid }) };
      const answer = await answerOf('paths', parameters, stopped);
      return { step, answer: { graph: answer.graph, paths: pathsOf(answer) } };
    }
  }
}

/** Expansions that have arrived, a node's each, by what was asked for; the oldest give way. */
const expansions = new Map<string, StepAnswer>();
const mostExpansions = 1_000;

const expansionKey = ({ id, limit, kinds }: ExpandStep): string => JSON.stringify([id, limit, kinds]);

/** Asks for all expansions that have not arrived: one request for all that are asked for alike. */
async function fetchExpansions(steps: readonly Step[], stopped: AbortSignal): Promise<void> {
  const missing = steps.filter(
    (step): step is ExpandStep => step.kind === 'expand' && !expansions.has(expansionKey(step)),
  );
  const alike = new Map<string, ExpandStep[]>();
  for (const step of missing) {
    const key = JSON.stringify([step.limit, step.kinds, isPassage(step.id)]);
    const group = alike.get(key);
    if (group) group.push(step);
    else alike.set(key, [step]);
  }
  const requests = [...alike.values()].flatMap((group) => inChunks(group, mostIds));
  // A request for several fails as a whole where one of them is gone; each is then asked for by itself.
  await Promise.all(
    requests.filter((group) => group.length > 1).map((group) => fetchExpansion(group, stopped).catch(() => undefined)),
  );
}

/** Ids that one request may have. */
export const mostIds = 200;

function inChunks<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

/** Expansions that are asked for alike, by the expanded node. */
async function fetchExpansion(group: readonly ExpandStep[], stopped: AbortSignal): Promise<Map<string, StepAnswer>> {
  const [first] = group;
  if (!first) return new Map();
  const ids = [...new Set(group.map(({ id }) => id))];
  const answer = await runQuery('neighbours', neighbourParameters(ids, first), stopped);
  learn(answer.graph);
  const parts = expansionsIn(answer);
  for (const step of group) {
    const part = parts.get(step.id);
    if (part) expansions.set(expansionKey(step), part);
  }
  for (const key of expansions.keys()) {
    if (expansions.size <= mostExpansions) break;
    expansions.delete(key);
  }
  return parts;
}

/** The parts of an answer that belong to each of the nodes that were expanded together. */
function expansionsIn({ graph, table }: Answer): Map<string, StepAnswer> {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const relationships = new Map(graph.relationships.map((relationship) => [relationship.id, relationship]));
  const totalAt = table.columns.indexOf('total');
  return new Map(
    table.rows.flatMap((row) => {
      const found = referencesIn(row);
      const [id] = found.nodes;
      const total = row[totalAt];
      if (id === undefined) return [];
      const own = found.relationships.flatMap((key) => relationships.get(key) ?? []);
      const ends = own.flatMap(({ start: from, end }) => [from, end]);
      const part: Graph = {
        nodes: [...new Set([...found.nodes, ...ends])].flatMap((key) => nodes.get(key) ?? []),
        relationships: own,
      };
      return [[id, { graph: part, total: typeof total === 'number' ? total : own.length }] as const];
    }),
  );
}

/** The paths in an answer, each the ids of its nodes and relationships in order. */
function pathsOf({ table }: Answer): string[][] {
  return table.rows.flatMap((row) => {
    const cell = row.find((value) => typeof value === 'object' && value !== null && '$path' in value);
    if (typeof cell !== 'object' || cell === null || Array.isArray(cell)) return [];
    const ids = cell['$path'];
    return Array.isArray(ids) ? [ids.map(String)] : [];
  });
}

/** The problem of one part of the view, without which the rest can be shown; any other is thrown on. */
export function partThatIsGone(error: unknown, stopped: AbortSignal): Problem {
  const problem = problemOf(error);
  if (stopped.aborted || !partialProblems.has(problem.code)) throw error;
  return problem;
}

/** What a link may bring that the graph, or the server, does not know. */
const partialProblems = new Set(['unknown-node', 'unknown-relationship', 'invalid-parameter']);

/** Types that hold the document together are left out unless asked for, but for a passage, which has no others. */
export function neighbourParameters(
  ids: string[],
  { limit, kinds }: Pick<ExpandStep, 'limit' | 'kinds'>,
): QueryParameters {
  if (kinds !== null) return { ids, limit, kinds };
  if (ids.every(isPassage)) return { ids, limit };
  return { ids, limit, avoid: structuralTypes.value };
}

const isPassage = (id: string): boolean => passages.value.some((passage) => passage.id === id);
