import { Waypoints } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { reveal } from '../../state/actions.ts';
import { inLocale, t } from '../../state/locale.ts';
import { factsOf, figureOf, labelStyleOf, nameOf, ontology, summaryOf } from '../../state/ontology.ts';
import { picture, relationshipsOf } from '../../state/picture/picture.ts';
import type { Selection } from '../../state/picture/picture.ts';
import { shownIds } from '../../state/picture/filters.ts';
import { showSurface } from '../../state/picture/surface-actions.ts';
import { surface } from '../../state/view/view.ts';
import { isPassage } from '../../state/reading/passages.ts';
import { Facts } from './facts.tsx';
import { LabelBadge } from '../widgets/label-badge.tsx';
import { PassageMentions } from '../reading/passage-mentions.tsx';
import { NodeActions } from './node-actions.tsx';
import { NodeFigures } from '../figures/node-figures.tsx';
import { Statement } from '../workbench/statement.tsx';
import { WhyHere } from '../reading/why-here.tsx';
import { useSignal } from '../hooks/use-signal.ts';

/** A node: who it is, what is said of it with the quotes, and what it has to do with the rest. */
export function NodeDetails({ selection }: { selection: Extract<Selection, { kind: 'node' }> }) {
  const { node, isOnScreen } = selection;
  useSignal(picture);
  const isChart = useSignal(surface) === 'chart';
  const heading = useRef<HTMLHeadingElement>(null);
  // A long text must not open where the one before was left.
  useEffect(() => {
    heading.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const style = labelStyleOf(node);
  const relationships = relationshipsOf(node.id);
  const summary = summaryOf(node);
  const figure = figureOf(node);
  return (
    <article className="details">
      <header>
        <p className="kind">
          <LabelBadge style={style} /> {inLocale(style.title)}
        </p>
        <h2 ref={heading}>{nameOf(node)}</h2>
        <OtherName node={node} />
        {figure && <p className="figure">{figure}</p>}
        {summary && <p className="summary">{summary}</p>}
        {!isOnScreen && !isChart && <p className="hint">{t('inspector.offScreen')}</p>}
        {isOnScreen && !shownIds.value.has(node.id) && <p className="hint">{t('inspector.filteredOut')}</p>}
      </header>
      {isChart ? <ShowInPicture id={node.id} /> : <NodeActions id={node.id} isOnScreen={isOnScreen} />}
      {factsOf(node.properties).length > 0 && (
        <section>
          <h3>{t('inspector.facts')}</h3>
          <Facts properties={node.properties} />
        </section>
      )}
      {isPassage(node) && <PassageMentions passage={node} />}
      <WhyHere of={node} />
      <NodeFigures id={node.id} />
      <section>
        <h3>
          {t('inspector.relations')}{' '}
          <span className="count">{t('inspector.relationsOnScreen', { n: relationships.length })}</span>
        </h3>
        {relationships.length === 0 && <p className="hint">{t('inspector.noRelations')}</p>}
        <ul className="relations">
          {relationships.map((relationship) => (
            <li key={relationship.id}>
              <Statement relationship={relationship} of={node.id} />
            </li>
          ))}
        </ul>
      </section>
    </article>
  );
}

/** What is done with nodes is done with those of the picture. */
function ShowInPicture({ id }: { id: string }) {
  const show = (): void => {
    showSurface('picture');
    void reveal(id);
  };
  return (
    <div className="actions">
      <button type="button" className="primary" onClick={show}>
        <Waypoints aria-hidden="true" size={16} /> {t('chart.inPicture')}
      </button>
    </div>
  );
}

/** The name in the other language, small, for readers who know the thing by it. */
function OtherName({ node }: { node: Extract<Selection, { kind: 'node' }>['node'] }) {
  const caption = useSignal(ontology)?.caption;
  if (!caption) return null;
  const own = nameOf(node);
  const other = [
    { lang: 'zh-CN', name: node.properties[caption.zh] },
    { lang: 'en', name: node.properties[caption.en] },
  ].find(({ name }) => typeof name === 'string' && name !== own);
  return other ? (
    <p className="other-name" lang={other.lang}>
      {String(other.name)}
    </p>
  ) : null;
}
