import { ProblemError } from '../problem-error.ts';
import { isKeyword, tokenize, type Token } from './cypher-text.ts';
import { procedureName, refused } from './refusal.ts';
import type { Plan } from './store.ts';

/**
 * What a typed query may do on Neo4j. Its plan must be of the kind that reads, and every operator and every procedure
 * in it must be named here: what is unknown is refused. A plan does not show what is inside a subquery inside an
 * expression, so the text is looked at too.
 */

/** The plan operators of Neo4j 5.26 and 2026.08 that only read the graph and compute. */
const operators = new Set(
  [
    // Beginnings and ends
    'Argument EmptyResult EmptyRow Input ProduceResults',
    // Rows
    'Apply AntiSemiApply SemiApply LetAntiSemiApply LetSemiApply LetSelectOrAntiSemiApply LetSelectOrSemiApply',
    'SelectOrAntiSemiApply SelectOrSemiApply ConditionalApply AntiConditionalApply RollUpApply Optional Anti',
    'CartesianProduct NodeHashJoin NodeLeftOuterHashJoin NodeRightOuterHashJoin ValueHashJoin ValueMergeJoin',
    'AssertSameNode AssertSameRelationship TriadicBuild TriadicFilter TriadicSelection',
    'CacheProperties Projection Filter Unwind Union OrderedUnion Distinct OrderedDistinct Eager PreserveOrder',
    'EagerAggregation OrderedAggregation Limit ExhaustiveLimit Skip Sort PartialSort Top PartialTop Top1WithTies',
    'NonFuseable NonPipelined NonPipelinedStreaming ArgumentTracker',
    // Nodes
    'AllNodesScan NodeByLabelScan UnionNodeByLabelsScan IntersectionNodeByLabelsScan SubtractionNodeByLabelsScan',
    'DynamicLabelNodeLookup NodeByIdSeek NodeByElementIdSeek NodeCountFromCountStore',
    'NodeIndexScan NodeIndexContainsScan NodeIndexEndsWithScan NodeIndexSeek NodeIndexSeekByRange',
    'NodeUniqueIndexSeek NodeUniqueIndexSeekByRange MultiNodeIndexSeek AssertingMultiNodeIndexSeek',
    'NodeFulltextIndexSearch NodeVectorIndexSearch',
    // Relationships, with either word before each
    'ProjectEndpoints RelationshipCountFromCountStore AssertingMultiRelationshipIndexSeek',
  ]
    .flatMap((names) => names.split(' '))
    .concat(
      ['Directed', 'Undirected'].flatMap((direction) =>
        (
          'AllRelationshipsScan RelationshipTypeScan UnionRelationshipTypesScan RelationshipByIdSeek ' +
          'RelationshipByElementIdSeek RelationshipIndexScan RelationshipIndexContainsScan ' +
          'RelationshipIndexEndsWithScan RelationshipIndexSeek RelationshipIndexSeekByRange ' +
          'RelationshipUniqueIndexSeek RelationshipUniqueIndexSeekByRange RelationshipFulltextIndexSearch ' +
          'RelationshipVectorIndexSearch'
        )
          .split(' ')
          .map((name) => `${direction}${name}`),
      ),
      ['DynamicDirectedRelationshipTypeLookup', 'DynamicUndirectedRelationshipTypeLookup'],
      // Paths
      ['Expand(All)', 'Expand(Into)', 'OptionalExpand(All)', 'OptionalExpand(Into)'],
      ['VarLengthExpand(All)', 'VarLengthExpand(Into)', 'VarLengthExpand(Pruning)'],
      ['VarLengthExpand(Pruning,BFS,All)', 'VarLengthExpand(Pruning,BFS,Into)'],
      ['ShortestPath', 'PathPropagatingBFS', 'RepeatOptions', 'BidirectionalRepeat(Trail)'],
      ['Repeat(Trail)', 'Repeat(Walk)', 'StatefulShortestPath(All)', 'StatefulShortestPath(Into)'],
      ['All', 'Into'].flatMap((mode) =>
        ['Trail', 'Walk', 'Acyclic'].flatMap((walk) => [
          `Repeat(${mode}, ${walk})`,
          `StatefulShortestPath(${mode}, ${walk})`,
        ]),
      ),
      ['ProcedureCall'],
    ),
);

/** Procedures that only tell what there is, or search it. */
const procedures = new Set([
  'db.labels',
  'db.relationshipTypes',
  'db.propertyKeys',
  'db.schema.visualization',
  'db.schema.nodeTypeProperties',
  'db.schema.relTypeProperties',
  'db.index.fulltext.queryNodes',
  'db.index.fulltext.queryRelationships',
  'db.index.fulltext.listAvailableAnalyzers',
  'db.index.vector.queryNodes',
  'db.index.vector.queryRelationships',
]);

