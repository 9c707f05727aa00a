import { formatNumber } from '../state/locale.ts';
import { groupName } from '../state/picture/picture.ts';
import type { Group } from '../state/view/view.ts';
import { breakCaption } from './break-caption.ts';

/** Units of a line of it, which the number makes longer. */
const mostUnits = 24;

/**
 * A group's name with how many nodes are in it. The name is broken by itself: one that runs from the right would draw the
 * number to its other side.
 */
export const groupCaption = (group: Group): string =>
  `${breakCaption(groupName(group), mostUnits)} · ${formatNumber(group.ids.length)}`;
