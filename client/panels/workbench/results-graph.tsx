import { Layers, Waypoints } from 'lucide-react';
import type { Answer } from '../../../server/contract/answer.ts';
import type { Graph } from '../../../server/contract/graph.ts';
import { formatNumber, inLocale, t } from '../../state/locale.ts';
import { legendLabelOf, typeStyleOf } from '../../state/ontology.ts';
import type { OwnQuery } from '../../state/workbench/own-query.ts';
import { picture } from '../../state/picture/picture.ts';
import { addAnswer, drawAnswer, drawChoice, drawChoices, mostDrawn } from '../../state/workbench/results-drawing.ts';
import { LabelBadge } from '../widgets/label-badge.tsx';
import { uncoverPicture } from './open-cell.ts';
import { useSignal } from '../hooks/use-signal.ts';

/** What of an answer is a graph, by label and type, and how it gets into the picture. */
export function ResultsGraph({ query, answer }: { query: OwnQuery; answer: Answer }) {
  const { nodes, relationships } = useSignal(picture);
  const choice = useSignal(drawChoice);
  const { graph } = answer;
  if (graph.nodes.length === 0) return <p className="results-none">{t('results.noGraph')}</p>;
  const present = graph.nodes.filter(({ id }) => nodes.has(id)).length;
  const isWhole = present === graph.nodes.length && graph.relationships.every(({ id }) => relationships.has(id));
  const bring = (act: typeof drawAnswer): void => {
    uncoverPicture();
    void act(query, answer);
  };
  return (
    <div className="results-graph">
      <p>
        {t('results.graphCount', { nodes: graph.nodes.length, relationships: graph.relationships.length })}{' '}
        <span className="hint">{t(isWhole ? 'results.allPresent' : 'results.present', { n: present })}</span>
      </p>
      <div className="results-graph-acts">
        <button type="button" className="primary" onClick={() => bring(drawAnswer)}>
          <Waypoints aria-hidden="true" size={16} /> {t('results.draw')}
        </button>
        <button type="button" disabled={isWhole} onClick={() => bring(addAnswer)}>
          <Layers aria-hidden="true" size={16} /> {t('results.add')}
        </button>
      </div>
      {choice !== 'leave' && graph.nodes.length > mostDrawn && (
        <p className="hint">{t('results.notDrawn', { n: mostDrawn })}</p>
      )}
      <fieldset className="draw-choice">
        <legend>{t('draw.title')}</legend>
        {drawChoices.map((name) => (
          <label key={name}>
            <input
              type="radio"
              name="draw-choice"
              checked={name === choice}
              onChange={() => (drawChoice.value = name)}
            />{' '}
            {t(`draw.${name}`)}
          </label>
        ))}
      </fieldset>
      <Counts graph={graph} />
    </div>
  );
}

/** How many nodes there are of each label, and relationships of each type, the most frequent first. */
function Counts({ graph }: { graph: Graph }) {
  const labels = countBy(graph.nodes, (node) => legendLabelOf(node).name);
  const types = countBy(graph.relationships, ({ type }) => type);
  return (
    <ul className="results-counts">
      {labels.map(({ example, count }) => {
        const style = legendLabelOf(example);
        return (
          <li key={style.name}>
            <LabelBadge style={style} size={20} /> {inLocale(style.title)}{' '}
            <span className="count">{formatNumber(count)}</span>
          </li>
        );
      })}
      {types.map(({ example: { type }, count }) => {
        const style = typeStyleOf(type);
        return (
          <li key={type}>
            <span aria-hidden="true" className="stroke" data-line={style.line} /> {inLocale(style.title)}{' '}
            <span className="count">{formatNumber(count)}</span>
          </li>
        );
      })}
    </ul>
  );
}

function countBy<Item>(items: readonly Item[], nameOf: (item: Item) => string): { example: Item; count: number }[] {
  const counts = new Map<string, { example: Item; count: number }>();
  for (const item of items) {
    const entry = counts.get(nameOf(item));
    if (entry) entry.count += 1;
    else counts.set(nameOf(item), { example: item, count: 1 });
  }
  return [...counts.values()].toSorted((a, b) => b.count - a.count);
}
