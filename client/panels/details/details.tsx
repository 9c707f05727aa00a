import type { Selection } from '../../state/picture/picture.ts';
import { lazyPart } from '../widgets/lazy-part.tsx';
import { NamedDetails } from './named-details.tsx';
import { NodeDetails } from './node-details.tsx';
import { PathDetails } from './path-details.tsx';
import { RelationshipDetails } from './relationship-details.tsx';

const LeftOutList = lazyPart(async () => (await import('./left-out-list.tsx')).LeftOutList);
const GroupDetails = lazyPart(async () => (await import('./group-details.tsx')).GroupDetails);

/** What there is to say of the selected thing; of the paths on screen where nothing is selected. */
export function Details({ of }: { of: Selection | null }) {
  switch (of?.kind) {
    case 'node':
      return <NodeDetails key={of.node.id} selection={of} />;
    case 'relationship':
      return <RelationshipDetails key={of.relationship.id} selection={of} />;
    case 'named':
      return <NamedDetails key={of.id} id={of.id} />;
    case 'more':
      return <LeftOutList key={of.more.id} more={of.more} />;
    case 'group':
      return <GroupDetails key={of.group.id} group={of.group} />;
    case undefined:
      return <PathDetails />;
  }
}
