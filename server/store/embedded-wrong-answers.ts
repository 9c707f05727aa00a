import { isKeyword, type Token } from './cypher-text.ts';
import { closing, isName, isOwnName, isSymbol, sequence, type Difference } from './token-search.ts';

/** What the embedded engine answers without an error, but not as Cypher says. Found by trying; tests hold each. */
export const wrongAnswers: Difference[] = [
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

/** Names that stand where only a node, a relationship or a list of them can: `(n:`, `(n)-`, `-[r]`. */
function graphVariables(tokens: Token[]): Set<string> {
  const names = new Set<string>();
  for (const [index, token] of tokens.entries()) {
    const [before, opening] = [tokens[index - 2], tokens[index - 1]];
    if (!isName(token)) continue;
    const inNode = isSymbol(opening, '(') && !isOwnName(before);
    const inRelationship = isSymbol(opening, '[') && isSymbol(before, '-');
    if (inNode || inRelationship) names.add(token.text);
    const [as, source] = [tokens[index - 1], tokens[index - 2]];
    if (isKeyword(as, 'AS') && source && names.has(source.text) && !isSymbol(tokens[index - 3], '.')) {
      names.add(token.text);
    }
  }
  return names;
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
      return !isOwnName(before) && !isSymbol(before, ')') && !isSymbol(before, ']') && before?.kind !== 'parameter';
    }
  }
  return false;
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
  return isSymbol(opening, '(') && !isOwnName(before);
}
