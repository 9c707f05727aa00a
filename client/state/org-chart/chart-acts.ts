import { record } from '../view/history.ts';
import { branchesFolded, isChartCompact } from '../view/view.ts';
import { chart } from './open-chart.ts';

/** What a reader can do with the organisation chart. Each is an act of the history. */

/** Folds away what is below a body of the chart, or shows it again. */
export function toggleBranch(id: string): void {
  const isFolded = branchesFolded.peek().has(id);
  record(isFolded ? 'act.unfoldBranch' : 'act.foldBranch', { name: { ids: [id] } });
  const folded = new Set(branchesFolded.peek());
  if (isFolded) folded.delete(id);
  else folded.add(id);
  branchesFolded.value = folded;
}

/** Folds away all that is below the roots' own children. */
export function foldAll(): void {
  const cards = chart.peek()?.cards ?? [];
  const below = cards.filter(({ level, children }) => level === 2 && children.length > 0).map(({ id }) => id);
  // What changes nothing is no act.
  if (below.every((id) => branchesFolded.peek().has(id)) && below.length === branchesFolded.peek().size) return;
  record('act.foldBranches');
  branchesFolded.value = new Set(below);
}

/** Shows all that was folded away. */
export function unfoldAll(): void {
  if (branchesFolded.peek().size === 0) return;
  record('act.unfoldBranches');
  branchesFolded.value = new Set();
}

/** Lets leaves stand below one another, or side by side again. */
export function toggleCompact(): void {
  record(isChartCompact.peek() ? 'act.wideChart' : 'act.compactChart');
  isChartCompact.value = !isChartCompact.peek();
}