/** Whether a typed query may call a procedure. */
export function mayCall(procedure: string): boolean {
  return procedures.has(procedure);
}

/**
 * First names of functions that only compute. Those that others have added to a server may do anything, such as run a text
 * as Cypher; functions without a dot in their name are all Neo4j's own.
 */
const namespaces = new Set('date datetime localdatetime localtime time duration point vector coll db'.split(' '));

/** Whether a typed query may use a function. */
export function mayUse(functionName: string): boolean {
  const [namespace = '', rest] = functionName.split('.');
  return rest === undefined || namespaces.has(namespace.toLowerCase());
}

/** Refuses a query whose plan is more than a read. Throws a ProblemError that names what is refused. */
export function checkPlan(plan: Plan): void {
  if (plan.queryType === 'w' || plan.queryType === 'rw') {
    throw new ProblemError('cypher-write', 'the query writes, and queries are read-only');
  }
  for (const operator of plan.operators) if (!operators.has(operator)) throw refused(operator);
  for (const procedure of plan.procedures) if (!procedures.has(procedure)) throw refused(`CALL ${procedure}`);
  // The last, so that a procedure that administers is refused by its name.
  if (plan.queryType !== 'r') throw refused('a command that changes or administers the database');
}

/** Refuses what a plan need not show: files, procedures, functions and transactions inside expressions. Throws a ProblemError. */
export function checkText(cypher: string): void {
  checkEscapes(cypher);
  const tokens = tokenize(cypher);
  const refuse = (token: Token, what: string) => refused(what, cypher, token);
  const words = tokens.filter(({ kind }) => kind === 'word');
  for (const [index, word] of words.entries()) {
    if (isKeyword(word, 'LOAD') && isKeyword(words[index + 1], 'CSV')) throw refuse(word, 'LOAD CSV');
    if (isKeyword(word, 'TRANSACTIONS') && isAfterIn(words, index)) throw refuse(word, 'CALL { … } IN TRANSACTIONS');
  }
  for (const [index, token] of tokens.entries()) {
    if (!isKeyword(token, 'CALL') || isNameHere(tokens, index)) continue;
    const name = procedureName(tokens, index + 1);
    if (name !== undefined && !procedures.has(name)) throw refuse(token, `CALL ${name}`);
  }
  for (const { name, token } of dottedCalls(tokens)) if (!mayUse(name)) throw refuse(token, `${name}()`);
}

/** What is called by a name with dots: functions, and the procedures that CALL has let pass. */
function dottedCalls(tokens: Token[]): { name: string; token: Token }[] {
  return tokens.flatMap((token, index) => {
    if (!isNamePart(token) || tokens[index - 1]?.text === '.') return [];
    let last = index;
    while (isDotted(tokens, last + 1)) last += 2;
    if (tokens[last + 1]?.text !== '(') return [];
    const name = tokens
      .slice(index, last + 1)
      .map(({ text }) => text)
      .join('');
    return name.includes('.') ? [{ name, token }] : [];
  });
}

/** Whether a dot and another name go on here. */
function isDotted(tokens: Token[], index: number): boolean {
  return tokens[index]?.text === '.' && isNamePart(tokens[index + 1]);
}

function isNamePart(token: Token | undefined): boolean {
  return token?.kind === 'word' || token?.kind === 'name';
}

/**
 * Neo4j may read an escape such as \u004c before it looks for words, so that it could hide any of them from us. Inside
 * strings a character beyond ASCII is harmless, for it cannot end the string.
 */
function checkEscapes(cypher: string): void {
  const strings = tokenize(cypher).filter(({ kind }) => kind === 'string');
  for (const { index, 0: escape, 1: digits = '' } of cypher.matchAll(/\\u+([0-9a-fA-F]{0,4})/g)) {
    const isInString = strings.some(({ start, end }) => start < index && index < end);
    if (isInString && digits.length === 4 && Number.parseInt(digits, 16) > 0x7f) continue;
    throw refused(escape, cypher, { start: index });
  }
}

/** `IN TRANSACTIONS`, `IN 4 CONCURRENT TRANSACTIONS`, `IN $n CONCURRENT TRANSACTIONS`; numbers are no words. */
function isAfterIn(words: Token[], index: number): boolean {
  const before = words[index - 1];
  return isKeyword(before, 'IN') || isKeyword(before, 'CONCURRENT');
}

/** Whether CALL is a property or a label here. After a number, a dot may belong to the number. */
function isNameHere(tokens: Token[], index: number): boolean {
  const [owner, before] = [tokens[index - 2], tokens[index - 1]];
  if (before?.kind !== 'symbol') return false;
  return before.text === ':' || (before.text === '.' && owner !== undefined && owner.kind !== 'number');
}
