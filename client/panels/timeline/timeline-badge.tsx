import { ArrowRight } from 'lucide-react';
import { knownNode } from '../../state/picture/picture.ts';
import { labelStyleOf } from '../../state/ontology.ts';
import { scheme } from '../../state/scheme.ts';
import type { TimelineItem } from '../../state/timeline/timeline.ts';
import { LabelBadge } from '../widgets/label-badge.tsx';
import { useSignal } from '../hooks/use-signal.ts';

/** The sign of what an item is: its label's, or an arrow for a relationship. Decoration; its kind stands in words, too. */
export function ItemBadge({ item, size }: { item: TimelineItem; size: number }) {
  const node = item.kind === 'node' ? knownNode(item.id) : undefined;
  if (node) return <LabelBadge style={labelStyleOf(node)} size={size} />;
  return (
    <span aria-hidden="true" className="badge of-relationship" style={{ width: size, height: size }}>
      <ArrowRight size={size - 4} />
    </span>
  );
}

/** The colour in which an item is drawn: its label's, and none of its own for a relationship. */
export function useItemColour({ id, kind }: TimelineItem): string {
  const now = useSignal(scheme);
  const node = kind === 'node' ? knownNode(id) : undefined;
  return node ? labelStyleOf(node).colour[now] : 'var(--line-strong)';
}
