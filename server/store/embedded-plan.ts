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

/** The first operator that is not known to read only. */
export function operatorNotAllowed({ operators }: Plan): string | undefined {
  return operators.find((operator) => !reading.has(operator));
}
