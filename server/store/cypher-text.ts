import type { Position } from '../contract/problem.ts';
import { ProblemError } from '../problem-error.ts';

/**
 * A piece of a Cypher text. Comments and blanks are none. `text` is what it stands for: a name without its backticks,
 * a parameter without its dollar sign, a string with its quotes and escapes.
 */
export interface Token {
  kind: 'word' | 'name' | 'parameter' | 'string' | 'number' | 'symbol';
  text: string;
  /** Where it begins and ends in the text, in UTF-16 units. */
  start: number;
  end: number;
}

/** Bytes that a typed query may have. */
export const longestQuery = 8_192;

/** How deep a typed query may nest. Parsers of both engines recurse: some hundreds end them. */
export const deepestQuery = 50;

// Tried in this order at each place. What is not closed runs to the end of the text, as it does for a parser.
const patterns: [Token['kind'] | 'blank', RegExp][] = [
  ['blank', /(?:\s|\/\/[^\n\r]*|\/\*[\s\S]*?(?:\*\/|$))+/uy],
  ['string', /'(?:[^'\\]|\\[\s\S])*(?:'|\\?$)|"(?:[^"\\]|\\[\s\S])*(?:"|\\?$)/uy],
  ['name', /`(?:[^`]|``)*(?:`|$)/uy],
  ['parameter', /\$(?:`(?:[^`]|``)*(?:`|$)|[\p{L}\p{N}\p{M}\p{Pc}]+)/uy],
  ['word', /[\p{L}\p{Pc}][\p{L}\p{N}\p{M}\p{Pc}$]*/uy],
  ['number', /\d[\p{L}\p{N}_]*(?:\.\d[\p{L}\p{N}_]*)?/uy],
  ['symbol', /[\s\S]/uy],
];

/** Cuts a Cypher text into tokens. It never fails: what no Cypher has in it becomes symbols. */
export function tokenize(cypher: string): Token[] {
  const tokens: Token[] = [];
  let start = 0;
  while (start < cypher.length) {
    const { kind, end } = pieceAt(cypher, start);
    if (kind !== 'blank') tokens.push({ kind, text: meaning(kind, cypher.slice(start, end)), start, end });
    start = end;
  }
  return tokens;
}

/** Whether a token is this keyword, in whatever case. */
export function isKeyword(token: Token | undefined, keyword: string): boolean {
  return token?.kind === 'word' && token.text.toUpperCase() === keyword;
}

/** Refuses a text that is too long or too deep to be given to a parser. Throws a ProblemError. */
export function checkSize(cypher: string): void {
  const bytes = Buffer.byteLength(cypher);
  if (bytes > longestQuery) {
    throw new ProblemError('cypher-too-long', `the query has ${bytes} bytes; at most ${longestQuery} are allowed`, {
      values: { bytes: String(bytes), most: String(longestQuery) },
    });
  }
  // Neo4j reads \u005b as [ wherever it stands, even as the end of a string, so both readings are measured.
  const depth = Math.max(nesting(tokenize(cypher)), nesting(tokenize(unescaped(cypher))));
  if (depth > deepestQuery) {
    throw new ProblemError('cypher-too-long', `the query nests ${depth} deep; at most ${deepestQuery} is allowed`, {
      values: { depth: String(depth), most: String(deepestQuery) },
    });
  }
}

/** The line and column of a place in a text, both from 1, in UTF-16 units as editors count. */
export function positionAt(cypher: string, offset: number): Position {
  const before = cypher.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, offset };
}

function pieceAt(cypher: string, start: number): { kind: Token['kind'] | 'blank'; end: number } {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = start;
    if (pattern.test(cypher)) return { kind, end: pattern.lastIndex };
  }
  return { kind: 'symbol', end: start + 1 };
}

function meaning(kind: Token['kind'], piece: string): string {
  if (kind === 'parameter') return meaning('name', piece.slice(1));
  if (kind !== 'name' || !piece.startsWith('`')) return piece;
  return piece.replace(/^`|`$/g, '').replaceAll('``', '`');
}

function unescaped(cypher: string): string {
  return cypher.replaceAll(/\\u+([0-9a-fA-F]{4})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
}

/**
 * How deep a text nests, at most. Brackets are matched. Every CASE and NOT counts as if it were inside the ones before:
 * END may also be a name, so what it closes is not certain, and a query with dozens of either is none that a
 * person types.
 */
function nesting(tokens: Token[]): number {
  let open = 0;
  let words = 0;
  let signs = 0;
  let deepest = 0;
  for (const token of tokens) {
    const isSymbol = token.kind === 'symbol';
    if (isSymbol && '([{'.includes(token.text)) open += 1;
    else if (isSymbol && ')]}'.includes(token.text)) open = Math.max(0, open - 1);
    else if (isKeyword(token, 'CASE') || isKeyword(token, 'NOT')) words += 1;
    signs = isSymbol && '+-'.includes(token.text) ? signs + 1 : 0;
    deepest = Math.max(deepest, open + words + signs);
  }
  return deepest;
}
