import type { Word } from '../state/locale.ts';
import { notify } from '../state/notices.ts';

/** Puts a text on the clipboard, and says so. A page that is not served over https may not: what to do then is told instead. */
export async function copyText(
  text: string,
  done: Word = 'results.copied',
  refused: Word = 'results.notCopied',
): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    notify({ kind: 'word', word: done });
  } catch {
    notify({ kind: 'word', word: refused });
  }
}
