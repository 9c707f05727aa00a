import type { Relationship } from '../../../server/contract/graph.ts';
import { groundsOf } from '../../state/reading/evidence.ts';
import { Citations } from '../reading/citations.tsx';
import { Sentence } from '../details/sentence.tsx';
import { WhyButton } from '../reading/why-button.tsx';

/** A relationship in a list: its sentence, its quotes, and the way to why it is there. */
export function Statement({ relationship, of }: { relationship: Relationship; of?: string }) {
  return (
    <>
      <Sentence relationship={relationship} {...(of !== undefined && { of })} /> <WhyButton of={relationship} />
      <Citations grounds={groundsOf(relationship.properties)} />
    </>
  );
}
