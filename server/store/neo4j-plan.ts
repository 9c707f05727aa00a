import type { Plan as DriverPlan, Session } from 'neo4j-driver';
import type { Json } from '../contract.ts';
import { toParameters } from './neo4j-cells.ts';
import type { Plan } from './store.ts';

/** What is none of these is taken for what is refused in any case. */
const queryTypes = ['r', 'rw', 'w', 's'] as const;

/** Put before a query to see its plan. On a line of its own, it moves no column. */
export const explainPrefix = 'EXPLAIN\n';

/** Asks for the plan of a query, which is not run. */
export async function readPlan(
  session: Session,
  cypher: string,
  params: Record<string, Json>,
  timeout: number,
): Promise<Plan> {
  const { summary } = await session.run(`${explainPrefix}${cypher}`, toParameters(params), { timeout });
  const steps = summary.plan ? allSteps(summary.plan) : [];
  return {
    queryType: queryTypes.find((type) => type === summary.queryType) ?? 's',
    operators: unique(steps.map(operatorName)),
    procedures: unique(steps.filter((step) => operatorName(step) === 'ProcedureCall').map(procedureName)),
  };
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
