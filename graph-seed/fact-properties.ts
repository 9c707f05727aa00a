import type { PropertyValue } from '../server/contract/graph.ts';
import type { SeedNode, SeedRelationship } from './format.ts';
import type { Loose } from './relationship-ids.ts';

/** What an author wrote of a fact and is a property as it stands, but for some keys. */
export function plain(fact: SeedNode | SeedRelationship, apart: ReadonlySet<string>): Loose {
  const properties: Loose = {};
  for (const [name, value] of Object.entries(fact)) {
    if (!apart.has(name) && isProperty(value)) properties[name] = value;
  }
  return properties;
}

/** Evidence and reasons are no properties, but make some. */
function isProperty(value: unknown): value is PropertyValue | undefined {
  return typeof value !== 'object' || (Array.isArray(value) && typeof value[0] !== 'object');
}

export type Grounds = Pick<SeedNode, 'evidence' | 'basis' | 'derivedFrom' | 'premises'>;

/** The properties that evidence and reasons make. */
export function evidenced({ evidence, basis, derivedFrom, premises }: Grounds): Loose {
  return {
    evidence: addressesOf({ evidence }),
    quotes: evidence.map(({ quote }) => quote),
    basis,
    derivedFrom: derivedFrom?.zh,
    derivedFromEn: derivedFrom?.en,
    premises,
  };
}

/** The addresses at which a fact is said. */
export function addressesOf({ evidence }: Pick<Grounds, 'evidence'>): string[] {
  return evidence.map(({ at }) => at);
}
