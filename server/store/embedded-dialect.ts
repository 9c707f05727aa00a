import { ProblemError } from '../problem-error.ts';
import { isKeyword, type Token } from './cypher-text.ts';

/**
 * Where the embedded engine's Cypher is not Neo4j's. `wrong` lists what it answers, but wrongly: such a query is refused
 * before it runs. `rejected` lists what it does not parse: its syntax error is then worded as what it is.
 */

interface Difference {
  what: string;
  occursIn: (tokens: Token[]) => boolean;
}

const wrong: Difference[] = [
  {
    what: 'CASE that gives a node or relationship',
    occursIn: (tokens) => graphVariableAfter(tokens, ['THEN', 'ELSE']),
  },
  { what: 'coalesce of nodes or relationships', occursIn: coalescesGraph },
  { what: 'min or max of nodes', occursIn: (tokens) => callsOnGraph(tokens, ['MIN', 'MAX']) },
  { what: 'a list slice with a negative bound', occursIn: slicesFromEnd },
  { what: 'size of a pattern', occursIn: (tokens) => sequence(tokens, ['SIZE', '(', '(']) },
  { what: 'a list joined with a single value by +', occursIn: addsToList },
  { what: 'a power of a power', occursIn: chainsPowers },
  { what: 'a pattern that compares with null', occursIn: matchesNull },
];

const rejected: Difference[] = [
  { what: 'label expressions such as n:A|B', occursIn: hasLabelExpression },
  { what: 'quantified path patterns', occursIn: hasQuantifier },
  { what: 'SHORTEST', occursIn: (tokens) => tokens.some((token) => isKeyword(token, 'SHORTEST')) },
  { what: 'COLLECT { … }', occursIn: (tokens) => sequence(tokens, ['COLLECT', '{']) },
  { what: 'WHERE inside a pattern', occursIn: hasInlineWhere },
  { what: 'functions with a dot in their name', occursIn: hasDottedFunction },
  { what: 'RETURN inside EXISTS { … } or COUNT { … }', occursIn: returnsInSubquery },
  { what: 'type predicates', occursIn: (tokens) => sequence(tokens, ['IS', ':', ':']) },
  { what: 'CASE with several values or a comparison in WHEN', occursIn: hasExtendedWhen },
  { what: 'a keyword as a name without backticks', occursIn: namesByKeyword },
  { what: 'OFFSET', occursIn: (tokens) => tokens.some((token) => isKeyword(token, 'OFFSET')) },
  { what: 'USING hints', occursIn: (tokens) => tokens.some((token) => isKeyword(token, 'USING')) },
];

/** Refuses a query that the engine is known to answer wrongly. Throws a ProblemError. */
export function checkDialect(tokens: Token[]): void {
  const difference = wrong.find(({ occursIn }) => occursIn(tokens));
  if (difference) throw unsupported(difference.what, 'it would be answered wrongly');
}

/** Why the engine does not parse a query, where that is known. */
export function explainRejection(tokens: Token[]): ProblemError | undefined {
  const difference = rejected.find(({ occursIn }) => occursIn(tokens));
  return difference && unsupported(difference.what);
}

/** The problem of a query that Neo4j would answer. */
export function unsupported(what: string, why = 'it does not know that part of Cypher'): ProblemError {
  const detail = `the embedded engine cannot run this query: ${what} (${why}); Neo4j runs it: set NEO4J_URI`;
  return new ProblemError('cypher-unsupported', detail, { values: { what } });
}

const isSymbol = (token: Token | undefined, text: string) => token?.kind === 'symbol' && token.text === text;

const isName = (token: Token | undefined) => token?.kind === 'word' || token?.kind === 'name';

/** Whether symbols and keywords follow each other anywhere. */
function sequence(tokens: Token[], texts: string[]): boolean {
  return tokens.some((_, index) =>
    texts.every((text, step) => {
      const token = tokens[index + step];
      return /\w/.test(text) ? isKeyword(token, text) : isSymbol(token, text);
    }),
  );
}

