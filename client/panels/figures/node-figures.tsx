import { joinParts } from '../../state/figures/figure-words.ts';
import { t } from '../../state/locale.ts';
import { figuresOfNode, measureTitle, measures } from '../../state/figures/measures.ts';
import { FigureChart } from './figure-chart.tsx';
import { Contradiction } from './figure-findings.tsx';
import { useSignal } from '../hooks/use-signal.ts';

/** The figures of a node, or those that a figure stands among, as charts; nothing, where there are none. */
export function NodeFigures({ id }: { id: string }) {
  useSignal(measures);
  const found = figuresOfNode(id);
  if (found.length === 0) return null;
  return (
    <section className="node-figures">
      <h3>{t('view.figures')}</h3>
      {found.map(({ measure: { name }, charts, disagreements }) => {
        const title = measureTitle(name);
        return (
          <div key={name} role="group" aria-label={title}>
            <h4>{title}</h4>
            {disagreements.map((one) => (
              <Contradiction key={one.key} of={one} />
            ))}
            {charts.map((chart) => (
              <FigureChart
                key={`${chart.kind} ${chart.key}`}
                chart={chart}
                title={joinParts([t('inspector.title'), title])}
              />
            ))}
          </div>
        );
      })}
    </section>
  );
}
