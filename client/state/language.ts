import { fetchWords, hasWords, locale } from './locale.ts';
import type { Locale } from './locale.ts';
import { notify } from './notices.ts';

/** To the other of the two languages, once its words are there: no text of the page changes before the others. */
export async function switchLanguage(): Promise<void> {
  const next = locale.peek() === 'zh' ? 'en' : 'zh';
  if (await areWordsThere(next)) locale.value = next;
}

/** Fetches the words of the language that a link asks for; the page speaks the first one until they are there. */
export async function meetLanguage(): Promise<void> {
  await areWordsThere(locale.peek());
}

/** Whether the words of a language are there, or could be fetched. Where not, that is told, with a way to try again. */
async function areWordsThere(language: Locale): Promise<boolean> {
  try {
    await fetchWords(language);
  } catch {
    notify({ kind: 'word', word: 'notice.language', act: { word: 'page.retry', run: () => void speak(language) } });
  }
  return hasWords(language);
}

async function speak(language: Locale): Promise<void> {
  if (await areWordsThere(language)) locale.value = language;
}