/** Names that stand where only a node, a relationship or a list of them can: `(n:`, `(n)-`, `-[r]`. */
function graphVariables(tokens: Token[]): Set<string> {
  const names = new Set<string>();
  for (const [index, token] of tokens.entries()) {
    const [before, opening] = [tokens[index - 2], tokens[index - 1]];
    if (!isName(token)) continue;
    const inNode = isSymbol(opening, '(') && (before === undefined || !isFunctionName(before));
    const inRelationship = isSymbol(opening, '[') && isSymbol(before, '-');
    if (inNode || inRelationship) names.add(token.text);
    const [as, source] = [tokens[index - 1], tokens[index - 2]];
    if (isKeyword(as, 'AS') && source && names.has(source.text) && !isSymbol(tokens[index - 3], '.')) {
      names.add(token.text);
    }
  }
  return names;
}

const clauseWords = /^(?:MATCH|WHERE|AND|OR|XOR|NOT|CREATE|MERGE|EXISTS|IN|WHEN|THEN|ELSE|RETURN|WITH|BY)$/i;

function isFunctionName(token: Token): boolean {
  return isName(token) && !(token.kind === 'word' && clauseWords.test(token.text));
}

/** Whether a token is a variable on its own, not the begin of `n.name`, `n:Label`, `n[0]` or `f(…)`. */
function isBare(tokens: Token[], index: number, variables: Set<string>): boolean {
  const token = tokens[index];
  if (!token || !isName(token) || !variables.has(token.text)) return false;
  const next = tokens[index + 1];
  return next === undefined || next.kind !== 'symbol' || ',)}]'.includes(next.text);
}

function graphVariableAfter(tokens: Token[], keywords: string[]): boolean {
  const variables = graphVariables(tokens);
  return tokens.some(
    (token, index) => keywords.some((keyword) => isKeyword(token, keyword)) && isBare(tokens, index + 1, variables),
  );
}

function callsOnGraph(tokens: Token[], functions: string[]): boolean {
  const variables = graphVariables(tokens);
  return tokens.some(
    (token, index) =>
      functions.some((name) => isKeyword(token, name)) &&
      isSymbol(tokens[index + 1], '(') &&
      isBare(tokens, index + 2, variables),
  );
}

function coalescesGraph(tokens: Token[]): boolean {
  const variables = graphVariables(tokens);
  return tokens.some((token, index) => {
    if (!isKeyword(token, 'COALESCE') || !isSymbol(tokens[index + 1], '(')) return false;
    const end = closing(tokens, index + 1);
    return tokens.slice(index + 2, end).some((_, step) => {
      const at = index + 2 + step;
      const isArgument = isSymbol(tokens[at - 1], '(') || isSymbol(tokens[at - 1], ',');
      return isArgument && isBare(tokens, at, variables);
    });
  });
}

/** The index of the bracket that closes the one at `open`, or the end. */
function closing(tokens: Token[], open: number): number {
  let depth = 0;
  for (let index = open; index < tokens.length; index += 1) {
    const { kind, text } = tokens[index] ?? { kind: 'symbol', text: '' };
    if (kind === 'symbol' && '([{'.includes(text)) depth += 1;
    if (kind === 'symbol' && ')]}'.includes(text)) depth -= 1;
    if (depth === 0) return index;
  }
  return tokens.length;
}

/** `x[-2..]` or `x[..-1]`, but not the single element `x[-1]`, which is right. */
function slicesFromEnd(tokens: Token[]): boolean {
  return tokens.some((token, index) => {
    if (!isSymbol(token, '[')) return false;
    const inside = tokens.slice(index + 1, closing(tokens, index));
    const dots = inside.findIndex((_, at) => isSymbol(inside[at], '.') && isSymbol(inside[at + 1], '.'));
    return dots >= 0 && (isSymbol(inside[0], '-') || isSymbol(inside[dots + 2], '-'));
  });
}

const isScalar = (token: Token | undefined) => token?.kind === 'string' || token?.kind === 'number';

function addsToList(tokens: Token[]): boolean {
  return tokens.some((token, index) => {
    if (!isSymbol(token, '+')) return false;
    const [before, after] = [tokens[index - 1], tokens[index + 1]];
    return (
      (isScalar(before) && isSymbol(after, '[')) ||
      (isSymbol(before, ']') && closesList(tokens, index - 1) && isScalar(after))
    );
  });
}

/** Whether a bracket closes a list, not an element's index such as in `names[0]`. */
function closesList(tokens: Token[], close: number): boolean {
  for (let index = close - 1; index >= 0; index -= 1) {
    if (isSymbol(tokens[index], '[') && closing(tokens, index) === close) {
      const before = tokens[index - 1];
      return (
        !(isName(before) && !isClause(before)) &&
        !isSymbol(before, ')') &&
        !isSymbol(before, ']') &&
        before?.kind !== 'parameter'
      );
    }
  }
  return false;
}

