import type { Plan as DriverPlan, ProfiledPlan, ResultSummary, Session } from 'neo4j-driver';
import type { Json } from '../contract/json.ts';
import type { PlanStep, QueryPlan } from '../contract/plan.ts';
import { toParameters } from './neo4j-cells.ts';
import type { Plan } from './store.ts';

/** What is none of these is taken for what is refused in any case. */
const queryTypes = ['r', 'rw', 'w', 's'] as const;

/** Put before a query to see its plan. On a line of its own, it moves no column. */
export const explainPrefix = 'EXPLAIN\n';

/** Put before a query to run it and see what each step did. */
export const profilePrefix = 'PROFILE\n';

/** Asks for the plan of a query, which is not run. */
export async function readPlan(
  session: Session,
  cypher: string,
  params: Record<string, Json>,
  timeout: number,
): Promise<Plan> {
  const summary = await explain(session, cypher, params, timeout);
  const steps = summary.plan ? allSteps(summary.plan) : [];
  return {
    queryType: knownType(summary.queryType),
    operators: unique(steps.map(operatorName)),
    procedures: unique(steps.filter((step) => operatorName(step) === 'ProcedureCall').map(procedureName)),
  };
}

/** The plan of a query as a tree. */
export async function explainQuery(
  session: Session,
  cypher: string,
  params: Record<string, Json>,
  timeout: number,
): Promise<QueryPlan> {
  const begin = performance.now();
  const summary = await explain(session, cypher, params, timeout);
  if (!summary.plan) throw new Error('Neo4j has told no plan');
  return {
    queryType: knownType(summary.queryType),
    profiled: false,
    ms: msSince(begin),
    root: toStep(summary.plan),
  };
}

async function explain(
  session: Session,
  cypher: string,
  params: Record<string, Json>,
  timeout: number,
): Promise<ResultSummary> {
  const { summary } = await session.run(`${explainPrefix}${cypher}`, toParameters(params), { timeout });
  return summary;
}

/** Runs a query and tells what each of its steps did. Neo4j counts only what is read: every row is, and none is kept. */
export async function profileQuery(
  session: Session,
  cypher: string,
  params: Record<string, Json>,
  timeout: number,
): Promise<QueryPlan> {
  const begin = performance.now();
  const result = session.run(`${profilePrefix}${cypher}`, toParameters(params), { timeout });
  let rows = 0;
  for await (const _ of result) rows += 1;
  const summary = await result.summary();
  if (!summary.profile) throw new Error('Neo4j has told no profile');
  return {
    queryType: knownType(summary.queryType),
    profiled: true,
    ms: msSince(begin),
    rows,
    root: toProfiledStep(summary.profile),
  };
}

function toStep(plan: DriverPlan): PlanStep {
  return { ...aboutStep(plan), children: plan.children.map(toStep) };
}

function toProfiledStep(plan: ProfiledPlan): PlanStep {
  const { Time: nanoseconds } = plan.arguments;
  return {
    ...aboutStep(plan),
    rows: plan.rows,
    dbHits: plan.dbHits,
    // The runtimes of the Community edition measure no time.
    ...(nanoseconds !== undefined && { ms: Number(nanoseconds) / 1e6 }),
    children: plan.children.map(toProfiledStep),
  };
}

function aboutStep(plan: DriverPlan): Omit<PlanStep, 'children'> {
  const { Details: details = '', EstimatedRows: estimated } = plan.arguments;
  return {
    operator: operatorName(plan),
    details,
    identifiers: plan.identifiers,
    ...(estimated !== undefined && { estimatedRows: Number(estimated) }),
  };
}

function knownType(type: string): Plan['queryType'] {
  return queryTypes.find((known) => known === type) ?? 's';
}

function msSince(begin: number): number {
  return Math.round((performance.now() - begin) * 100) / 100;
}

function allSteps(plan: DriverPlan): DriverPlan[] {
  return [plan, ...plan.children.flatMap(allSteps)];
}

/** `Filter` of `Filter@neo4j`. */
function operatorName({ operatorType }: DriverPlan): string {
  return operatorType.split('@')[0] ?? operatorType;
}

/** `db.labels` of `db.labels() :: (label :: STRING)`. */
function procedureName(step: DriverPlan): string {
  const details = step.arguments['Details'] ?? '';
  return details.split('(')[0] ?? details;
}

function unique(names: string[]): string[] {
  return [...new Set(names)];
}
