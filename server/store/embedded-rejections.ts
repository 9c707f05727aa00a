import { isKeyword, type Token } from './cypher-text.ts';
import { closing, isName, isSymbol, sequence, type Difference } from './token-search.ts';

/** What the embedded engine does not parse although it is Cypher. */
export const rejections: Difference[] = [
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
