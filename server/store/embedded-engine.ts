import type { GrafeoDB, GrafeoValue, QueryResult } from '@grafeo-db/js';
import type { Answer } from '../contract/answer.ts';
import type { Node } from '../contract/graph.ts';
import type { Json } from '../contract/json.ts';
import type { QueryPlan } from '../contract/plan.ts';
import type { Schema } from '../contract/vocabulary.ts';
import { ProblemError } from '../problem-error.ts';
import { AnswerBuilder } from './answer-builder.ts';
import { tokenize } from './cypher-text.ts';
import { CellReader, engineNode } from './embedded-cells.ts';
import { inDialect } from './embedded-dialect.ts';
import type { PlanRequest, ReadRequest } from './embedded-messages.ts';
import { operatorNotAllowed, parsePlan, profiledStep, readSteps } from './embedded-plan.ts';
import { toProblemError } from './embedded-problem.ts';
import type { PropertyTypes } from './embedded-properties.ts';
import type { Key } from './key.ts';

/** What the child process asks of the engine. */

export interface Database {
  engine: GrafeoDB;
  key: Key;
  properties: PropertyTypes;
}

/** What the engine calls its schema; its types leave it open. */
interface EngineSchema {
  labels: Counted[];
  edge_types: Counted[];
  property_keys: string[];
}

interface Counted {
  count: number;
  name: string;
}

/** Runs a query and gives as much of its result as the limits let through. */
export async function readRows(database: Database, request: ReadRequest): Promise<Answer> {
  const { cypher, params, maxRows, maxBytes, isTyped } = request;
  const text = isTyped ? (await checkTyped(database, cypher, params)).cypher : cypher;
  const start = performance.now();
  const result = await database.engine.executeCypher(text, params);
  const ms = performance.now() - start;
  const builder = new AnswerBuilder({ maxRows, maxBytes });
  const cells = newReader(database);
  addRows(builder, cells, result);
  for (const id of builder.missingEnds()) builder.addNodes(fetchNode(database, cells, id));
  return builder.build(result.columns, ms);
}

/** The plan of a typed query, which is run when it is to be profiled. */
export async function planQuery(database: Database, { cypher, params, profile }: PlanRequest): Promise<QueryPlan> {
  const start = performance.now();
  const { plan: text, cypher: worded } = await checkTyped(database, cypher, params);
  if (!profile) {
    return { queryType: 'r', profiled: false, ms: rounded(performance.now() - start), root: readSteps(text) };
  }
  const result = await runBefore(database, 'PROFILE', worded, params);
  if (!result.profile) throw new Error('the engine has profiled nothing');
  const { root, totalTimeMs } = result.profile;
  return { queryType: 'r', profiled: true, ms: rounded(totalTimeMs), rows: root.rows, root: profiledStep(root) };
}

/** What occurs in the database, sorted, without the key label. */
export function describeSchema({ engine, key }: Database): Schema {
  const schema: EngineSchema = engine.schema();
  return {
    labels: schema.labels.filter(({ name }) => name !== key.label).toSorted(byName),
    types: schema.edge_types.toSorted(byName),
    properties: schema.property_keys.toSorted(),
  };
}

/** The numbers of nodes and relationships. */
export function countAll({ engine }: Database): { nodes: number; relationships: number } {
  return { nodes: engine.nodeCount(), relationships: engine.edgeCount() };
}

/** Reads the cells of one result. */
export function newReader({ engine, key }: Database): CellReader {
  return new CellReader(key, (engineId) => engine.getNode(engineId)?.get(key.property));
}

/** A typed query as it is to be run, with its plan, if it only reads and is answered as Neo4j would. */
export async function checkTyped(
  database: Database,
  cypher: string,
  params: Record<string, Json>,
): Promise<{ cypher: string; plan: string }> {
  const plan = await checkPlan(database, cypher, params);
  const properties = await database.properties.of(tokenize(cypher), params);
  return { cypher: inDialect(cypher, { params, properties }), plan };
}

/** What the engine says to EXPLAIN, if the query only reads. */
async function checkPlan(database: Database, cypher: string, params: Record<string, Json>): Promise<string> {
  const explained = (await runBefore(database, 'EXPLAIN', cypher, params)).scalar();
  const text = typeof explained === 'string' ? explained : '';
  const plan = parsePlan(text);
  if (plan.queryType !== 'r') throw new ProblemError('cypher-write', 'the query writes, and queries are read-only');
  const operator = operatorNotAllowed(plan);
  if (operator !== undefined) {
    throw new ProblemError('cypher-refused', `the query's plan has the operator ${operator}, which is not allowed`, {
      values: { what: operator },
    });
  }
  return text;
}

/** Runs a query with a word before it, on a line of its own so that it moves no column. */
async function runBefore(
  { engine }: Database,
  word: 'EXPLAIN' | 'PROFILE',
  cypher: string,
  params: Record<string, Json>,
): Promise<QueryResult> {
  try {
    return await engine.executeCypher(`${word}\n${cypher}`, params);
  } catch (error) {
    throw toProblemError(error, cypher, 1);
  }
}

function rounded(ms: number): number {
  return Math.round(ms * 100) / 100;
}

/** The engine has the whole result in memory; only what is given on is turned into values of ours. */
function addRows(builder: AnswerBuilder, cells: CellReader, result: QueryResult): void {
  const valuesAt = rowReader(result);
  for (let index = 0; index < result.length; index += 1) {
    if (!builder.add(valuesAt(index).map((value) => cells.cell(value)))) return;
  }
}

/** Reads rows by their place. The engine's own rows are objects, which cannot hold a column of one name. */
export function rowReader(result: QueryResult): (index: number) => GrafeoValue[] {
  const { columns } = result;
  if (columns.includes('__proto__')) {
    const rows = result.rows();
    return (index) => rows[index] ?? [];
  }
  return (index) => {
    const row = result.get(index);
    return columns.map((column) => row[column] ?? null);
  };
}

/** The node with this id, which was met as the end of a relationship. */
export function fetchNode({ engine }: Database, cells: CellReader, id: string): Node[] {
  const engineId = cells.engineId(id);
  const node = engineId === undefined ? null : engine.getNode(engineId);
  return node ? [cells.node(engineNode(node))] : [];
}

function byName(left: Counted, right: Counted): number {
  return left.name < right.name ? -1 : 1;
}
