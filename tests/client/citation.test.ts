import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryOf, numericCitation } from '../../client/state/reading/citation.ts';
import type { DocumentInfo, Reference } from '../../server/contract/data-set/document.ts';

const account: DocumentInfo = {
  id: 'account',
  name: { zh: '某协会事迹', en: 'The Merits of an Association' },
  language: 'zh-CN',
  reference: { kind: 'Z', title: '某协会事迹', published: '2011' },
  hasText: false,
};
const lead = { zh: '开头 · 第2句', en: 'Opening, sentence 2' };
const close = { zh: '结尾 · 第1句', en: 'Close, sentence 1' };

describe('an entry by GB/T 7714—2015', () => {
  it.each<[string, Reference, 'zh' | 'en', string | undefined, string]>([
    [
      'a book',
      { kind: 'M', title: '国史旧闻', authors: ['陈登原'], place: '北京', publisher: '中华书局', published: '2000' },
      'zh',
      '29',
      '陈登原. 国史旧闻[M]. 北京: 中华书局, 2000: 29.',
    ],
    [
      'a report of more than three authors, whose day is not told',
      {
        kind: 'R',
        title: 'Factors regulating the immune response',
        authors: ['SMITH J', 'JONES K', 'MILLER L', 'BROWN M'],
        place: 'Geneva',
        publisher: 'WHO',
        published: '1970-05-02',
      },
      'en',
      undefined,
      'SMITH J, JONES K, MILLER L, et al. Factors regulating the immune response[R]. Geneva: WHO, 1970.',
    ],
    [
      'a document of which only title and year are known, in Chinese',
      { kind: 'Z', title: '事迹材料', published: '2011' },
      'zh',
      '第一部分 · 一 · 第2句',
      '事迹材料[Z]. [出版地不详]: [出版者不详], 2011: 第一部分 · 一 · 第2句.',
    ],
    [
      'the same in English',
      { kind: 'Z', title: 'Merits', published: '2011' },
      'en',
      undefined,
      'Merits[Z]. [S.l.]: [s.n.], 2011.',
    ],
    ['one without a date', { kind: 'Z', title: 'Merits' }, 'en', 'Close', 'Merits[Z]. [S.l.]: [s.n.]: Close.'],
    [
      'four Chinese authors',
      {
        kind: 'M',
        title: '题名',
        authors: ['甲', '乙', '丙', '丁'],
        place: '北京',
        publisher: '某社',
        published: '2020',
      },
      'zh',
      undefined,
      '甲, 乙, 丙, 等. 题名[M]. 北京: 某社, 2020.',
    ],
    [
      'an article of a newspaper, with its day',
      { kind: 'N', title: '创造学习的思路', authors: ['谢希德'], publisher: '人民日报', published: '1998-12-25' },
      'zh',
      undefined,
      '谢希德. 创造学习的思路[N]. 人民日报, 1998-12-25.',
    ],
    [
      'a page of the web, with the day of the visit',
      {
        kind: 'EB/OL',
        title: '出版业信息化迈入快车道',
        authors: ['萧钰'],
        published: '2001-12-19',
        accessed: '2002-04-15',
        url: 'http://www.example.org/news.html',
      },
      'zh',
      undefined,
      '萧钰. 出版业信息化迈入快车道[EB/OL]. (2001-12-19)[2002-04-15]. http://www.example.org/news.html.',
    ],
    [
      'a report that is online too',
      {
        kind: 'R/OL',
        title: 'A report',
        place: 'Paris',
        publisher: 'BIPM',
        published: '2019',
        accessed: '2020-01-01',
        url: 'https://www.example.org/report',
      },
      'en',
      '7',
      'A report[R/OL]. Paris: BIPM, 2019: 7[2020-01-01]. https://www.example.org/report.',
    ],
    [
      'a report that is online too, whose day is known',
      {
        kind: 'R/OL',
        title: 'A report',
        place: 'Paris',
        publisher: 'BIPM',
        published: '2019-05-20',
        accessed: '2020-01-01',
        url: 'https://www.example.org/report',
      },
      'en',
      undefined,
      'A report[R/OL]. Paris: BIPM, 2019(2019-05-20)[2020-01-01]. https://www.example.org/report.',
    ],
    [
      'an article of a journal, whose day is known',
      { kind: 'J', title: '面向数字素养的研究', authors: ['贾某'], publisher: '某学刊', published: '2010-10-15' },
      'zh',
      '45',
      '贾某. 面向数字素养的研究[J]. 某学刊, 2010: 45.',
    ],
    [
      'an article of a newspaper that is online, with its day once',
      {
        kind: 'N/OL',
        title: '如何突围',
        publisher: '某日报',
        published: '2013-01-12',
        accessed: '2013-11-06',
        url: 'https://www.example.org/news',
      },
      'zh',
      undefined,
      '如何突围[N/OL]. 某日报, 2013-01-12[2013-11-06]. https://www.example.org/news.',
    ],
  ])('of %s', (_, reference, language, page, entry) => {
    expect(entryOf(reference, language, page)).toBe(entry);
  });

  it('says nothing that the reference does not say, but for the signs of what is not known', async () => {
    const word = fc.stringMatching(/^[a-z甲乙丙]{1,8}$/);
    const reference = fc.record(
      {
        kind: fc.constantFrom('M', 'R', 'Z', 'N', 'J', 'N/OL', 'J/OL', 'EB/OL', 'M/OL'),
        title: word,
        authors: fc.array(word, { minLength: 1, maxLength: 5 }),
        place: word,
        publisher: word,
        published: fc.constantFrom('2011', '2011-05', '2011-05-06'),
        accessed: fc.constant('2020-01-02'),
        url: fc.constant('https://example.org/'),
      },
      { requiredKeys: ['kind', 'title'] },
    );
    fc.assert(
      fc.property(reference, fc.constantFrom('zh' as const, 'en' as const), (given, language) => {
        const entry = entryOf(given, language);
        expect(entry).toContain(`${given.title}[${given.kind}]`);
        expect(entry).toMatch(/[^.]\.$/);
        const { kind, ...rest } = given;
        const said = [kind, ...Object.values(rest).flat(), ...(rest.published?.split('-') ?? [])];
        const signs = ['[出版地不详]', '[出版者不详]', '[S.l.]', '[s.n.]', '等', 'et al'];
        const left = [...said, ...signs]
          .toSorted((a, b) => b.length - a.length)
          .reduce((text, part) => text.replaceAll(part, ''), entry);
        expect(left).toMatch(/^[\s.,:()[\]]*$/);
      }),
    );
  });
});

