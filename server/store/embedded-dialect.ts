import { ProblemError } from '../problem-error.ts';
import { BeyondSyntax } from './cypher-cursor.ts';
import { parseCypher } from './cypher-parser.ts';
import { positionAt, type Token } from './cypher-text.ts';
import { checkClauses } from './embedded-clauses.ts';
import type { Known } from './embedded-scope.ts';
import { rejections } from './embedded-rejections.ts';
import { Unsupported } from './embedded-unsupported.ts';

/** Where the embedded engine's Cypher is not Neo4j's, and what is said of it. */

/**
 * The text to run in place of a query that the engine has parsed and that only reads, so that it is answered as by Neo4j: mostly the
 * query itself. Throws a ProblemError where it would be answered otherwise, or where that is not known.
 */
export function inDialect(cypher: string, known: Known): string {
  try {
    return checkClauses(cypher, parseCypher(cypher), known);
  } catch (error) {
    if (error instanceof Unsupported) throw unsupported(error.what, wrong, positionAt(cypher, error.start));
    if (error instanceof BeyondSyntax) {
      throw unsupported('this way of writing it', unknown, positionAt(cypher, error.start));
    }
    throw error;
  }
}

/**
 * Why the engine does not parse a query, where that is known.
 * @param offset where its parser gave up
 */
export function explainRejection(tokens: Token[], offset: number): ProblemError | undefined {
  const index = tokens.findIndex(({ end }) => end > offset);
  const rejection = rejections.find(({ endsAt }) => endsAt(tokens, index));
  return rejection && unsupported(rejection.what);
}

/** The problem of a query that Neo4j would answer. */
export function unsupported(what: string, why = unknown, position?: ReturnType<typeof positionAt>): ProblemError {
  const detail = `the embedded engine cannot run this query: ${what} (${why}); Neo4j knows it: set NEO4J_URI`;
  return new ProblemError('cypher-unsupported', detail, { values: { what }, ...(position && { position }) });
}

const wrong = 'it would do otherwise than Neo4j';
const unknown = 'it does not know that part of Cypher';
