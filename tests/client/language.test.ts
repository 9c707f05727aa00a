import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readAddress, writeAddress } from '../../client/state/view/address.ts';
import { followDocument, meetLanguage, switchLanguage } from '../../client/state/language.ts';
import { firstLocale, isLocaleChosen, locale, spoken } from '../../client/state/locale.ts';
import { ontology } from '../../client/state/ontology.ts';
import { readOntology } from '../../server/ontology.ts';

const inEnglish = await readOntology(fileURLToPath(new URL('../../graph-seed/metre-convention', import.meta.url)));

let stop: () => void = () => undefined;
beforeEach(() => {
  ontology.value = null;
  readAddress('');
  stop = followDocument();
});
afterEach(() => {
  stop();
  ontology.value = null;
  firstLocale.value = 'zh';
  isLocaleChosen.value = false;
  locale.value = 'zh';
});

describe('the language that a reader meets', () => {
  it('is that of the document, of which a link says nothing', async () => {
    const meeting = meetLanguage();
    ontology.value = inEnglish;
    await meeting;
    expect(spoken.value).toBe('en');
    expect(writeAddress()).toBe('');
  });

  it('is the one that a link asks for', async () => {
    readAddress('lang=zh');
    ontology.value = inEnglish;
    await meetLanguage();
    expect(spoken.value).toBe('zh');
    expect(writeAddress()).toBe('lang=zh');
    readAddress('');
    expect(locale.value).toBe('en');
  });

  it('stays what the reader has chosen while the document is on its way', async () => {
    await switchLanguage();
    ontology.value = { ...inEnglish, document: { ...inEnglish.document, language: 'zh-CN' } };
    expect(spoken.value).toBe('en');
    expect(writeAddress()).toBe('lang=en');
  });

  it('is Chinese of a graph that is no document’s, and English of a document in any other language', () => {
    ontology.value = { ...inEnglish, document: null };
    expect(locale.value).toBe('zh');
    ontology.value = { ...inEnglish, document: { ...inEnglish.document, language: 'fr' } };
    expect(locale.value).toBe('en');
  });

  it('does not wait for a document that does not come', async () => {
    await meetLanguage();
    expect(spoken.value).toBe('zh');
  });
});
