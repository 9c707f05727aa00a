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
  const parts = marked.split(new RegExp(`(${startMark}|${endMark})`));
  return (
    <span className="sentence">
      {parts.map((part, index) => {
        if (part !== startMark && part !== endMark) return part;
        const id = part === startMark ? start : end;
        const name = nameOfId(id);
        // The parts of one sentence never change their order.
        const key = `${index} ${id}`;
        if (id === of) return <strong key={key}>{name}</strong>;
        return (
          <button key={key} type="button" className="link" onClick={() => void reveal(id)}>
            {name}
          </button>
        );
      })}
    </span>
  );
}