describe('a citation with its quotes', () => {
  it('has the place of one quote where the page would be, and a second entry for who reads another language', () => {
    const quoted = [{ quote: '现有律师事务所115家', place: lead }];
    expect(numericCitation(account, quoted, 'zh')).toBe(
      '“现有律师事务所115家”[1]\n[1] 某协会事迹[Z]. [出版地不详]: [出版者不详], 2011: 开头 · 第2句.',
    );
    expect(numericCitation(account, quoted, 'en').split('\n')).toEqual([
      '“现有律师事务所115家”[1]',
      '[1] 某协会事迹[Z]. [出版地不详]: [出版者不详], 2011: 开头 · 第2句.',
      'The Merits of an Association[Z]. [S.l.]: [s.n.], 2011: Opening, sentence 2.',
    ]);
  });

  it('has the places of several quotes at their marks, as the standard has it for a source that is cited again', () => {
    const quoted = [
      { quote: '甲', place: lead },
      { quote: '乙', place: close },
      { quote: '乙', place: close },
    ];
    expect(numericCitation(account, quoted, 'zh').split('\n')).toEqual([
      '“甲”[1]开头 · 第2句',
      '“乙”[1]结尾 · 第1句',
      '[1] 某协会事迹[Z]. [出版地不详]: [出版者不详], 2011.',
    ]);
  });

  it('cites a place without a quote', () => {
    expect(numericCitation(account, [{ quote: '', place: close }], 'zh')).toBe(
      '[1] 某协会事迹[Z]. [出版地不详]: [出版者不详], 2011: 结尾 · 第1句.',
    );
  });

  it.each<[string, Reference, string]>([
    [
      'the web',
      { kind: 'EB/OL', title: 'The Merits of an Association', url: 'https://example.org/' },
      'The Merits of an Association[EB/OL]. https://example.org/.',
    ],
    [
      'a newspaper',
      { kind: 'N', title: 'The Merits of an Association', publisher: 'The Daily', published: '2011-05-06' },
      'The Merits of an Association[N]. The Daily, 2011-05-06.',
    ],
  ])('has the place of a quote from %s at its mark: the entry has nowhere to put it', (_, reference, entry) => {
    const document: DocumentInfo = { ...account, language: 'en', reference };
    expect(numericCitation(document, [{ quote: 'two rooms', place: lead }], 'en').split('\n')).toEqual([
      '“two rooms”[1]Opening, sentence 2',
      `[1] ${entry}`,
    ]);
  });
});
