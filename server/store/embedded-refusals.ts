import { ProblemError } from '../problem-error.ts';
import { isKeyword, positionAt, type Token } from './cypher-text.ts';
import { procedureName, refused } from './refusal.ts';

/**
 * What a typed query may not say to the embedded engine. The child opens the database read-only and looks at the
 * plan too; here what the plan does not show is refused, and what is refused gets its right name.
 */

/** Procedures that only tell what there is. */
const procedures = new Set(['db.labels', 'db.relationshiptypes', 'db.propertykeys']);

const writing = new Set(['CREATE', 'MERGE', 'INSERT', 'SET', 'DELETE', 'DETACH', 'NODETACH', 'REMOVE', 'FOREACH']);

/** Words that begin what is no query. */
const commands = new Set(
  (
    'ALTER BEGIN COMMIT CYPHER DEALLOCATE DENY DROP DRYRUN ENABLE EXPLAIN GRANT PROFILE RENAME REVOKE ROLLBACK ' +
    'SESSION SHOW START STOP TERMINATE USE'
  ).split(' '),
);

/** Refuses writes, commands, files and procedures. Throws a ProblemError. */
export function checkReadOnly(cypher: string, tokens: Token[]): void {
  const [first] = tokens;
  const refuse = (token: Token, what: string) => refused(what, cypher, token);
  if (first?.kind === 'word' && commands.has(first.text.toUpperCase())) throw refuse(first, first.text.toUpperCase());
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'word' || isNameHere(tokens, index)) continue;
    const word = token.text.toUpperCase();
    const next = tokens[index + 1];
    if (word === 'LOAD' && next?.kind === 'word') throw refuse(token, `LOAD ${next.text.toUpperCase()}`);
    if (word === 'TRANSACTIONS' && endsSubquery(tokens, index)) throw refuse(token, 'CALL { … } IN TRANSACTIONS');
    if (word === 'CALL') {
      const name = procedureName(tokens, index + 1);
      if (name !== undefined && !procedures.has(name.toLowerCase())) throw refuse(token, `CALL ${name}`);
    }
    if (writing.has(word) && beginsClause(tokens, index)) {
      if (word === 'CREATE' && isDefinition(tokens, index)) throw refuse(token, `CREATE ${next?.text.toUpperCase()}`);
      throw new ProblemError('cypher-write', `the query writes (${word}), and queries are read-only`, {
        values: { what: word },
        position: positionAt(cypher, token.start),
      });
    }
  }
}

/** Whether a word is a name here: a property, a label, an alias, a key of a map. */
function isNameHere(tokens: Token[], index: number): boolean {
  const [before, after] = [tokens[index - 1], tokens[index + 1]];
  if (before?.kind === 'symbol' && '.:|&!'.includes(before.text)) return true;
  return isKeyword(before, 'AS') || (after?.kind === 'symbol' && after.text === ':');
}

/** Whether a word that writes can begin a clause here: what follows is what it writes. */
function beginsClause(tokens: Token[], index: number): boolean {
  const next = tokens[index + 1];
  return next !== undefined && (next.kind === 'word' || next.kind === 'name' || next.text === '(');
}

/** `CREATE INDEX …`, not `CREATE (n)` or `CREATE p = (n)`. */
function isDefinition(tokens: Token[], index: number): boolean {
  return tokens[index + 1]?.kind === 'word' && tokens[index + 2]?.text !== '=';
}

function endsSubquery(tokens: Token[], index: number): boolean {
  const start = tokens.slice(0, index).findLastIndex((token) => isKeyword(token, 'IN'));
  return start > 0 && tokens[start - 1]?.text === '}';
}
