/** Keys as keyboards name them; `mod` is Ctrl, or ⌘ where that is on the keyboard. */
const names: Record<string, string> = {
  shift: 'Shift',
  Escape: 'Esc',
  Delete: 'Del',
  Backspace: '⌫',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};

const modifier = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl';

/** The keys of a command; of several ways the first ones. */
export function Keys({ keys }: { keys: readonly string[] }) {
  if (keys.length === 0) return null;
  return (
    <span className="keys">
      {keys.slice(0, 2).map((combination) => (
        <kbd key={combination}>
          {combination
            .split('+')
            .map((key) => (key === 'mod' ? modifier : (names[key] ?? key.toUpperCase())))
            .join(' ')
            .trim() || '+'}
        </kbd>
      ))}
    </span>
  );
}
