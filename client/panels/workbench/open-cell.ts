import type { ResultCell } from '../../state/workbench/results-cell.ts';
import type { ResultGraph } from '../../state/workbench/results-graph.ts';
import { openCell as open } from '../../state/workbench/results-opening.ts';
import { closeWorkbench, isWorkbenchTall } from '../../state/workbench/workbench-frame.ts';
import { sheetMedia } from '../hooks/use-media.ts';

/** Opens what a cell is of the graph, where it can be seen; false for a cell that is no such thing. */
export function openCell(graph: ResultGraph, cell: ResultCell): boolean {
  const isOpened = open(graph, cell);
  if (isOpened) uncoverPicture();
  return isOpened;
}

/** Lets the picture be seen where the workbench lies over it. */
export function uncoverPicture(): void {
  isWorkbenchTall.value = false;
  if (matchMedia(sheetMedia).matches) closeWorkbench();
}
