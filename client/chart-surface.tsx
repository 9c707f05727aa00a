import { useEffect } from 'react';
import { followChart } from './canvas/lay-out-chart.ts';
import { OrgChart } from './panels/org-chart/org-chart.tsx';

/** The organisation chart, which is kept laid out for as long as it is on the page. */
export function ChartSurface() {
  useEffect(() => followChart(), []);
  return (
    <section className="chart">
      <OrgChart />
    </section>
  );
}
