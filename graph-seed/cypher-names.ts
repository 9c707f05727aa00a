import type { Token } from '../server/store/cypher-text.ts';
import { tokenize } from '../server/store/cypher-text.ts';

/** What a Cypher text names of the graph, and the parameters that it takes. */
export interface CypherNames {
  labels: Set<string>;
  types: Set<string>;
  properties: Set<string>;
  parameters: Set<string>;
  /** The words of the text in capital letters: its clauses are among them. */
  words: Set<string>;
}

/** Gathers the names in a text that is in the common subset of both engines: labels and types follow a colon. */
export function namesInCypher(cypher: string): CypherNames {
  const names: CypherNames = {
    labels: new Set(),
    types: new Set(),
    properties: new Set(),
    parameters: new Set(),
    words: new Set(),
  };
  const open: string[] = [];
  const tokens = tokenize(cypher);
  for (const [index, { kind, text }] of tokens.entries()) {
    if (kind === 'parameter') names.parameters.add(text);
    if (kind === 'symbol') follow(open, text, tokens.slice(Math.max(0, index - 2), index));
    if (kind !== 'word' && kind !== 'name') continue;
    names.words.add(text.toUpperCase());
    const place = placeOf(tokens, index, open.at(-1));
    if (place) names[place].add(text);
  }
  return names;
}

/** A map in a pattern stands behind a variable or a label, not behind the word of a subquery. */
const patternMap = '{ of a pattern';

/** Keeps account of the brackets that are open. */
function follow(open: string[], symbol: string, before: readonly Token[]): void {
  if (')]}'.includes(symbol)) open.pop();
  if (symbol === '{') {
    const [earlier, last] = before;
    const isBehindName = last?.kind === 'word' && (earlier?.text === ':' || earlier?.text === '(');
    open.push(isBehindName && open.at(-1) !== '{' ? patternMap : symbol);
  } else if ('(['.includes(symbol)) open.push(symbol);
}

function placeOf(
  tokens: readonly Token[],
  index: number,
  around: string | undefined,
): 'labels' | 'types' | 'properties' | undefined {
  const isBefore = (symbol: string): boolean =>
    tokens[index - 1]?.kind === 'symbol' && tokens[index - 1]?.text === symbol;
  const isAfter = (symbol: string): boolean =>
    tokens[index + 1]?.kind === 'symbol' && tokens[index + 1]?.text === symbol;
  if (isBefore('.')) return 'properties';
  if (around === patternMap) return isAfter(':') ? 'properties' : undefined;
  if (around === '[') return isBefore(':') || isBefore('|') ? 'types' : undefined;
  // In a map of the query's own making a colon parts a key from its value.
  return isBefore(':') && around !== '{' ? 'labels' : undefined;
}
