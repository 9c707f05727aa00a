import type { OperatorProfile } from '@grafeo-db/js';
import type { PlanStep } from '../contract/plan.ts';
import type { Plan } from './store.ts';

const reading = new Set([
  'Aggregate',
  'Apply',
  'CallProcedure',
  // How this version prints the variables that a subquery takes over.
  'Discriminant(51)',
  'Distinct',
  'Empty',
  'Expand',
  'Filter',
  'Join',
  'LeftJoin',
  'Limit',
  'NodeScan',
  'Project',
  'Return',
  'ShortestPath',
  'Skip',
  'Sort',
  'Union',
  'Unwind',
]);

const writing = new Set([
  'AddLabel',
  'Create',
  'CreateEdge',
  'CreateNode',
  'Delete',
  'DeleteEdge',
  'DeleteNode',
  'Merge',
  'MergeRelationship',
  'RemoveLabel',
  'RemoveProperty',
  'SetProperty',
]);

/** Reads the text that the engine answers EXPLAIN with: one operator a line, the deeper the later. */
export function parsePlan(text: string): Plan {
  const lines = text.split('\n').map((line) => line.trim());
  const operators = lines.flatMap((line) => /^\w+(?:\(\d+\))?/.exec(line)?.[0] ?? []);
  const procedures = lines.flatMap((line) => /^CallProcedure \((.+)\)$/.exec(line)?.[1] ?? []);
  const writes = operators.some((operator) => writing.has(operator));
  const queryType = writes ? (lines[0] === 'Return ()' ? 'w' : 'rw') : 'r';
  return { queryType, operators: [...new Set(operators)], procedures: [...new Set(procedures)] };
}

/** The same text as the tree that it draws by its indentation. */
export function readSteps(text: string): PlanStep {
  const top: PlanStep = { operator: '', details: '', identifiers: [], children: [] };
  const open = [{ step: top, depth: -1 }];
  for (const line of text.split('\n')) {
    const [, indentation = '', operator, details = ''] = /^( *)(\w+(?:\(\d+\))?)(?: (.*))?$/.exec(line) ?? [];
    if (operator === undefined) continue;
    const step: PlanStep = { operator, details: withoutBrackets(details), identifiers: [], children: [] };
    while ((open.at(-1)?.depth ?? -1) >= indentation.length) open.pop();
    open.at(-1)?.step.children.push(step);
    open.push({ step, depth: indentation.length });
  }
  return top.children[0] ?? top;
}

/** A step of a query that was run. */
export function profiledStep({ operator, detail, rows, selfTimeMs, children }: OperatorProfile): PlanStep {
  const ms = Math.round(selfTimeMs * 1_000) / 1_000;
  return { operator, details: detail, identifiers: [], rows, ms, children: children.map(profiledStep) };
}

function withoutBrackets(details: string): string {
  return details.replace(/^\((.*)\)( \[[^\]]*\])?$/, '$1$2');
}

/** The first operator that is not known to read only. */
export function operatorNotAllowed({ operators }: Plan): string | undefined {
  return operators.find((operator) => !reading.has(operator));
}
