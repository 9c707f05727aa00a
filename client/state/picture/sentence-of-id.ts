import { sentenceOf } from '../ontology.ts';
import { namedRelationship } from '../reading/named-facts.ts';
import type { NamedRelationship } from '../reading/named-facts.ts';
import { knownRelationship, nameOfId } from './picture.ts';

/** The relationship of an id as far as a sentence tells it, whether or not it has arrived. */
export const toldRelationship = (id: string): NamedRelationship | undefined =>
  knownRelationship(id) ?? namedRelationship(id);

/** What has an id in words: a relationship as a sentence, all else by its name. */
export function sentenceOfId(id: string): string {
  const relationship = toldRelationship(id);
  return relationship ? sentenceOf(relationship, nameOfId) : nameOfId(id);
}
