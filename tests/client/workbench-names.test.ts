import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { suggestionsFor, written, writtenAsCalled } from '../../client/state/workbench/finding-suggestions.ts';
import { nearNames } from '../../client/state/workbench/near-names.ts';
import { loadVocabulary, vocabulary } from '../../client/state/workbench/vocabulary.ts';
import { againstApp } from './against-app.ts';

againstApp();

describe('names that may have been meant', () => {
  const known = ['Award', 'Asset', 'Organization', 'HAS_MEMBER', '律师事务所', 'name'];

  it.each([
    ['Awrd', ['Award']],
    ['Awrad', ['Award']],
    ['award', ['Award']],
    ['Organisation', ['Organization']],
    ['HASMEMBER', ['HAS_MEMBER']],
    ['律师事务', ['律师事务所']],
    ['nme', ['name']],
    ['something else', []],
    ['', []],
  ])('%j: %j', (name, expected) => {
    expect(nearNames(name, known)).toEqual(expected);
  });

  it('are the same name first, and three at most', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1 }), (names) => {
        const [wanted = ''] = names;
        const near = nearNames(wanted, names);
        expect(near.slice(0, 3)).toEqual(near);
        expect(near[0]?.toLowerCase()).toBe(wanted.toLowerCase());
      }),
    );
  });
});

describe('what the editor suggests', () => {
  beforeAll(loadVocabulary);

  it.each([
    ["Label Awrd is not present in the database. Make sure you didn't misspell it", 'Award'],
    ['Relationship type HAS_MEMBR is not present in the database.', 'HAS_MEMBER'],
    ['sumary is not present in the database.', 'summary'],
    ['Function toUper is not present in the database.', 'toUpper'],
  ])('%s', (message, name) => {
    expect(suggestionsFor(message)).toContain(name);
  });

  it('is nothing where nothing is near, where it is about something else, or before the words are there', () => {
    expect(suggestionsFor('Label Xyzzy is not present in the database.')).toEqual([]);
    expect(suggestionsFor('Variable `x` not defined')).toEqual([]);
    vocabulary.value = null;
    expect(suggestionsFor('Label Awrd is not present in the database.')).toEqual([]);
  });

  it('is written as Cypher has it', () => {
    expect(['Award', '律师', 'a.b', 'Two words', 'a`b', '1st'].map(written)).toEqual([
      'Award',
      '律师',
      '`a.b`',
      '`Two words`',
      '`a``b`',
      '`1st`',
    ]);
    expect(['db.labels', 'Two words'].map(writtenAsCalled)).toEqual(['db.labels', '`Two words`']);
  });
});
