import type { Answer, Notice } from '../contract.ts';
import { ProblemError } from '../problem-error.ts';
import { isKeyword, type Token } from './cypher-text.ts';
import { rejections } from './embedded-rejections.ts';
import { wrongAnswers } from './embedded-wrong-answers.ts';
import { isSymbol, sequence } from './token-search.ts';

/** Where the embedded engine's Cypher is not Neo4j's, and what is said of it. */

/** Refuses a query that the engine is known to answer wrongly. Throws a ProblemError. */
export function checkDialect(tokens: Token[]): void {
  const difference = wrongAnswers.find(({ occursIn }) => occursIn(tokens));
  if (difference) throw unsupported(difference.what, 'it would be answered wrongly');
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
export function unsupported(what: string, why = 'it does not know that part of Cypher'): ProblemError {
  const detail = `the embedded engine cannot run this query: ${what} (${why}); Neo4j runs it: set NEO4J_URI`;
  return new ProblemError('cypher-unsupported', detail, { values: { what } });
}

/** What the reader should know of an answer that is right except in a corner. */
export function dialectNotices(tokens: Token[], { table }: Answer): Notice[] {
  const notices: Notice[] = [];
  if (sequence(tokens, ['SUM', '(']) && table.rows.some((row) => row.some((cell) => cell === null))) {
    notices.push({
      code: 'dialect-sum',
      detail: 'the embedded engine gives null as the sum of nothing; Neo4j gives 0',
    });
  }
  if (comparesWithNumeral(tokens)) {
    const detail = "for the embedded engine the number 1 equals the text '1'; for Neo4j it does not";
    notices.push({ code: 'dialect-numeral', detail });
  }
  return notices;
}

/** Whether a text that looks like a number is compared: `= '2010'`, `<> '1'`, `IN ['1'`. */
function comparesWithNumeral(tokens: Token[]): boolean {
  return tokens.some((token, index) => {
    if (token.kind !== 'string' || !/^.[-+]?\d+(\.\d+)?.$/.test(token.text)) return false;
    const [before, opening] = [tokens[index - 1], tokens[index - 2]];
    const inList = isSymbol(before, '[') && isKeyword(opening, 'IN');
    return inList || ['=', '>', '<'].some((sign) => isSymbol(before, sign));
  });
}
