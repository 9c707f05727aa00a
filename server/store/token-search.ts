import type { Token } from './cypher-text.ts';

/** Small questions about tokens. */

// Before a bracket these begin an expression or a pattern; any other word is the name of a function.
const clauseWords =
  /^(?:MATCH|OPTIONAL|WHERE|AND|OR|XOR|NOT|CREATE|MERGE|EXISTS|IN|WHEN|THEN|ELSE|CASE|RETURN|DISTINCT|WITH|BY|UNWIND|CONTAINS)$/i;

export function isSymbol(token: Token | undefined, text: string): boolean {
  return token?.kind === 'symbol' && token.text === text;
}

export function isName(token: Token | undefined): boolean {
  return token?.kind === 'word' || token?.kind === 'name';
}

/** Whether a word can be what is called or indexed: a variable, a property, a function. */
export function isOwnName(token: Token | undefined): boolean {
  return isName(token) && !(token?.kind === 'word' && clauseWords.test(token.text));
}

/** The index of the bracket that closes the one at `open`, or the end. */
export function closing(tokens: Token[], open: number): number {
  let depth = 0;
  for (let index = open; index < tokens.length; index += 1) {
    const { kind, text } = tokens[index] ?? { kind: 'symbol', text: '' };
    if (kind === 'symbol' && '([{'.includes(text)) depth += 1;
    if (kind === 'symbol' && ')]}'.includes(text)) depth -= 1;
    if (depth === 0) return index;
  }
  return tokens.length;
}
