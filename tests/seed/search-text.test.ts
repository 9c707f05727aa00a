import { expect, test } from 'vitest';
import { initialsOf, pinyinOf, searchProperties } from '../../graph-seed/search-text.ts';

test.each([
  ['律师', 'lvshi', 'ls'],
  ['律师协会', 'lvshixiehui', 'lsxh'],
  ['妇女绿色', 'funvlvse', 'fnls'],
  ['重大事项集体讨论', 'zhongdashixiangjititaolun', 'zdsxjttl'],
  ['行业为主', 'hangyeweizhu', 'hywz'],
  ['千村千顾问', 'qiancunqianguwen', 'qcqgw'],
  ['37个党支部', '37gedangzhibu', '37gdzb'],
  ['“双向进入、交叉兼职”', 'shuangxiangjinrujiaochajianzhi', 'sxjrjcjz'],
  ['', '', ''],
])('%s is typed as %s or %s', (name, full, first) => {
  expect(pinyinOf(name)).toBe(full);
  expect(initialsOf(name)).toBe(first);
});

test('what can be typed is one lower-case line each, without repeats', () => {
  const { searchText } = searchProperties({ name: 'A协会', nameEn: 'The A', aliases: ['a协会'], summary: 'The A' });
  expect(searchText.split('\n')).toEqual(['a协会', 'axiehui', 'axh', 'the a']);
});

test('only what is in Chinese is typed in pinyin, too', () => {
  const { searchText } = searchProperties({
    name: '国际计量局',
    nameEn: 'International Bureau',
    aliases: ['the B.I.P.M.'],
  });
  expect(searchText.split('\n')).toEqual([
    '国际计量局',
    'the b.i.p.m.',
    'guojijiliangju',
    'gjjlj',
    'international bureau',
  ]);
});
