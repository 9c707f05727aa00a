import { expect, test } from 'vitest';
import { addressName, isWithin, outOfOrder, passageIdsOf } from '../../graph-seed/address.ts';

test.each([
  ['lead.3', '开头 · 第3句', 'Opening, sentence 3'],
  ['s1.i1.2', '第一部分 · 一 · 第2句', 'Section 1, item 1, sentence 2'],
  ['s12.i20.31', '第十二部分 · 二十 · 第31句', 'Section 12, item 20, sentence 31'],
  ['s1.head', '第一部分 · 标题', 'Section 1, heading'],
  ['title', '标题', 'Title'],
  ['annex2.1', 'annex2 · 第1句', 'Annex 2, sentence 1'],
  // Words that JavaScript's objects know, too.
  ['constructor.1', 'constructor · 第1句', 'Constructor, sentence 1'],
  ['constructor2', 'constructor2', 'Constructor 2'],
])('%s is called %s and %s', (address, zh, en) => {
  expect(addressName(address)).toEqual({ zh, en });
});

test('the id of a passage has hyphens for the dots of its address', () => {
  expect(passageIdsOf({})('s2.i3.4')).toBe('passage-s2-i3-4');
  expect(passageIdsOf({ passagePrefix: 'metre' })('lead.1')).toBe('metre-lead-1');
});

test('an address lies within another by whole segments', () => {
  expect(isWithin('s1.i1', 's1')).toBe(true);
  expect(isWithin('s1', 's1')).toBe(true);
  expect(isWithin('s10.i1', 's1')).toBe(false);
});

test.each([
  [['title', 'lead.1', 'lead.2', 's1.head', 's1.i1.1', 's1.i2.1', 's2.head', 'close.1'], []],
  [['lead.2', 'lead.1', 'lead.3'], ['lead.1']],
  [['s1.i2.1', 's1.i1.1', 's1.i3.1'], ['s1.i1.1']],
  [['lead.1', 's1.1', 'lead.2', 's2.1'], ['lead.2']],
  [['s1.9', 's1.10', 's1.11'], []],
])('in %j the passages %j are out of order', (addresses, wrong) => {
  expect(outOfOrder(addresses).map(({ address }) => address)).toEqual(wrong);
});
