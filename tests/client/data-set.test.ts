import { assert, property, string } from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { addressIn, dataSetIn, pagePath } from '../../client/api/data-set.ts';
import { dataSets, openDataSet, otherDataSets, viewElsewhere } from '../../client/state/data-sets.ts';
import { locale } from '../../client/state/locale.ts';

describe('the address of a page', () => {
  it.each([
    ['/', null],
    ['/data/metre-convention/', 'metre-convention'],
    ['/data/%E6%88%91%E7%9A%84/', '我的'],
    ['/data/metre-convention', null],
    ['/data/a/graph.html', null],
    ['/home/data/a/', null],
    ['/data/%E0%A4%A/', null],
  ])('%s is of the data set %s', (path, name) => {
    expect(dataSetIn(path)).toBe(name);
  });

  it('tells the data set again, whatever its name', () => {
    assert(
      property(string({ unit: 'binary', minLength: 1 }).filter(isWellFormed), (name) => {
        expect(dataSetIn(pagePath({ name, isFirst: false }))).toBe(name);
        expect(pagePath({ name, isFirst: true })).toBe('/');
      }),
    );
  });
});

describe('what is asked of a server', () => {
  it.each([
    ['/api/ontology', '/api/data-sets/b%2Fc/ontology'],
    ['/api/queries/search?text=a%2Cb', '/api/data-sets/b%2Fc/queries/search?text=a%2Cb'],
    ['/api/cypher/export', '/api/data-sets/b%2Fc/cypher/export'],
    ['/api/data-sets', '/api/data-sets'],
    ['/one-file.txt', '/one-file.txt'],
  ])('%s is asked of its own data set', (address, there) => {
    expect(addressIn('b/c', address)).toBe(there);
    expect(addressIn(null, address)).toBe(address);
  });
});

describe('beside the page’s own data set', () => {
  const title = { zh: '甲', en: 'A' };
  const own = { name: 'own', title, isFirst: true };
  const other = { name: 'other', title, isFirst: false };
  const toLoad = { name: 'missing', title, isFirst: false, toLoad: 'npm run seed -- missing' };

  it('those are offered that can be opened at once, and open in the language that is spoken', () => {
    dataSets.value = [own, other, toLoad];
    onTestFinished(() => {
      dataSets.value = [];
      viewElsewhere.value = null;
    });
    expect(otherDataSets.value).toEqual([other]);
    openDataSet(other);
    expect(viewElsewhere.value).toEqual({ dataSet: other, view: `lang=${locale.value}` });
  });
});

/** Half of a pair of code units is no text, and cannot stand in an address. */
function isWellFormed(text: string): boolean {
  try {
    return encodeURIComponent(text) !== '';
  } catch {
    return false;
  }
}
