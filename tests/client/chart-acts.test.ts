import { beforeEach, expect, it } from 'vitest';
import { done, restoreHistory } from '../../client/state/view/history.ts';
import { foldAll, unfoldAll } from '../../client/state/org-chart/chart-acts.ts';
import { loadChart } from '../../client/state/org-chart/open-chart.ts';
import { start } from '../../client/state/view/session.ts';
import { branchesFolded } from '../../client/state/view/view.ts';
import { againstApp } from './against-app.ts';

againstApp();

beforeEach(async () => {
  await start();
  restoreHistory([], []);
});

it('folding and unfolding branches are acts only where they change something', async () => {
  // No chart has arrived: there is nothing to fold.
  foldAll();
  unfoldAll();
  expect(done.value).toEqual([]);
  await loadChart(new AbortController().signal);
  foldAll();
  expect(branchesFolded.value.size).toBeGreaterThan(0);
  unfoldAll();
  unfoldAll();
  expect(done.value.map(({ word }) => word)).toEqual(['act.foldBranches', 'act.unfoldBranches']);
});
