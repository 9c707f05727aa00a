import { StreamLanguage, syntaxHighlighting } from '@codemirror/language';
import type { StreamParser, StringStream } from '@codemirror/language';
import { tagHighlighter, tags } from '@lezer/highlight';

/**
 * What the pieces of a Cypher text are, line by line and at once: the text has its colours before the language worker is
 * there, and without it. The colours themselves are in styles/cypher-colours.css.
 */
export const cypherColours = () => [cypherLanguage(), syntaxHighlighting(cypherClasses)];

export const cypherLanguage = () => StreamLanguage.define(cypher);

const functionTag = tags.function(tags.variableName);
const parameterTag = tags.special(tags.variableName);

/** The class of each piece; what has none is plain. */
export const cypherClasses = tagHighlighter([
  { tag: tags.keyword, class: 'cypher-keyword' },
  { tag: tags.typeName, class: 'cypher-label' },
  { tag: tags.propertyName, class: 'cypher-property' },
  { tag: functionTag, class: 'cypher-function' },
  { tag: parameterTag, class: 'cypher-parameter' },
  { tag: tags.string, class: 'cypher-string' },
  { tag: [tags.number, tags.atom], class: 'cypher-constant' },
  { tag: tags.comment, class: 'cypher-comment' },
  { tag: [tags.operator, tags.punctuation, tags.bracket], class: 'cypher-sign' },
]);

interface Reading {
  /** What the end of the line cut: a comment, a string or a quoted name. */
  cut: Cut | null;
  /** What is open, innermost last: the sign, or `block` for the braces of a subquery. */
  open: string[];
  /** The last piece that was no blank and no comment. */
  last: string;
  /** Whether what comes next is part of labels or types: after a colon, up to what is no name and does not join names. */
  isInLabels: boolean;
}

type Cut = keyof typeof ends;

