import { isKeyword, type Token } from './cypher-text.ts';
import { comprehensionAt, givesGraph, graphNames, isGivenToPlainFunction, type Span } from './graph-values.ts';
import { closing, isName, isOwnName, isSymbol, sequence, type Difference } from './token-search.ts';

/**
 * What the embedded engine answers without an error, but not as Cypher says; found by trying, and each is held by a test.
 * The first five are one: a node or relationship that is computed, not just passed on, comes out as a number.
 */
export const wrongAnswers: Difference[] = [
  { what: 'CASE that gives nodes or relationships', occursIn: casesGraph },
  { what: 'coalesce, min, max or reduce of nodes or relationships', occursIn: callsOnGraph },
  { what: 'a list comprehension that gives nodes or relationships', occursIn: comprehendsGraph },
  { what: 'nodes or relationships with +', occursIn: addsGraph },
  { what: 'UNWIND of a list of nodes or relationships in brackets', occursIn: unwindsGraph },
  { what: 'a list slice with a negative bound', occursIn: slicesFromEnd },
  { what: 'size of a pattern', occursIn: (tokens) => sequence(tokens, ['SIZE', '(', '(']) },
  { what: 'a list joined with a single value by +', occursIn: addsToList },
  { what: 'a power of a power', occursIn: chainsPowers },
  { what: 'a pattern that compares with null', occursIn: matchesNull },
];

function casesGraph(tokens: Token[]): boolean {
  const names = graphNames(tokens);
  const branchEnds = ['WHEN', 'ELSE', 'END', 'CASE'];
  return tokens.some((token, index) => {
    if (!isKeyword(token, 'THEN') && !isKeyword(token, 'ELSE')) return false;
    const length = tokens.slice(index + 1).findIndex((item) => branchEnds.some((word) => isKeyword(item, word)));
    const to = length < 0 ? tokens.length : index + 1 + length;
    return givesGraph(tokens, { from: index + 1, to }, names);
  });
}

function callsOnGraph(tokens: Token[]): boolean {
  const names = graphNames(tokens);
  return tokens.some((token, index) => {
    const isOne = ['COALESCE', 'MIN', 'MAX', 'REDUCE'].some((name) => isKeyword(token, name));
    if (!isOne || !isSymbol(tokens[index + 1], '(')) return false;
    return givesGraph(tokens, { from: index + 2, to: closing(tokens, index + 1) }, names);
  });
}

function comprehendsGraph(tokens: Token[]): boolean {
  const names = graphNames(tokens);
  return tokens.some((_, index) => {
    const comprehension = comprehensionAt(tokens, index);
    // A pattern comprehension gives its nodes whole.
    if (comprehension?.variable === undefined || isGivenToPlainFunction(tokens, index)) return false;
    const { variable, result } = comprehension;
    return result ? givesGraph(tokens, result, names) : names.has(variable);
  });
}

function addsGraph(tokens: Token[]): boolean {
  const names = graphNames(tokens);
  return tokens.some((token, index) => {
    if (!isSymbol(token, '+') || isQuantifier(tokens, index)) return false;
    return [operandBefore(tokens, index), operandAfter(tokens, index)].some((span) => givesGraph(tokens, span, names));
  });
}

/** `-->+`, `--+(` or `)+(`, which the engine's parser refuses by itself. */
function isQuantifier(tokens: Token[], index: number): boolean {
  const [before, after] = [tokens[index - 1], tokens[index + 1]];
  return isSymbol(before, '>') || isSymbol(before, '-') || (isSymbol(before, ')') && isSymbol(after, '('));
}

function unwindsGraph(tokens: Token[]): boolean {
  const names = graphNames(tokens);
  return tokens.some((token, index) => {
    if (!isKeyword(token, 'UNWIND') || !isSymbol(tokens[index + 1], '[')) return false;
    return givesGraph(tokens, { from: index + 1, to: closing(tokens, index + 1) }, names);
  });
}

function operandBefore(tokens: Token[], sign: number): Span {
  let from = sign - 1;
  const last = tokens[from];
  if (last?.kind === 'symbol' && ')]}'.includes(last.text)) {
    while (from > 0 && closing(tokens, from) !== sign - 1) from -= 1;
    if (isOwnName(tokens[from - 1])) from -= 1;
  }
  return { from: Math.max(0, from), to: sign };
}

function operandAfter(tokens: Token[], sign: number): Span {
  const from = sign + 1;
  const open = isName(tokens[from]) ? from + 1 : from;
  const next = tokens[open];
  const hasBracket = next?.kind === 'symbol' && '([{'.includes(next.text);
  // Two more tokens show whether a property is read from what the bracket closes.
  return { from, to: hasBracket ? closing(tokens, open) + 1 : from + 1 };
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
