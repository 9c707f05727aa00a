import { notify } from '../state/notices.ts';

/** Puts a text on the clipboard, and says so. A page that is not served over https may not: it is told instead. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    notify({ kind: 'word', word: 'results.copied' });
  } catch {
    notify({ kind: 'word', word: 'results.notCopied' });
  }
}
