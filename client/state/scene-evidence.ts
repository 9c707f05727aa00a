import { groundsOf } from './evidence.ts';
import type { Citation } from './evidence.ts';
import { nameOf, summaryOf } from './ontology.ts';
import { passages } from './passages.ts';
import { knownNode, knownRelationship } from './picture.ts';
import type { AnyScene } from './scenes.ts';
import { sourceOf } from './scenes.ts';

/** A passage that says what a caption says, where no single fact does. */
export interface CitedPassage {
  id: string;
  place: string;
  gist: string;
}

/** What the caption of a scene rests on: the quotes of facts, and whole passages. */
export interface SceneEvidence {
  citations: readonly Citation[];
  passages: readonly CitedPassage[];
}

/** The evidence of a scene as far as it has arrived; a view of the reader's own has none. */
export function evidenceOf(scene: AnyScene): SceneEvidence {
  const ids = sourceOf(scene)?.evidence ?? [];
  const cited = passages.value.filter(({ id }) => ids.includes(id));
  const facts = ids.filter((id) => !cited.some((passage) => passage.id === id));
  const citations = facts.flatMap((id) => {
    const known = knownNode(id) ?? knownRelationship(id);
    return known ? groundsOf(known.properties).citations : [];
  });
  return {
    citations: [...new Map(citations.map((each) => [`${each.address} ${each.quote}`, each])).values()],
    passages: cited.map((passage) => ({ id: passage.id, place: nameOf(passage), gist: summaryOf(passage) ?? '' })),
  };
}
