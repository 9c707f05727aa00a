import {
  CircleQuestionMark,
  Copy,
  EyeOff,
  Focus,
  FoldVertical,
  Group,
  Minus,
  Pin,
  PinOff,
  Plus,
  Route,
  Share2,
  SquareDashed,
  Ungroup,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';

/** The sign of each act on nodes, by its name. */
export const actIcons: Readonly<Record<string, LucideIcon>> = {
  expand: Plus,
  collapse: Minus,
  why: CircleQuestionMark,
  path: Route,
  common: Share2,
  group: Group,
  pin: Pin,
  unpin: PinOff,
  keep: Focus,
  hide: EyeOff,
  alike: Copy,
  fold: FoldVertical,
  members: SquareDashed,
  ungroup: Ungroup,
};
