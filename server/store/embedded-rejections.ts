import { isKeyword, type Token } from './cypher-text.ts';
import { closing, isName, isSymbol } from './token-search.ts';

/** Cypher that the embedded engine does not parse. Each is known by the token at which its parser gives up. */
interface Rejection {
  what: string;
  endsAt: (tokens: Token[], index: number) => boolean;
}

export const rejections: Rejection[] = [
  { what: 'label expressions such as n:A|B', endsAt: isLabelExpression },
  { what: 'quantified path patterns', endsAt: isQuantifier },
  { what: 'SHORTEST', endsAt: (tokens, index) => [0, 1].some((step) => isKeyword(tokens[index + step], 'SHORTEST')) },
  {
    what: 'COLLECT { … }',
    endsAt: (tokens, index) => isSymbol(tokens[index], '{') && isKeyword(tokens[index - 1], 'COLLECT'),
  },
  { what: 'WHERE inside a pattern', endsAt: isInlineWhere },
  { what: 'functions with a dot in their name', endsAt: isDottedFunction },
  { what: 'RETURN inside EXISTS { … } or COUNT { … }', endsAt: isReturnOfSubquery },
  {
    what: 'type predicates',
    endsAt: (tokens, index) => isSymbol(tokens[index], ':') && isKeyword(tokens[index - 1], 'IS'),
  },
  { what: 'CASE with several values or a comparison in WHEN', endsAt: isExtendedWhen },
  { what: 'a keyword as a name without backticks', endsAt: isKeywordAsName },
  { what: 'joining with ||', endsAt: (tokens, index) => [0, -1].some((step) => isBars(tokens, index + step)) },
  { what: 'numbers with _ in them', endsAt: (tokens, index) => /^\d+_/.test(tokens[index]?.text ?? '') },
  { what: 'OFFSET', endsAt: (tokens, index) => isKeyword(tokens[index], 'OFFSET') },
  { what: 'USING hints', endsAt: (tokens, index) => isKeyword(tokens[index], 'USING') },
];

function isBars(tokens: Token[], index: number): boolean {
  return isSymbol(tokens[index], '|') && isSymbol(tokens[index + 1], '|');
}

function isOneOf(token: Token | undefined, symbols: string): boolean {
  return token?.kind === 'symbol' && symbols.includes(token.text);
}

function isLabelExpression(tokens: Token[], index: number): boolean {
  const before = tokens[index - 1];
  if (isSymbol(before, ':')) return isOneOf(tokens[index], '!%($');
  return isOneOf(tokens[index], '|&') && isName(before) && isSymbol(tokens[index - 2], ':');
}

/** The `+` of `->+`, the `{` of `->{1,2}`, or the second bracket of `((a)-->(b)){1,2}`. */
function isQuantifier(tokens: Token[], index: number): boolean {
  if (isSymbol(tokens[index], '(')) return isSymbol(tokens[index + 1], '(');
  return isOneOf(tokens[index], '+*{') && isOneOf(tokens[index - 1], '>-');
}

function isInlineWhere(tokens: Token[], index: number): boolean {
  if (!isKeyword(tokens[index], 'WHERE')) return false;
  let at = index - 1;
  while (isName(tokens[at]) || isSymbol(tokens[at], ':')) at -= 1;
  return at < index - 1 && isOneOf(tokens[at], '([');
}

function isDottedFunction(tokens: Token[], index: number): boolean {
  return (
    isSymbol(tokens[index], '(') &&
    isName(tokens[index - 1]) &&
    isSymbol(tokens[index - 2], '.') &&
    isName(tokens[index - 3])
  );
}

function isReturnOfSubquery(tokens: Token[], index: number): boolean {
  if (!isKeyword(tokens[index], 'RETURN')) return false;
  return tokens.slice(0, index).some((token, open) => {
    const begins = isSymbol(token, '{') && ['EXISTS', 'COUNT'].some((word) => isKeyword(tokens[open - 1], word));
    return begins && closing(tokens, open) > index;
  });
}

function isExtendedWhen(tokens: Token[], index: number): boolean {
  if (isSymbol(tokens[index], ',')) return isKeyword(tokens[index - 2], 'WHEN');
  return isOneOf(tokens[index], '<>=') && isKeyword(tokens[index - 1], 'WHEN');
}

function isKeywordAsName(tokens: Token[], index: number): boolean {
  return tokens[index]?.kind === 'word' && isSymbol(tokens[index - 1], '.') && isName(tokens[index - 2]);
}

/** Functions of Neo4j that the embedded engine has not, in small letters. */
const missingFunctions = new Set(
  (
    'allreduce btrim char_length cosh cot coth haversin isempty isnan normalize nullif percentiledisc point ' +
    'randomuuid sinh tanh tobooleanlist tobooleanornull tofloatlist tofloatornull tointegerlist tointegerornull ' +
    'tostringlist tostringornull valuetype vector'
  ).split(' '),
);

/** The name of a function that Neo4j has and the embedded engine says it does not know. */
export function missingFunction(detail: string): string | undefined {
  const name = /^unknown function '([^']+)'/i.exec(detail)?.[1];
  return name !== undefined && missingFunctions.has(name.toLowerCase()) ? name : undefined;
}

/** Whether the variable that the engine says it does not know is a path of one node, for which it has no place. */
export function isPathOfOneNode(detail: string, tokens: Token[]): boolean {
  const name = /^undefined variable '(.+)'/.exec(detail)?.[1];
  return tokens.some((token, index) => {
    if (!isName(token) || token.text !== name || !isSymbol(tokens[index + 1], '=')) return false;
    if (!isSymbol(tokens[index + 2], '(')) return false;
    const after = tokens[closing(tokens, index + 2) + 1];
    return !isOneOf(after, '-<');
  });
}
