import { computed, signal } from '@preact/signals-core';
import { getHealth } from '../api/api.ts';
import { setToken } from '../api/credentials.ts';
import { health } from './health.ts';
import { problemOf } from './notices.ts';
import type { Word } from './locale.ts';

/** Signing in for queries of one's own, by a token that the reader was given. The page knows it as long as it is open. */

/** Whether the server wants a token and has not got one that is good. */
export const needsSignIn = computed(() => health.value?.signIn === 'needed');

/** Whether the reader has signed in by this page; those for whom a proxy signs in have not. */
export const hasToken = signal(false);

/** Why signing in came to nothing; null when it did not. */
export const signInMistake = signal<Word | null>(null);

export const isSigningIn = signal(false);

/** Where the token outlives a reload of this tab, if the reader wants that. The version changes with what is stored. */
let storage: Storage | null = null;
const key = 'token.1';

/** Takes up the token that was kept in this tab. */
export function takeUpToken(ofTab: Storage): void {
  storage = ofTab;
  const kept = ofTab.getItem(key);
  if (kept !== null) use(kept);
}

/** Signs in, if the server takes the token; it is kept for reloads of this tab if that is wanted. */
export async function signIn(text: string, isKept: boolean): Promise<void> {
  const token = text.trim();
  signInMistake.value = null;
  // Nothing else can travel in a header.
  if (!/^[!-~]+$/.test(token)) {
    signInMistake.value = token === '' ? 'signIn.empty' : 'signIn.refused';
    return;
  }
  isSigningIn.value = true;
  use(token);
  try {
    health.value = await getHealth();
    if (needsSignIn.value) {
      forget();
      signInMistake.value = 'signIn.refused';
    } else if (isKept) {
      keep(token);
    }
  } catch (error) {
    forget();
    signInMistake.value = problemOf(error).code === 'offline' ? 'error.offline' : 'error.internal';
  } finally {
    isSigningIn.value = false;
  }
}

/** Forgets the token, here and in the tab. */
export async function signOut(): Promise<void> {
  forget();
  health.value = await getHealth().catch(() => health.value);
}

function use(token: string): void {
  setToken(token);
  hasToken.value = true;
}

function forget(): void {
  setToken(null);
  hasToken.value = false;
  storage?.removeItem(key);
}

/** A full or forbidden storage keeps nothing: the page then has the token until it is left. */
function keep(token: string): void {
  try {
    storage?.setItem(key, token);
  } catch {
    storage?.removeItem(key);
  }
}
