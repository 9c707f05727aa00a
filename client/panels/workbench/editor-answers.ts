import { CypherLanguageService, formatQuery } from '@neo4j-cypher/language-support';
import type { CompletionItem, DbSchema, Neo4jFunction, Neo4jProcedure } from '@neo4j-cypher/language-support';
import type { CypherFunction, CypherProcedure, Vocabulary } from '../../../server/contract/vocabulary.ts';
import { letIteratorsMakeArrays } from './editor-iterators.ts';
import type { EditorReply, EditorTask, Finding, Proposal, Signature } from './editor-task.ts';

/** Neo4j's language support, as the editor asks it. It is large: only the worker, and tests, may import this file. */

letIteratorsMakeArrays();

const service = new CypherLanguageService({ consoleCommandsEnabled: false });
let schema: DbSchema = {};

/** Takes the words that a query may use. Where there are no functions or procedures, none is called unknown. */
export function takeWords(words: Vocabulary): void {
  const functions = bothVersions(words.functions.map((known) => [known.name, functionOf(known)]));
  const procedures = bothVersions(words.procedures.map((known) => [known.name, procedureOf(known)]));
  schema = {
    labels: words.labels.map(({ name }) => name),
    relationshipTypes: words.types.map(({ name }) => name),
    propertyKeys: words.properties,
    ...(functions && { functions }),
    ...(procedures && { procedures }),
  };
}

/** The same names in both versions of the language; undefined where there are none. */
function bothVersions<Kind>(entries: [string, Kind][]): Record<string, Record<string, Kind>> | undefined {
  if (entries.length === 0) return undefined;
  const byName = Object.fromEntries(entries);
  return { 'CYPHER 5': byName, 'CYPHER 25': byName };
}

/** Does a task. Throws what the language support throws, such as on a text that nests too deep for it. */
export function answerTask(task: EditorTask): EditorReply {
  switch (task.kind) {
    case 'check':
      return { kind: 'check', findings: check(task.text) };
    case 'complete':
      return { kind: 'complete', proposals: complete(task) };
    case 'sign':
      return { kind: 'sign', signature: sign(task.text, task.at) };
    case 'format':
      return { kind: 'format', ...format(task.text, task.at) };
  }
}

/**
 * The language support counts a character beyond the basic plane once here and twice there. Two others in its place are
 * counted twice everywhere, as the page does.
 */
const evened = (text: string): string => text.replaceAll(/[\u{10000}-\u{10ffff}]/gu, '〇〇');

function check(text: string): Finding[] {
  const query = evened(text);
  const known = { ...schema, labels: schema.labels?.map(evened) ?? [] };
  const { diagnostics, symbolTables } = service.lint(query, {
    ...known,
    relationshipTypes: schema.relationshipTypes?.map(evened) ?? [],
    propertyKeys: schema.propertyKeys?.map(evened) ?? [],
  });
  service.setSymbolsInfo({ query, symbolTables });
  return diagnostics
    .map(({ offsets, severity, message }): Finding => {
      const [from, to] = [Math.max(0, offsets.start), Math.min(text.length, offsets.end)];
      return {
        from: Math.min(from, to),
        to,
        severity: severity === 1 ? 'error' : 'warning',
        message: typeof message === 'string' ? message : message.value,
      };
    })
    .filter(({ message }) => !isOfParameter(message));
}

/** The form beside the editor asks for the values of parameters. */
const isOfParameter = (message: string): boolean => /^Parameter .* is not defined\.$/s.test(message);

function complete({ text, at, isAsked, parameters }: Extract<EditorTask, { kind: 'complete' }>): Proposal[] {
  const values = Object.fromEntries(parameters.map((name) => [name, '']));
  const known = { ...schema, parameters: values };
  return service
    .autocomplete(evened(text), known, { caretPosition: at, manual: isAsked })
    .map(proposalOf)
    .filter(({ label, kind }) => kind !== 'keyword' || !refused.has(label.split(' ')[0] ?? ''));
}

/** What begins a query that writes or administers: the server refuses it, so it is not proposed. */
const refused = new Set(
  `ALTER CREATE DEALLOCATE DELETE DENY DETACH DROP DRYRUN ENABLE FOREACH GRANT INSERT LOAD MERGE NODETACH REALLOCATE
  REMOVE RENAME REVOKE SET SHOW START STOP TERMINATE`.split(/\s+/),
);

/** Kinds of the language server protocol that the language support uses; all else is a keyword. */
const kinds: Record<number, Proposal['kind']> = { 3: 'function', 6: 'variable', 10: 'property', 25: 'label' };

function proposalOf({ label, kind, insertText, signature, documentation }: CompletionItem): Proposal {
  return {
    label,
    kind: (kind && kinds[kind]) ?? 'keyword',
    ...(insertText !== undefined && insertText !== label && { insert: insertText }),
    ...(signature !== undefined && { signature }),
    ...(typeof documentation === 'string' && documentation !== '' && { description: documentation }),
  };
}

function sign(text: string, at: number): Signature | null {
  const {
    signatures,
    activeSignature = 0,
    activeParameter = 0,
  } = service.getSignatureHelp(evened(text), schema, {
    caretPosition: at,
  });
  const found = signatures[activeSignature ?? 0];
  if (!found) return null;
  return {
    label: found.label,
    description: typeof found.documentation === 'string' ? found.documentation : '',
    arguments: found.parameters?.map(({ label }) => (typeof label === 'string' ? label : '')) ?? [],
    present: activeParameter ?? 0,
  };
}

function format(text: string, at: number): { text: string; at: number } {
  const { formattedQuery, newCursorPos = at } = formatQuery(text, { cursorPosition: at });
  return { text: formattedQuery, at: Math.min(newCursorPos, formattedQuery.length) };
}

const described = (slot: CypherFunction['arguments'][number]) => ({ ...slot, isDeprecated: false });

function functionOf(known: CypherFunction): Neo4jFunction {
  return {
    name: known.name,
    category: '',
    description: known.description,
    isBuiltIn: true,
    argumentDescription: known.arguments.map(described),
    returnDescription: known.returns,
    signature: known.signature,
    aggregating: known.aggregates,
    isDeprecated: false,
  };
}

function procedureOf(known: CypherProcedure): Neo4jProcedure {
  return {
    name: known.name,
    description: known.description,
    mode: 'READ',
    worksOnSystem: false,
    argumentDescription: known.arguments.map(described),
    returnDescription: known.columns.map(described),
    signature: known.signature,
    admin: false,
    option: { deprecated: false },
  };
}
