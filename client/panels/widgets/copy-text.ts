import type { Word } from '../../state/locale.ts';
import { notify } from '../../state/notices.ts';

/**
 * Puts a text on the clipboard, and says so. A page that is not served over https may not: what to do then is told instead.
 * Resolves to whether it could.
 */
export async function copyText(
  text: string,
  done: Word = 'results.copied',
  refused: Word = 'results.notCopied',
): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    notify({ kind: 'word', word: done });
    return true;
  } catch {
    notify({ kind: 'word', word: refused });
    return false;
  }
}
