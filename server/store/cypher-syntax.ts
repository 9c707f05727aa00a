/** What a Cypher text says, as a tree. Offsets are places in the text, in UTF-16 units. */

export interface Place {
  start: number;
  end: number;
}

type Literal = { kind: 'literal'; value: string | number | boolean | null; isFloat: boolean };

export type Expression = Place &
  (
    | Literal
    | { kind: 'parameter'; name: string }
    | { kind: 'variable'; name: string }
    | { kind: 'property'; of: Expression; name: string }
    | { kind: 'index'; of: Expression; at: Expression }
    | { kind: 'slice'; of: Expression; from: Expression | undefined; to: Expression | undefined }
    | { kind: 'labels'; of: Expression }
    | { kind: 'list'; items: Expression[] }
    | { kind: 'map'; entries: Entry[] }
    | { kind: 'projection'; of: Expression; properties: string[]; hasAll: boolean; entries: Entry[] }
    | { kind: 'unary'; operator: 'NOT' | '-' | '+'; of: Expression }
    | { kind: 'binary'; operator: string; left: Expression; right: Expression }
    | { kind: 'null-test'; of: Expression }
    | { kind: 'call'; name: string; isDistinct: boolean; hasStar: boolean; args: Expression[] }
    | { kind: 'case'; subject: Expression | undefined; branches: Branch[]; otherwise: Expression | undefined }
    | Comprehension
    | Quantifier
    | Reduction
    | PatternComprehension
    | { kind: 'pattern'; pattern: PathPattern }
    | { kind: 'exists' | 'count'; query: Query }
  );

export interface Entry {
  name: string;
  value: Expression;
}

export interface Branch {
  when: Expression;
  result: Expression;
}

/** `[variable IN list WHERE where | result]` */
export interface Comprehension {
  kind: 'comprehension';
  variable: string;
  list: Expression;
  where: Expression | undefined;
  result: Expression | undefined;
}

/** `all(variable IN list WHERE where)` and its like */
export interface Quantifier {
  kind: 'quantifier';
  word: 'ALL' | 'ANY' | 'NONE' | 'SINGLE';
  variable: string;
  list: Expression;
  where: Expression;
}

/** `reduce(accumulator = initial, variable IN list | step)` */
export interface Reduction {
  kind: 'reduction';
  accumulator: string;
  initial: Expression;
  variable: string;
  list: Expression;
  step: Expression;
}

/** `[pattern WHERE where | result]` */
export interface PatternComprehension {
  kind: 'pattern-comprehension';
  pattern: PathPattern;
  where: Expression | undefined;
  result: Expression;
}

export interface NodePattern extends Place {
  variable: string | undefined;
  properties: Expression | undefined;
}

export interface RelationshipPattern extends Place {
  variable: string | undefined;
  properties: Expression | undefined;
  types: string[];
  isDirected: boolean;
  /** Present for `*`, `*2`, `*1..3`; a bound that is not written is undefined. */
  hops: { least: number | undefined; most: number | undefined } | undefined;
}

/** Nodes, and between each two the relationship that joins them. */
export interface PathPattern extends Place {
  variable: string | undefined;
  shortest: 'one' | 'all' | undefined;
  nodes: NodePattern[];
  relationships: RelationshipPattern[];
}

/** What RETURN and WITH give. */
export interface Projection extends Place {
  isDistinct: boolean;
  hasStar: boolean;
  items: Item[];
  order: { by: Expression }[];
  skip: Expression | undefined;
  limit: Expression | undefined;
}

export interface Item {
  value: Expression;
  /** What the column is called: the alias, or the text of the expression. */
  name: string;
  hasAlias: boolean;
}

export type Clause = Place &
  (
    | { kind: 'match'; isOptional: boolean; patterns: PathPattern[]; where: Expression | undefined }
    | { kind: 'unwind'; list: Expression; variable: string }
    | { kind: 'with'; projection: Projection; where: Expression | undefined }
    | { kind: 'return'; projection: Projection }
    /** `imports` is undefined for the older form, which takes what its first WITH names. */
    | { kind: 'subquery'; imports: string[] | 'all' | undefined; query: Query }
    | { kind: 'procedure'; yields: string[] }
  );

/** Parts joined by UNION. */
export interface Query {
  parts: Clause[][];
}
