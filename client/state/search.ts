import { computed, effect, signal } from '@preact/signals-core';
import { referencesIn, runQuery } from '../api/api.ts';
import type { Node } from '../../server/contract/graph.ts';
import type { Problem } from '../../server/contract/problem.ts';
import { problemOf } from './notices.ts';
import type { Word } from './locale.ts';
import { ontology } from './ontology.ts';
import { learn } from './picture/picture.ts';

export const searchText = signal('');
export const isSearching = signal(false);
/** Whether the reader asked for the search box, which comes after the first picture: it then takes the focus. */
export const isSearchSought = signal(false);
export const searchResults = signal<readonly Node[]>([]);
/** Why there are no results; null while there are, or might be. */
export const searchProblem = signal<Problem | null>(null);

/** What the box says it looks for: a graph that is no document's has no pinyin. */
export const searchPlaceholder = computed((): Word =>
  ontology.value && !ontology.value.key ? 'search.placeholderOfDatabase' : 'search.placeholder',
);

/** Milliseconds without a key before a search starts. */
const patience = 120;
const mostResults = 20;

/** Resolves once the reader asks for the search box. */
export function whenSearchIsSought(): Promise<void> {
  return new Promise((resolve) => {
    effect(() => {
      if (isSearchSought.value) resolve();
    });
  });
}

/** Searches as the text changes; an answer to an earlier text is dropped. Answers a function that ends it. */
export function startSearching(): () => void {
  return effect(() => {
    const text = searchText.value.trim();
    if (text === '') {
      searchResults.value = [];
      isSearching.value = false;
      return undefined;
    }
    isSearching.value = true;
    searchProblem.value = null;
    const controller = new AbortController();
    const timer = setTimeout(() => void find(text, controller.signal), patience);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  });
}

async function find(text: string, stopped: AbortSignal): Promise<void> {
  try {
    const answer = await runQuery('search', { text, limit: mostResults }, stopped);
    const nodes = new Map(answer.graph.nodes.map((node) => [node.id, node]));
    learn(answer.graph);
    searchResults.value = answer.table.rows.flatMap((row) => {
      const id = referencesIn(row).nodes[0];
      return (id !== undefined && nodes.get(id)) || [];
    });
    isSearching.value = false;
  } catch (error) {
    if (stopped.aborted) return;
    isSearching.value = false;
    searchResults.value = [];
    searchProblem.value = problemOf(error);
  }
}
