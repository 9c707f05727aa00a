import { t } from '../locale.ts';
import type { Word } from '../locale.ts';

/** What the language support says in English, as the page says it: each message's form, its word, and what its places are. */
const forms: readonly [RegExp, Word, ...string[]][] = [
  [/^Label (.+) is not present/s, 'finding.unknownLabel', 'name'],
  [/^Relationship type (.+) is not present/s, 'finding.unknownType', 'name'],
  [/^Label or relationship type (.+) is not present/s, 'finding.unknownLabelOrType', 'name'],
  [/^Function (.+) is not present/s, 'finding.unknownFunction', 'name'],
  [/^Procedure (.+) is not present/s, 'finding.unknownProcedure', 'name'],
  [/^(.+) is a procedure, not a function/s, 'finding.procedureAsFunction', 'name'],
  [/^(.+) is a function, not a procedure/s, 'finding.functionAsProcedure', 'name'],
  [/^(.+) is not present in the database/s, 'finding.unknownProperty', 'name'],
  [/^Variable `(.+)` not defined/s, 'finding.undefinedVariable', 'name'],
  [/^Variable `(.+)` already declared/s, 'finding.declaredTwice', 'name'],
  [/^Invalid input '': expected/, 'finding.unexpectedEnd'],
  [/^Invalid input '(.+)': expected/s, 'finding.unexpected', 'found'],
  [/^Query cannot conclude with (\w+)/, 'finding.cannotEnd', 'clause'],
  [/^Type mismatch: expected (.+) but was (.+)/, 'finding.typeMismatch', 'expected', 'found'],
  [/^Console commands are unsupported/, 'finding.consoleCommand'],
];

/** A message of the language support as a sentence in the reader's language; one of no known form stands as it is. */
export function findingSentence(message: string): string {
  for (const [form, word, ...places] of forms) {
    const match = form.exec(message);
    if (match) return t(word, Object.fromEntries(places.map((place, index) => [place, match[index + 1] ?? ''])));
  }
  return t('finding.other', { detail: message });
}
