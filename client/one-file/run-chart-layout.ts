import { layOutChart } from '../layout/chart-layout.ts';
import type { ChartPlaces, ChartTask } from '../layout/chart-task.ts';
import { stackChart } from '../layout/stack-chart.ts';

/** Has an organisation chart laid out without ELK, which is larger than all the rest of a file, and takes no time. */
export async function runChartLayout(task: ChartTask, stopped: AbortSignal): Promise<ChartPlaces | null> {
  const places = await layOutChart(task, { layout: stackChart });
  return stopped.aborted ? null : places;
}
