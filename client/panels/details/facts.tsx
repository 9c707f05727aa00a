import type { Node } from '../../../server/contract/graph.ts';
import { languageOf } from '../../state/locale.ts';
import { factsOf } from '../../state/ontology.ts';

/** What stands in a node's or relationship's properties, titled and worded for the reader. */
export function Facts({ properties }: { properties: Node['properties'] }) {
  return (
    <dl className="facts">
      {factsOf(properties).map(({ name, title, value }) => (
        <div key={name}>
          <dt>{title}</dt>
          <dd lang={languageOf(value)}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
