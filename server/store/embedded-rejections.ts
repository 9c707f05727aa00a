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
  { what: 'OFFSET', endsAt: (tokens, index) => isKeyword(tokens[index], 'OFFSET') },
  { what: 'USING hints', endsAt: (tokens, index) => isKeyword(tokens[index], 'USING') },
];

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
