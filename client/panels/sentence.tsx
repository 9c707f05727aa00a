import type { Relationship } from '../../server/contract.ts';
import { reveal } from '../state/actions.ts';
import { sentenceOf } from '../state/ontology.ts';
import { nameOfId } from '../state/picture.ts';

/** Characters that no name contains, to find the ends' places in a finished sentence. */
const startMark = '\u0001';
const endMark = '\u0002';

/** A relationship as a sentence in which each end but the one being read leads to its node. */
export function Sentence({ relationship, of }: { relationship: Relationship; of?: string }) {
  const { start, end } = relationship;
  const marked = sentenceOf(relationship, (id) => (id === start ? startMark : endMark));
  const parts = marked.split(new RegExp(`(“?[${startMark}${endMark}]”?)`));
  return (
    <span className="sentence">
      {parts.map((part, index) => {
        const isStart = part.includes(startMark);
        if (!isStart && !part.includes(endMark)) return part;
        const id = isStart ? start : end;
        // The parts of one sentence never change their order.
        const key = `${index} ${id}`;
        const name = <Name key={key} id={id} isRead={id === of} />;
        if (part.length === 1) return name;
        return (
          <span key={key} className="quoted">
            {part.startsWith('“') && <span>“</span>}
            {name}
            {part.endsWith('”') && <span>”</span>}
          </span>
        );
      })}
    </span>
  );
}

/** The name of an end: the one that is being read, or one that leads to its node. */
function Name({ id, isRead }: { id: string; isRead: boolean }) {
  const name = nameOfId(id);
  if (isRead) return <strong>{name}</strong>;
  return (
    <button type="button" className="link" onClick={() => void reveal(id)}>
      {name}
    </button>
  );
}
