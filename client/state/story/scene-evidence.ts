import { groundsOf } from '../reading/evidence.ts';
import type { Grounds } from '../reading/evidence.ts';
import { nameOf, summaryOf } from '../ontology.ts';
import { addressOf, passages } from '../reading/passages.ts';
import { knownNode, knownRelationship } from '../picture/picture.ts';
import type { AnyScene } from './scenes.ts';
import { sourceOf } from './scenes.ts';

/** A passage that says what a caption says, where no single fact does. */
export interface CitedPassage {
  id: string;
  address: string;
  place: string;
  gist: string;
}

/** What the caption of a scene rests on: the quotes of facts, and whole passages. */
export interface SceneEvidence {
  /** The quotes of stated facts together, each once, and those of derived facts by what these follow from. */
  grounds: readonly Grounds[];
  passages: readonly CitedPassage[];
}

/** The evidence of a scene as far as it has arrived; a view of the reader's own has none. */
export function evidenceOf(scene: AnyScene): SceneEvidence {
  const ids = sourceOf(scene)?.evidence ?? [];
  const cited = passages.value.filter(({ id }) => ids.includes(id));
  const facts = ids.filter((id) => !cited.some((passage) => passage.id === id));
  const grounds = facts.flatMap((id) => {
    const known = knownNode(id) ?? knownRelationship(id);
    return known ? [groundsOf(known.properties)] : [];
  });
  return {
    grounds: [...new Set(grounds.map(kindOf))]
      .map((kind) => together(grounds.filter((each) => kindOf(each) === kind)))
      .filter(({ citations, isDerived }) => isDerived || citations.length > 0),
    passages: cited.map((passage) => ({
      id: passage.id,
      address: addressOf(passage),
      place: nameOf(passage),
      gist: summaryOf(passage) ?? '',
    })),
  };
}

/** Whether facts are stated or derived, and what derived ones follow from. */
export const kindOf = ({ isDerived, derivedFrom }: Grounds): string => `${isDerived} ${derivedFrom}`;

/** Grounds of one kind as one, with each quote once. */
function together(grounds: readonly Grounds[]): Grounds {
  const citations = grounds.flatMap((each) => each.citations);
  return {
    isDerived: grounds.some(({ isDerived }) => isDerived),
    derivedFrom: grounds[0]?.derivedFrom ?? '',
    premises: [...new Set(grounds.flatMap(({ premises }) => premises))],
    citations: [...new Map(citations.map((each) => [`${each.address} ${each.quote}`, each])).values()],
  };
}
