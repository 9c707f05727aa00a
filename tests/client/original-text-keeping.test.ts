import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ontology } from '../../client/state/ontology.ts';
import { closeText, openTextFile, takenText, textRefusal } from '../../client/state/reading/original-text.ts';
import { isTextKept, keepText } from '../../client/state/reading/original-text-keeping.ts';
import { knownPassages } from '../../client/state/reading/passages.ts';
import { storageOfPage } from '../../client/storage-of-page.ts';
import { tinyDocument } from '../seed/tiny-data-set.ts';
import { answered, away, madeOntology, passage } from './made-document.ts';

const key = 'original-text.1.made';
const stored = JSON.stringify(['kept.txt', tinyDocument]);
const kept = { source: 'file', name: 'kept.txt', text: tinyDocument };
const known = answered([passage('title', '甲协会简介'), passage('lead.1', '甲协会成立')]);
const withoutText = { ...madeOntology, document: null };

let storage: Storage;
let end: () => void = () => undefined;

beforeEach(() => {
  storage = storageOfPage();
  storage.setItem(key, stored);
  ontology.value = withoutText;
  knownPassages.value = known;
  takenText.value = null;
});
afterEach(() => end());

describe('the reader’s text after a reload', () => {
  it('is taken up when the data set and its passages are known, and until then not lost', () => {
    ontology.value = null;
    knownPassages.value = { kind: 'waiting' };
    end = keepText(storage);
    ontology.value = madeOntology;
    expect([storage.getItem(key), takenText.value]).toEqual([stored, null]);
    knownPassages.value = away;
    expect([storage.getItem(key), takenText.value]).toEqual([stored, null]);
    knownPassages.value = known;
    expect([storage.getItem(key), takenText.value]).toEqual([stored, kept]);
  });

  it('is what was opened last', async () => {
    end = keepText(storage);
    await openTextFile(new File([tinyDocument], 'other.txt'));
    end();
    takenText.value = null;
    end = keepText(storage);
    expect(takenText.value).toMatchObject({ name: 'other.txt' });
  });

  it('is gone when it has been put away', async () => {
    end = keepText(storage);
    expect(takenText.value).toEqual(kept);
    await closeText();
    expect(storage.getItem(key)).toBeNull();
  });

  it('is passed over and forgotten where it is that of another document, or none, without a word', () => {
    for (const other of [JSON.stringify(['kept.txt', '别的内容']), '["kept.txt"', '[1, 2]', 'null']) {
      storage.setItem(key, other);
      end = keepText(storage);
      expect([storage.getItem(key), takenText.value, textRefusal.value]).toEqual([null, null, null]);
      end();
    }
  });

  it('stays stored while the server’s is shown', () => {
    knownPassages.value = answered([]);
    end = keepText(storage);
    takenText.value = { ...kept, source: 'server' };
    expect(storage.getItem(key)).toBe(stored);
  });

  it('is said not to be kept where the storage has no room for it', async () => {
    storage = storageOfPage(10);
    end = keepText(storage);
    await openTextFile(new File([tinyDocument], 'other.txt'));
    expect([isTextKept.value, storage.length]).toEqual([false, 0]);
  });
});
