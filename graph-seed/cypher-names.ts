import { tokenize } from '../server/store/cypher-text.ts';
import { namesInText } from '../server/store/names-in-text.ts';

/** What a Cypher text names of the graph, and the parameters that it takes. */
interface CypherNames {
  labels: Set<string>;
  types: Set<string>;
  properties: Set<string>;
  parameters: Set<string>;
  /** The words of the text in capital letters: its clauses are among them. */
  words: Set<string>;
}

/** Gathers the names in a text. */
export function namesInCypher(cypher: string): CypherNames {
  const tokens = tokenize(cypher);
  const names = namesInText(tokens);
  const named = (...kinds: (typeof names)[number]['kind'][]): Set<string> =>
    new Set(names.filter(({ kind }) => kinds.includes(kind)).map(({ name }) => name));
  const texts = (kind: (typeof tokens)[number]['kind']): string[] =>
    tokens.filter((token) => token.kind === kind).map(({ text }) => text);
  return {
    labels: named('label', 'labelOrType'),
    types: named('type'),
    properties: named('property'),
    parameters: new Set(texts('parameter')),
    words: new Set(texts('word').map((word) => word.toUpperCase())),
  };
}
