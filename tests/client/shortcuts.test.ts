import { describe, expect, it } from 'vitest';
import { commands } from '../../client/state/commands.ts';
import { t } from '../../client/state/locale.ts';
import { commandsFor } from '../../client/state/shortcuts.ts';

const plain = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
const wordsFor = (key: Partial<Parameters<typeof commandsFor>[0]> & { key: string }) =>
  commandsFor({ ...plain, ...key }).map(({ word }) => word());

describe('a key', () => {
  it.each([
    [{ key: 'z', ctrlKey: true }, 'history.undo'],
    [{ key: 'Z', metaKey: true, shiftKey: true }, 'history.redo'],
    [{ key: 'y', ctrlKey: true }, 'history.redo'],
    [{ key: 'K', metaKey: true }, 'command.palette'],
    [{ key: '?', shiftKey: true }, 'command.shortcuts'],
    [{ key: '+', shiftKey: true }, 'zoom.in'],
    [{ key: 'ArrowLeft' }, 'command.walk.left'],
  ])('%j means what it says', (key, word) => {
    expect(wordsFor(key)).toContain(word);
  });

  it.each([{ key: 'z' }, { key: 'z', ctrlKey: true, altKey: true }, { key: 'e', ctrlKey: true }, { key: 'a' }])(
    '%j means nothing',
    (key) => {
      expect(wordsFor(key)).toEqual([]);
    },
  );

  it('means one thing at a time: commands of the same key never go together', () => {
    const keys = commands.flatMap((command) => command.keys);
    const shared = [...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))];
    // Pinning or unpinning, grouping or dissolving, and so on: what is selected decides.
    expect(shared.toSorted()).toEqual(['b', 'e', 'p', 's']);
  });
});

it('every command has a name in words', () => {
  expect(commands.filter(({ word }) => t(word()) === '')).toEqual([]);
});
