import type { Answer } from '../../../server/contract/answer.ts';
import type { Json } from '../../../server/contract/json.ts';
import type { Text } from '../../../server/contract/text.ts';
import type { NamedRelationship } from './named-facts.ts';

/** A node or relationship that the document is evidence of, by what names it. */
export type MentionedFact = {
  id: string;
  /** Each with the place at which the document says it. */
  citations: readonly { address: string; quote: string }[];
} & ({ name: Text } | { relationship: NamedRelationship });

/** The facts that the rows of the named query `mentions` are of; its first rows are of sections. */
export function mentionedFacts({ table: { columns, rows } }: Answer): MentionedFact[] {
  const at = (column: string): number => columns.indexOf(column);
  const [section, id, name, nameEn] = [at('section'), at('id'), at('name'), at('nameEn')];
  const [time, evidence, quotes] = [at('time'), at('evidence'), at('quotes')];
  return rows.flatMap((row): MentionedFact[] => {
    if (row[section] !== null) return [];
    const fact = { id: textIn(row[id]), citations: citationsIn(row[evidence], row[quotes]) };
    const relationship = relationshipIn(fact.id, textIn(row[time]));
    return [
      relationship ? { ...fact, relationship } : { ...fact, name: { zh: textIn(row[name]), en: textIn(row[nameEn]) } },
    ];
  });
}

/** The id of a relationship: where it starts, its type and where it ends; and a number, if it is not the first of such. */
const relationshipId = /^([^.]+)\.([A-Z_]+)\.([^.]+)/;

function relationshipIn(id: string, time: string): NamedRelationship | undefined {
  const [, start, type, end] = relationshipId.exec(id) ?? [];
  if (start === undefined || type === undefined || end === undefined) return undefined;
  return { start, type, end, properties: time === '' ? {} : { at: time } };
}

const citationsIn = (evidence: Json | undefined, quotes: Json | undefined): { address: string; quote: string }[] =>
  listIn(evidence).map((address, index) => ({ address: textIn(address), quote: textIn(listIn(quotes)[index]) }));

const listIn = (cell: Json | undefined): readonly Json[] => (Array.isArray(cell) ? cell : []);

const textIn = (cell: Json | undefined): string => (typeof cell === 'string' ? cell : '');
