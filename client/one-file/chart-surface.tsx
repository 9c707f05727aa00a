import { t } from '../state/locale.ts';

/** What stands in the chart's place where there is no server: laying it out takes a script as large as the whole file. */
export function ChartSurface() {
  return (
    <section className="chart">
      <p className="chart-note">{t('chart.needsServer')}</p>
    </section>
  );
}
