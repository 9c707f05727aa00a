import type { Node } from '../../../server/contract/graph.ts';
import { nodeCell } from '../define-answer.ts';
import type { OfflineQuery } from '../define-answer.ts';
import { lengthOf, prominenceOf, textOf, textsOf } from '../file-graph.ts';
import type { FileGraph } from '../file-graph.ts';
import { inOrder } from '../in-order.ts';
import { phraseOf, wordsIn } from '../words-in.ts';

/** By what a node is found, for each rank; the lower ranks come first. */
const foundBy = ['exact', 'name', 'name', 'pinyin', 'pinyin', 'english', 'pinyin', 'summary', 'several'] as const;

export const search: OfflineQuery = {
  name: 'search',
  parameters: ['text', 'limit'],
  columns: ['node', 'foundBy', 'total'],
  rows(graph, given) {
    const asked = given.trimmedText('text', 200);
    const phrase = phraseOf(asked);
    const words = wordsIn(asked);
    const limit = given.whole('limit', 1, 100, 20);
    const found = [...graph.nodes.values()]
      .filter(({ id }) => words.every((word) => graph.indexOf(id).searchText?.includes(word)))
      .map((node) => ({ node, rank: rankOf(node, phrase, words, graph) }));
    return found
      .toSorted(
        inOrder(
          ({ node }) => (isOfDocument(node) ? 1 : 0),
          ({ rank }) => rank,
          ({ node }) => prominenceOf(graph, node),
          ({ node }) => lengthOf(textOf(node, 'name')),
          ({ node }) => node.id,
        ),
      )
      .slice(0, limit)
      .map(({ node, rank }) => [nodeCell(node), foundBy[rank] ?? null, found.length]);
  },
};

/** What holds the document together comes after what the document is about. */
const isOfDocument = ({ labels }: Node): boolean =>
  ['Passage', 'Section', 'Document'].some((label) => labels.includes(label));

/** How well a node fits: a place in `foundBy`. */
function rankOf(node: Node, phrase: string, words: readonly string[], graph: FileGraph): number {
  const lower = (property: string): string => (textOf(node, property) ?? '').toLowerCase();
  const names = [lower('name'), ...textsOf(node, 'aliases').map((alias) => alias.toLowerCase())];
  const { initials, pinyin } = graph.indexOf(node.id);
  const sounds = [initials ?? '', pinyin ?? ''];
  const areAllIn = (texts: readonly string[]): boolean =>
    words.every((word) => texts.some((text) => text.includes(word)));
  if (names.includes(phrase) || lower('nameEn') === phrase) return 0;
  if (names.some((name) => name.startsWith(phrase))) return 1;
  if (areAllIn(names)) return 2;
  if (sounds.some((sound) => sound.startsWith(phrase))) return 3;
  if (areAllIn(sounds)) return 4;
  if (areAllIn([lower('nameEn')])) return 5;
  if (areAllIn([lower('summary'), lower('summaryEn')])) return 7;
  return words.length === 1 ? 6 : 8;
}