function isClause(token: Token | undefined): boolean {
  return token?.kind === 'word' && clauseWords.test(token.text);
}

function chainsPowers(tokens: Token[]): boolean {
  return tokens.some((token, index) => isSymbol(token, '^') && isSymbol(tokens[index + 2], '^'));
}

/** `(n {x: null})` or `[r {x: null}]`: nothing equals null, but the engine finds what has no x. */
function matchesNull(tokens: Token[]): boolean {
  return tokens.some((token, index) => {
    if (!isSymbol(token, '{') || !opensPattern(tokens, index)) return false;
    const inside = tokens.slice(index, closing(tokens, index));
    return inside.some((item, at) => isKeyword(item, 'NULL') && isSymbol(inside[at - 1], ':'));
  });
}

/** Whether a brace comes after `(n:Label`, `(`, `[r:TYPE` or the like. */
function opensPattern(tokens: Token[], brace: number): boolean {
  let index = brace - 1;
  while (isName(tokens[index]) || isSymbol(tokens[index], ':') || isSymbol(tokens[index], '|')) index -= 1;
  const [before, opening] = [tokens[index - 1], tokens[index]];
  if (isSymbol(opening, '[')) return isSymbol(before, '-');
  return isSymbol(opening, '(') && (before === undefined || !isFunctionName(before));
}

function hasLabelExpression(tokens: Token[]): boolean {
  return tokens.some((token, index) => {
    if (!isSymbol(token, ':')) return false;
    const next = tokens[index + 1];
    if (next?.kind === 'symbol' && '!%($'.includes(next.text)) return true;
    return isName(next) && '|&'.includes(tokens[index + 2]?.text ?? '?');
  });
}

function hasQuantifier(tokens: Token[]): boolean {
  const afterArrow = (index: number) => isSymbol(tokens[index - 1], '>') || isSymbol(tokens[index - 1], '-');
  return tokens.some((token, index) => {
    if (token.kind !== 'symbol' || !'+*{'.includes(token.text)) return false;
    const isQuantity = token.text !== '{' || tokens[index + 1]?.kind === 'number' || isSymbol(tokens[index + 1], ',');
    return isQuantity && (afterArrow(index) || isSymbol(tokens[index - 1], ')'));
  });
}

function hasInlineWhere(tokens: Token[]): boolean {
  return tokens.some((token, index) => {
    if (!isKeyword(token, 'WHERE') || !isName(tokens[index - 1])) return false;
    let at = index - 1;
    while (isName(tokens[at]) || isSymbol(tokens[at], ':')) at -= 1;
    return isSymbol(tokens[at], '(') || isSymbol(tokens[at], '[');
  });
}

function hasDottedFunction(tokens: Token[]): boolean {
  return tokens.some(
    (token, index) =>
      isSymbol(token, '.') &&
      isName(tokens[index - 1]) &&
      isName(tokens[index + 1]) &&
      isSymbol(tokens[index + 2], '('),
  );
}

function returnsInSubquery(tokens: Token[]): boolean {
  return tokens.some((token, index) => {
    if (!(isKeyword(token, 'EXISTS') || isKeyword(token, 'COUNT')) || !isSymbol(tokens[index + 1], '{')) return false;
    return tokens.slice(index, closing(tokens, index + 1)).some((item) => isKeyword(item, 'RETURN'));
  });
}

function hasExtendedWhen(tokens: Token[]): boolean {
  return tokens.some((token, index) => {
    if (!isKeyword(token, 'WHEN')) return false;
    const next = tokens[index + 1];
    return (next?.kind === 'symbol' && '<>='.includes(next.text)) || isSymbol(tokens[index + 2], ',');
  });
}

const keywords =
  /^(?:SET|CREATE|MERGE|DELETE|DETACH|REMOVE|MATCH|RETURN|WITH|WHERE|UNWIND|CALL|YIELD|UNION|CASE|WHEN|THEN|ELSE|END)$/i;

function namesByKeyword(tokens: Token[]): boolean {
  return tokens.some(
    (token, index) => token.kind === 'word' && isSymbol(tokens[index - 1], '.') && keywords.test(token.text),
  );
}
