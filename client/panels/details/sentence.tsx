import { Fragment } from 'react';
import { reveal } from '../../state/actions.ts';
import type { NamedRelationship } from '../../state/reading/named-facts.ts';
import { sentenceOf } from '../../state/ontology.ts';
import { nameOfId } from '../../state/picture/picture.ts';

/** Characters that no name contains, to find the ends' places in a finished sentence. */
const startMark = '\u0001';
const endMark = '\u0002';

/** A relationship as a sentence in which each end but the one being read leads to its node. */
export function Sentence({ relationship, of }: { relationship: NamedRelationship; of?: string }) {
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
        const [before = '', after = ''] = part.split(isStart ? startMark : endMark);
        if (id !== of) return <Name key={key} id={id} before={before} after={after} />;
        return (
          <Fragment key={key}>
            {before}
            <strong>{nameOfId(id)}</strong>
            {after}
          </Fragment>
        );
      })}
    </span>
  );
}

interface NameProps {
  id: string;
  /** The quotation marks round it, if any. */
  before: string;
  after: string;
}

/** The name of an end, which leads to its node. Longer than a line it is a block, and its marks stay beside it. */
function Name({ id, before, after }: NameProps) {
  return (
    <span className="named">
      {before}
      <button type="button" className="link" onClick={() => void reveal(id)}>
        {nameOfId(id)}
        {after !== '' && <span aria-hidden="true">{after}</span>}
      </button>
    </span>
  );
}
