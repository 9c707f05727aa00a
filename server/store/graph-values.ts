import { isKeyword, type Token } from './cypher-text.ts';
import { closing, isName, isOwnName, isSymbol } from './token-search.ts';

/**
 * Which expressions of a query give nodes, relationships, paths or lists of them. Judged by names and places alone, so it
 * may take a plain value for one of these, but hardly the other way round.
 */

/** Functions that give a plain value whatever they are given. */
const plainFunctions = new Set(
  (
    'ALL ANY AVG COUNT ELEMENTID EXISTS ID ISEMPTY KEYS LABELS LENGTH MAX MIN NONE PROPERTIES SINGLE SIZE SUM TOSTRING ' +
    'TYPE'
  ).split(' '),
);

/** Words at which an expression before AS begins. */
const beginnings = new Set(['RETURN', 'WITH', 'DISTINCT', 'UNWIND', 'YIELD']);

/** A part of a query, from one token up to but without another. */
export interface Span {
  from: number;
  to: number;
}

/** The parts of `[x IN list WHERE … | result]`, or of a pattern in place of `x IN list`. */
export interface Comprehension {
  variable: string | undefined;
  list: Span;
  result: Span | undefined;
  close: number;
}

/** Names of variables that hold a part of the graph, or a list of parts. */
export function graphNames(tokens: Token[]): ReadonlySet<string> {
  const names = new Set(tokens.flatMap((token, index) => (isPatternName(tokens, index) ? [token.text] : [])));
  for (let before = -1; before < names.size;) {
    before = names.size;
    for (const [index, token] of tokens.entries()) {
      const next = tokens[index + 1];
      if (isKeyword(token, 'AS') && next && givesGraph(tokens, expressionBefore(tokens, index), names)) {
        names.add(next.text);
      }
      const variable = tokens[index - 1];
      if (isKeyword(token, 'IN') && variable && bindsVariable(tokens, index - 1)) {
        if (givesGraph(tokens, { from: index + 1, to: endOfList(tokens, index + 1) }, names)) names.add(variable.text);
      }
    }
  }
  return names;
}

/** Whether an expression gives a part of the graph: it has one of the names, and not only for a property or a test. */
export function givesGraph(tokens: Token[], { from, to }: Span, names: ReadonlySet<string>): boolean {
  for (let index = from; index < to; index += 1) {
    const token = tokens[index];
    const comprehension = comprehensionAt(tokens, index);
    if (comprehension) {
      if (givesGraph(tokens, comprehension.result ?? comprehension.list, names)) return true;
      index = comprehension.close;
    } else if (isName(token) && isOpening(tokens[index + 1])) {
      const close = closing(tokens, index + 1);
      if (isPlainAfter(tokens, index, close)) index = close;
      else if (isSymbol(tokens[index + 1], '[') && isMention(tokens, index, from, names)) return true;
    } else if (isMention(tokens, index, from, names)) {
      return true;
    }
  }
  return false;
}

/** The list comprehension or pattern comprehension that begins with this bracket. */
export function comprehensionAt(tokens: Token[], index: number): Comprehension | undefined {
  if (!isSymbol(tokens[index], '[') || isOwnName(tokens[index - 1])) return undefined;
  const close = closing(tokens, index);
  const bar = topLevel(tokens, index + 1, close, (token) => isSymbol(token, '|'));
  const isList = isName(tokens[index + 1]) && isKeyword(tokens[index + 2], 'IN');
  if (!isList && bar === close) return undefined;
  const from = isList ? index + 3 : index + 1;
  return {
    variable: isList ? tokens[index + 1]?.text : undefined,
    list: { from, to: endOfList(tokens, from) },
    result: bar === close ? undefined : { from: bar + 1, to: close },
    close,
  };
}

/** Whether what begins with this bracket is given to a function that makes a plain value of it. */
export function isGivenToPlainFunction(tokens: Token[], index: number): boolean {
  const name = tokens[index - 2];
  return isSymbol(tokens[index - 1], '(') && name?.kind === 'word' && plainFunctions.has(name.text.toUpperCase());
}

/** `(n`, `-[r` or `p =` in a pattern. */
function isPatternName(tokens: Token[], index: number): boolean {
  if (!isName(tokens[index])) return false;
  const [opening, before] = [tokens[index - 1], tokens[index - 2]];
  if (isSymbol(opening, '(')) return !isOwnName(before) && !isKeyword(tokens[index + 1], 'IN');
  if (isSymbol(opening, '[')) return isSymbol(before, '-');
  return isKeyword(opening, 'MATCH') || (isSymbol(opening, ',') && isSymbol(tokens[index + 1], '='));
}

/** Whether a variable is bound by IN here, as in `[x IN`, `any(x IN` and `reduce(s = 0, x IN`. */
function bindsVariable(tokens: Token[], index: number): boolean {
  return ['[', '(', ','].some((symbol) => isSymbol(tokens[index - 1], symbol));
}

function isMention(tokens: Token[], index: number, from: number, names: ReadonlySet<string>): boolean {
  const [token, before, after] = [tokens[index], tokens[index - 1], tokens[index + 1]];
  if (!token || !isName(token) || !names.has(token.text)) return false;
  if (isSymbol(before, '.') && !isSymbol(tokens[index - 2], '.')) return false;
  if (index > from && isKeyword(before, 'IN')) return false;
  if (isKeyword(after, 'IN') || isKeyword(after, 'IS')) return false;
  return after?.kind !== 'symbol' || !'.:={<>('.includes(after.text);
}

function isOpening(token: Token | undefined): boolean {
  return isSymbol(token, '(') || isSymbol(token, '[') || isSymbol(token, '{');
}

/** Whether `f(…)`, `x[…]` or `COUNT {…}` is plain: by the function, or because a property of it is read. */
function isPlainAfter(tokens: Token[], index: number, close: number): boolean {
  if (isSymbol(tokens[close + 1], '.') && isName(tokens[close + 2])) return true;
  if (isSymbol(tokens[index + 1], '{')) return true;
  const token = tokens[index];
  return isSymbol(tokens[index + 1], '(') && token?.kind === 'word' && plainFunctions.has(token.text.toUpperCase());
}

function expressionBefore(tokens: Token[], as: number): Span {
  let depth = 0;
  let from = as;
  for (; from > 0; from -= 1) {
    const token = tokens[from - 1];
    if (!token) break;
    if (token.kind === 'symbol' && ')]}'.includes(token.text)) depth += 1;
    if (token.kind === 'symbol' && '([{'.includes(token.text)) depth -= 1;
    const isBeginning = token.kind === 'word' && beginnings.has(token.text.toUpperCase());
    if (depth < 0 || (depth === 0 && (isSymbol(token, ',') || isBeginning))) break;
  }
  return { from, to: as };
}

function endOfList(tokens: Token[], from: number): number {
  return topLevel(tokens, from, tokens.length, (token) => {
    return isKeyword(token, 'WHERE') || (token.kind === 'symbol' && '|])'.includes(token.text));
  });
}

/** The first token outside inner brackets that is wanted, or the end. */
function topLevel(tokens: Token[], from: number, to: number, isWanted: (token: Token) => boolean): number {
  for (let index = from; index < to; index += 1) {
    const token = tokens[index];
    if (token && isWanted(token)) return index;
    if (isOpening(token)) index = closing(tokens, index);
  }
  return to;
}