const ends = { comment: /^.*?\*\//, "'": /^(?:[^'\\]|\\.)*'/, '"': /^(?:[^"\\]|\\.)*"/, '`': /^(?:[^`]|``)*`/ };

/** The deepest nesting that is followed: below it, a key of a map may look like a label. */
const deepest = 200;

const cypher: StreamParser<Reading> = {
  name: 'cypher',
  startState: () => ({ cut: null, open: [], last: '', isInLabels: false }),
  copyState: (reading) => ({ ...reading, open: [...reading.open] }),
  token(stream, reading) {
    if (reading.cut !== null) return upToEnd(stream, reading, reading.cut);
    if (stream.eatSpace()) return null;
    if (stream.match('//')) {
      stream.skipToEnd();
      return 'comment';
    }
    if (stream.match('/*')) return upToEnd(stream, reading, 'comment');
    const kind = pieceOf(stream, reading);
    reading.last = stream.current();
    return kind;
  },
  languageData: {
    commentTokens: { line: '//', block: { open: '/*', close: '*/' } },
    closeBrackets: { brackets: ['(', '[', '{', "'", '"', '`'] },
  },
  tokenTable: { label: tags.typeName, parameter: parameterTag, function: functionTag },
};

function pieceOf(stream: StringStream, reading: Reading): string | null {
  const sign = stream.peek() ?? '';
  if (sign === "'" || sign === '"' || sign === '`') {
    stream.next();
    return upToEnd(stream, reading, sign);
  }
  if (stream.match(/^[\p{L}\p{Pc}][\p{L}\p{N}\p{M}\p{Pc}]*/u)) return wordKind(stream, reading);
  if ('|&!%'.includes(sign) || sign === ':') return joinKind(stream, reading);
  reading.isInLabels = false;
  if (stream.match(/^\$(?:`(?:[^`]|``)*`?|[\p{L}\p{N}\p{M}\p{Pc}]*)/u)) return 'parameter';
  if (stream.match(/^(?:0[xo][\da-f_]+|\d[\d_]*(?:\.\d[\d_]*)?(?:e[+-]?\d+)?)/i)) return 'number';
  return signKind(stream, reading);
}

/** What is left of something that may go over several lines. */
function upToEnd(stream: StringStream, reading: Reading, cut: Cut): string {
  const isWhole = stream.match(ends[cut]) !== null;
  if (!isWhole) stream.skipToEnd();
  reading.cut = isWhole ? null : cut;
  if (cut === 'comment') return 'comment';
  if (cut !== '`') reading.isInLabels = false;
  return cut === '`' ? nameKind(stream, reading) : 'string';
}

function wordKind(stream: StringStream, reading: Reading): string {
  const word = stream.current().toUpperCase();
  const isCalled = stream.match(/^\s*(?:\.\s*[\p{L}\p{N}\p{Pc}]+\s*)*\(/u, false) !== null;
  if (isName(stream, reading)) return nameKind(stream, reading);
  reading.isInLabels = false;
  if (constants.has(word)) return 'atom';
  if (keywords.has(word) || (callable.has(word) && !isCalled)) return 'keyword';
  return isCalled ? 'function' : 'variableName';
}

/** Whether a word is a name, whatever else it may mean elsewhere. */
const isName = (stream: StringStream, reading: Reading): boolean =>
  reading.last === '.' || (reading.isInLabels && joins(reading.last)) || isKey(stream, reading);

const joins = (sign: string): boolean => sign !== '' && ':|&!%'.includes(sign);

/** Whether what was read is the key of a map. */
const isKey = (stream: StringStream, { open }: Reading): boolean =>
  open.at(-1) === '{' && stream.match(/^\s*:/, false) !== null;

function nameKind(stream: StringStream, reading: Reading): string {
  if (reading.isInLabels && joins(reading.last)) return 'label';
  reading.isInLabels = false;
  if (reading.last === '.') return stream.match(/^\s*\(/, false) ? 'function' : 'propertyName';
  return isKey(stream, reading) ? 'propertyName' : 'variableName';
}

/** A colon, which labels follow unless it stands in a map, or what joins labels. */
function joinKind(stream: StringStream, reading: Reading): string {
  const sign = stream.next();
  if (sign === ':') reading.isInLabels = reading.open.at(-1) !== '{';
  return sign === ':' ? 'punctuation' : 'operator';
}

function signKind(stream: StringStream, { open, last }: Reading): string {
  const sign = stream.next() ?? '';
  if ('([{'.includes(sign)) {
    const isBlock = sign === '{' && /^(?:exists|count|collect|call|\))$/i.test(last);
    if (open.length < deepest) open.push(isBlock ? 'block' : sign);
    return 'bracket';
  }
  if (')]}'.includes(sign)) {
    open.pop();
    return 'bracket';
  }
  return '.,;'.includes(sign) ? 'punctuation' : 'operator';
}

const constants = new Set(['TRUE', 'FALSE', 'NULL', 'NAN', 'INF', 'INFINITY']);

/** Words that are names of functions where a bracket follows. */
const callable = new Set(['ALL', 'ANY', 'COLLECT', 'COUNT', 'EXISTS', 'LEFT', 'NONE', 'REPLACE', 'RIGHT', 'SINGLE']);

const keywords = new Set(
  `AND AS ASC ASCENDING BY CALL CASE CONTAINS CREATE CSV CYPHER DELETE DESC DESCENDING DETACH DISTINCT DROP ELSE END
  ENDS EXPLAIN FILTER FINISH FOR FOREACH FROM GROUPS IN INSERT IS LET LIMIT LOAD MATCH MERGE NEXT NODETACH NOT OF OFFSET
  ON OPTIONAL OR ORDER PATH PATHS PROFILE REMOVE REPEATABLE RETURN ROWS SET SHORTEST SHOW SKIP STARTS THEN TRAIL
  TRANSACTIONS TYPED UNION UNIQUE UNWIND USE USING WALK WHEN WHERE WITH XOR YIELD`.split(/\s+/),
);
