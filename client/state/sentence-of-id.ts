import { sentenceOf } from './ontology.ts';
import { knownRelationship, nameOfId } from './picture.ts';

/** What has an id in words: a relationship as a sentence, all else by its name. */
export function sentenceOfId(id: string): string {
  const relationship = knownRelationship(id);
  return relationship ? sentenceOf(relationship, nameOfId) : nameOfId(id);
}
