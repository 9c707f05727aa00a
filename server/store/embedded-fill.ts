import type { Node } from '../contract/graph.ts';
import { ProblemError } from '../problem-error.ts';
import { BatchCheck } from './check-batch.ts';
import { chunksByKind } from './chunks.ts';
import { EmbeddedRounds } from './embedded-rounds.ts';
import type { Key } from './key.ts';
import type { Batch, WriteOptions } from './store.ts';

/** Writes a whole batch into a new database file. Rejects with a ProblemError, or with what a child process told. */
export async function fillDatabase(
  path: string,
  key: Key,
  batch: Batch,
  { signal, onProgress = () => {} }: WriteOptions,
): Promise<void> {
  const rounds = new EmbeddedRounds(path, key);
  const onAbort = () => rounds.stop();
  signal?.addEventListener('abort', onAbort);
  let done = 0;
  const progress = (count: number) => {
    done += count;
    onProgress(done);
  };
  try {
    const check = new BatchCheck();
    const numbers = await fillNodes(rounds, batch, check, progress);
    await fillRelationships(rounds, batch, numbers, check, progress);
    const counts = await rounds.finish();
    if (counts.nodes !== batch.nodes.length || counts.relationships !== batch.relationships.length) {
      const detail = `the new database holds ${counts.nodes} nodes and ${counts.relationships} relationships`;
      throw new ProblemError('internal', detail);
    }
  } finally {
    signal?.removeEventListener('abort', onAbort);
    await rounds.end();
  }
}

/** Gives the engine's numbers of the nodes by their ids. */
async function fillNodes(
  rounds: EmbeddedRounds,
  { nodes, key }: Batch,
  check: BatchCheck,
  progress: (count: number) => void,
): Promise<Map<string, number>> {
  const numbers = new Map<string, number>();
  const labelsOf = ({ labels }: Node) => [key.label, ...labels.filter((label) => label !== key.label).toSorted()];
  for (const { kind, items } of chunksByKind(checked(), (node) => labelsOf(node).join('\n'))) {
    const ids = items.map(({ id }) => id);
    const properties = items.map((node) => node.properties);
    await rounds.addNodes({ labels: kind.split('\n'), properties }, (given) => {
      for (const [index, id] of ids.entries()) numbers.set(id, given[index] ?? -1);
      progress(ids.length);
    });
  }
  await rounds.settle();
  return numbers;

  function* checked() {
    for (const node of nodes) {
      check.node(node);
      yield node;
    }
  }
}

async function fillRelationships(
  rounds: EmbeddedRounds,
  { relationships }: Batch,
  numbers: ReadonlyMap<string, number>,
  check: BatchCheck,
  progress: (count: number) => void,
): Promise<void> {
  for (const { items } of chunksByKind(relationships, ({ type }) => type)) {
    const edges = items.map((relationship) => {
      check.relationship(relationship);
      const { type, start, end, properties } = relationship;
      return { src: numbers.get(start) ?? -1, dst: numbers.get(end) ?? -1, type, properties };
    });
    await rounds.addRelationships(edges, () => progress(edges.length));
  }
  await rounds.settle();
}
