import { reveal } from '../actions.ts';
import { picture } from '../picture/picture.ts';
import { select } from '../picture/select-actions.ts';

/**
 * Opens what is said of a figure: its number, its quotes, and what it measures. One that is on the picture is brought into
 * sight; one that is not is no reason to change the picture.
 */
export function openFigure(id: string): void {
  if (picture.peek().nodes.has(id)) void reveal(id);
  else select(id);
}
