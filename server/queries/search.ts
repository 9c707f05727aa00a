import { z } from 'zod';
import { defineQuery } from './define-query.ts';
import { limit, titled } from './parameters.ts';
import { answerSearch, searchNames } from './search-names.ts';

/**
 * Every word must occur somewhere in what search knows of a node. Ranks: the whole name, its beginning, inside a name,
 * pinyin or initials, the English name, the summary, and words found in several of these. What holds the document
 * together comes after what the document is about. `total` says how many there are, whatever the limit.
 */
export const search = defineQuery({
  name: 'search',
  title: { zh: '搜索', en: 'Search' },
  description: {
    zh: '按名称(可在词中)、拼音、首字母、英文或摘要查找节点。',
    en: 'Finds nodes by name (also inside words), pinyin, initials, English name or summary.',
  },
  result: 'table',
  parameters: z.strictObject({
    text: titled(z.string().trim().min(1).max(200), { zh: '文字', en: 'Text' }),
    limit: limit(100, 20),
  }),
  bind({ text }) {
    const phrase = text.normalize('NFKC').toLowerCase();
    const words = phrase.split(/\s+/).filter((word) => word !== '');
    // The longest word is the most selective one: an index on the text is asked for it first.
    const longest = words.reduce((best, word) => (word.length > best.length ? word : best), '');
    return { text: phrase, words, longest };
  },
  cypher: `
MATCH (n:Entity {dataSet: $dataSet})
WHERE n.searchText CONTAINS $longest AND all(word IN $words WHERE n.searchText CONTAINS word)
WITH collect(n) AS found
UNWIND found AS n
WITH n, size(found) AS total,
  [n.name] + coalesce(n.aliases, []) AS names,
  CASE WHEN n:Passage OR n:Section OR n:Document THEN 1 ELSE 0 END AS part
WITH n, total, part,
  CASE
    WHEN any(name IN names WHERE toLower(name) = $text) OR toLower(n.nameEn) = $text THEN 0
    WHEN any(name IN names WHERE toLower(name) STARTS WITH $text) THEN 1
    WHEN all(word IN $words WHERE any(name IN names WHERE toLower(name) CONTAINS word)) THEN 2
    WHEN n.initials STARTS WITH $text OR n.pinyin STARTS WITH $text THEN 3
    WHEN all(word IN $words WHERE n.initials CONTAINS word OR n.pinyin CONTAINS word) THEN 4
    WHEN all(word IN $words WHERE toLower(n.nameEn) CONTAINS word) THEN 5
    WHEN all(word IN $words WHERE toLower(n.summary) CONTAINS word OR toLower(n.summaryEn) CONTAINS word) THEN 7
    WHEN size($words) = 1 THEN 6
    ELSE 8
  END AS rank
RETURN n AS node,
  ['exact', 'name', 'name', 'pinyin', 'pinyin', 'english', 'pinyin', 'summary', 'several'][rank] AS foundBy, total
ORDER BY part, rank, coalesce(n.prominence, 9), size(n.name), n.id
LIMIT $limit`,
  anyGraph: { cypher: searchNames, answer: answerSearch },
});
