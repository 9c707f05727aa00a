import { effect } from '@preact/signals-core';
import { fetchWords, firstLocale, hasWords, isLocaleChosen, locale } from './locale.ts';
import type { Locale } from './locale.ts';
import { notify } from './notices.ts';
import { ontology } from './ontology.ts';
import { failure } from './view/session.ts';

/** To the other of the two languages, once its words are there: no text of the page changes before the others. */
export async function switchLanguage(): Promise<void> {
  const next = locale.peek() === 'zh' ? 'en' : 'zh';
  if (await areWordsThere(next)) choose(next);
}

/** The document's language is the one that readers meet, unless they have asked for another. */
export function followDocument(): () => void {
  return effect(() => {
    const language = ontology.value?.document?.language;
    if (language === undefined) return;
    // Of the two that the page speaks, more readers of any other language read English.
    firstLocale.value = /^zh\b/.test(language) ? 'zh' : 'en';
    if (!isLocaleChosen.peek()) locale.value = firstLocale.peek();
  });
}

/** Milliseconds for which the page may show nothing, so that it need not change its language under the reader's eyes. */
const patience = 300;

/** Fetches the words of the language that a link asks for, or of the document's; until they are there, the page speaks Chinese. */
export async function meetLanguage(): Promise<void> {
  if (!isLocaleChosen.peek()) await Promise.race([documentIsMet(), after(patience)]);
  await areWordsThere(locale.peek());
}

/** When it is known what document there is, if any, or that it will not be known soon. */
const documentIsMet = (): Promise<void> =>
  new Promise((resolve) => {
    const stop = effect(() => {
      if (!ontology.value && !failure.value) return;
      resolve();
      queueMicrotask(() => stop());
    });
  });

const after = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

function choose(language: Locale): void {
  isLocaleChosen.value = true;
  locale.value = language;
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
  if (await areWordsThere(language)) choose(language);
}
