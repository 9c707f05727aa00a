import { areSingleKeysOn } from '../shortcuts.ts';
import { leadDark, leadTo, onScreen } from './presenter.ts';
import { goTo, isDark, isEvidenceOpen, stepOut, turnDark } from './show.ts';
import type { Destination } from './show.ts';

/** Where keys lead: those of a keyboard, and those that clickers send. */
const ways: Record<string, Destination> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  ' ': 'next',
  Enter: 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  PageUp: 'previous',
  Backspace: 'previous',
  Home: 'first',
  End: 'last',
};

/** Keys that make the screen dark, and light again. */
const darkening = new Set(['b', '.']);

/** What of a key event counts. */
type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'target'>;

/**
 * What a key does in a show; undefined where it is none of the show's, such as in a field, or Enter on a button. Letters
 * alone can be switched off.
 */
export function showActOf(event: Pressed): (() => void) | undefined {
  const name = showKeyOf(event);
  if (name === undefined) return undefined;
  const way = ways[name];
  if (way) return () => void goTo(way);
  if (darkening.has(name)) return () => turnDark(!isDark.peek());
  if (name === 'e') return () => (isEvidenceOpen.value = !isEvidenceOpen.peek());
  return name === 'Escape' ? stepOut : undefined;
}

/** The same in the presenter's window, from which the show is led. */
export function presenterActOf(event: Pressed): (() => void) | undefined {
  const name = showKeyOf(event);
  if (name === undefined) return undefined;
  const way = ways[name];
  if (way) return () => leadTo(way);
  return darkening.has(name) ? () => leadDark(onScreen.peek()?.isDark !== true) : undefined;
}

/** The name of a key that may be the show's; undefined where it belongs to what has the focus, or is switched off. */
function showKeyOf({ key, target, ...event }: Pressed): string | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  if (target instanceof Element) {
    if (target.closest('input, textarea, select, [role=dialog], [role=menu]') !== null) return undefined;
    const isPress = key === 'Enter' || key === ' ';
    if (isPress && target.closest('button, a, summary, [role=treeitem], [role=option]') !== null) return undefined;
    // Where arrows walk about, they do so in a show too. A clicker's keys are others, and lead on.
    const isWalk = /^(Arrow|Home|End)/.test(key);
    if (isWalk && target.closest('.timeline, .twin, [role=tree], [role=listbox]') !== null) return undefined;
    // What is told beside the picture may be longer than the screen.
    if (/^(Arrow|Page|Home|End)/.test(key) && target.closest('.show-evidence, .inspector, .presenter-now') !== null)
      return undefined;
  }
  const name = key.length === 1 ? key.toLowerCase() : key;
  return /^[a-z.]$/.test(name) && !areSingleKeysOn.peek() ? undefined : name;
}
