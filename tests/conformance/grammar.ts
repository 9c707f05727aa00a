import { constantFrom, letrec, oneof, tuple, type Arbitrary } from 'fast-check';

/**
 * Random queries about the graph of people, most of which make sense: numbers are mostly added to numbers. Every name in them is
 * there, and rows are only cut after they were sorted down to an id.
 */

const variables = { node: ['n', 'm'], relationship: ['r'] };

function text(strings: TemplateStringsArray, ...parts: Arbitrary<string>[]): Arbitrary<string> {
  return tuple(...parts).map((values) => strings.map((string, index) => string + (values[index] ?? '')).join(''));
}

function words(list: string): Arbitrary<string> {
  return constantFrom(...list.split(' | '));
}

/** Between one and three, with commas. */
function several(item: Arbitrary<string>): Arbitrary<string> {
  return oneof(item, text`${item}, ${item}`, text`${item}, ${item}, ${item}`);
}

const node = constantFrom(...variables.node);

interface Expressions extends Record<string, string> {
  number: string;
  text: string;
  boolean: string;
  list: string;
  map: string;
  value: string;
}

const { number, boolean, list, value } = letrec<Expressions>((tie) => {
  const [aNumber, aText, aBoolean, aList, aMap, aValue] = [
    tie('number'),
    tie('text'),
    tie('boolean'),
    tie('list'),
    tie('map'),
    tie('value'),
  ];
  const item = words('x | x | 1');
  return {
    number: oneof(
      { maxDepth: 3, depthIdentifier: 'expression' },
      words('0 | 1 | 2 | 3 | -1 | 1.5 | 0.0 | 7 | null | $p | $f'),
      text`${node}.${words('age | score | size | missing')}`,
      words('r.since | r.km'),
      text`${aNumber} ${words('+ | - | * | ^')} ${aNumber}`,
      text`${aNumber} ${words('/ | %')} ${words('2 | 3 | 1.5 | r.since')}`,
      text`(${aNumber} ${words('+ | - | *')} ${aNumber})`,
      text`-(${aNumber})`,
      text`${words('abs | ceil | floor | round | sqrt | sign | toInteger | toFloat | exp')}(${aNumber})`,
      text`size(${oneof(aList, aText)})`,
      text`${words('toInteger | toFloat')}(${aText})`,
      text`${words('head | last')}(${aList})`,
      text`${aList}[${words('0 | 1 | -1 | 9 | null')}]`,
      text`coalesce(${aNumber}, ${aNumber})`,
      text`CASE WHEN ${aBoolean} THEN ${aNumber} ELSE ${aNumber} END`,
      text`CASE ${aValue} WHEN ${aValue} THEN ${aNumber} WHEN ${aValue} THEN ${aNumber} END`,
      text`reduce(s = ${aNumber}, x IN ${aList} | s ${words('+ | * | -')} ${item})`,
      text`(0 + COUNT { (${node})${words('-- | --> | <-- | -[:KNOWS]->')}() })`,
      text`${aMap}.${words('a | b')}`,
    ),
    text: oneof(
      { maxDepth: 3, depthIdentifier: 'expression' },
      words("'' | 'a' | 'Ada' | '1' | '2.5' | '金华' | 'b c' | ' x ' | $s | null"),
      text`${node}.${words('id | name | born | missing')}`,
      text`${aText} + ${aText}`,
      text`${aText} + ${aNumber}`,
      text`${words('toUpper | toLower | trim | reverse | toString')}(${aText})`,
      text`toString(${aValue})`,
      text`substring(${aText}, ${words('0 | 1 | 9')})`,
      text`${words('left | right')}(${aText}, ${words('0 | 1 | 2 | 9')})`,
      text`replace(${aText}, ${words("'a' | '' | '金'")}, ${aText})`,
      text`coalesce(${aText}, ${aText})`,
      text`type(r)`,
      text`${words('head | last')}(split(${aText}, ','))`,
    ),
    boolean: oneof(
      { maxDepth: 3, depthIdentifier: 'expression' },
      words('true | false | null'),
      text`${node}.capital`,
      text`${aNumber} ${words('= | <> | < | <= | > | >=')} ${aNumber}`,
      text`${aText} ${words('= | <> | < | >= | STARTS WITH | ENDS WITH | CONTAINS')} ${aText}`,
      text`${aValue} ${words('= | <> | <')} ${aValue}`,
      text`${aList} = ${aList}`,
      text`${aValue} IN ${aList}`,
      text`(${aValue}) IS ${words('NULL | NOT NULL')}`,
      text`NOT ${aBoolean}`,
      text`(${aBoolean} ${words('AND | OR | XOR')} ${aBoolean})`,
      text`${aBoolean} ${words('AND | OR')} ${aBoolean}`,
      text`${words('all | any | none | single')}(x IN ${aList} WHERE ${oneof(text`x ${words('> | = | <>')} ${aNumber}`, text`x IS NOT NULL`)})`,
      text`${node}:${words('Person | City | Author')}`,
      text`EXISTS { (${node})${words('-[:KNOWS]->(:Author) | --() | <-[:LIVES_IN]-()')} }`,
      text`(${node})${words('-[:KNOWS]->() | -[:LIVES_IN]->(:City) | --()')}`,
      text`toBoolean(${aText})`,
      text`n ${words('= | <>')} m`,
    ),
    list: oneof(
      { maxDepth: 3, depthIdentifier: 'expression' },
      words('[] | [1, 2, 3] | [1, null] | [null] | $list | null'),
      text`[${several(aNumber)}]`,
      text`[${several(aValue)}]`,
      words('(n.tags + []) | n.tags[0..1]'),
      text`range(${words('0 | 1 | 3')}, ${words('0 | 2 | 4')})`,
      text`${aList} + ${aList}`,
      text`${aList} + ${words('2 | $p | n.age')}`,
      text`${words('tail | reverse')}(${aList})`,
      text`${aList}[${words('0..1 | 1.. | ..2 | 0..9')}]`,
      text`[x IN ${aList} | ${oneof(item, text`x + ${aNumber}`, text`[x]`)}]`,
      text`[x IN ${aList} WHERE ${oneof(text`x > ${aNumber}`, words('x IS NOT NULL | x <> 1'))}]`,
      text`split(${aText}, 'a')`,
      text`CASE WHEN ${aBoolean} THEN ${aList} ELSE ${aList} END`,
    ),
    map: oneof(
      { maxDepth: 3, depthIdentifier: 'expression' },
      words('{} | {a: 1} | $m'),
      text`{a: ${aValue}, b: ${aNumber}}`,
      text`${node} {.name, a: ${aNumber}}`,
    ),
    value: oneof(
      { weight: 4, arbitrary: aNumber },
      { weight: 3, arbitrary: aText },
      { weight: 3, arbitrary: aBoolean },
      { weight: 2, arbitrary: aList },
      { weight: 1, arbitrary: aMap },
    ),
  };
});

const label = words(' | :Person | :City | :Author | :Person:Author');
const kinds = words(' | :KNOWS | :LIVES_IN | :KNOWS|LIKES | :NEAR');
const hops = words('*1..2 | *2 | *0..1 | *..2');
const step = oneof(text`-[r${kinds}]->`, text`<-[r${kinds}]-`, text`-[r${kinds}]-`);
const path = oneof(
  text`(n${label})${step}(m${label})`,
  text`(n${label})${step}(m)--()`,
  text`(n${label}), (m${label}), ()${step}()`,
  text`(n${label}), (n)${step}(m)`,
  text`(n {id: ${words("'ada' | 'bob' | 'x1'")}})${step}(m)`,
);
const where = oneof({ weight: 1, arbitrary: words('') }, { weight: 2, arbitrary: text` WHERE ${boolean}` });
const order = words(' ORDER BY x | ORDER BY x DESC | ORDER BY y, x | | ');
const aggregate = oneof(
  text`${words('sum | avg | min | max | count')}(${number})`,
  text`${words('min | max | count | collect')}(${value})`,
  text`count(DISTINCT ${value})`,
  text`sum(DISTINCT ${number})`,
  words('count(*) | count(r) | count(DISTINCT m)'),
  text`size(collect(${value}))`,
  text`${words('sum | count')}(${number}) + 1`,
  text`count(CASE WHEN ${boolean} THEN 1 END)`,
);
const match = oneof(
  text`MATCH ${path}${where}`,
  text`MATCH (n${label}) OPTIONAL MATCH (n)${step}(m${label})${where}`,
  text`MATCH (n${label}) MATCH (n)${step}(m)${where}`,
  text`MATCH ${path}${where} WITH n, r, m${where}`,
);
const inPath = oneof(
  text`MATCH p = (n${label})-[r${kinds}${hops}]->(m${label})${where} RETURN length(p) AS x, n.id AS y, m.id AS z`,
  text`MATCH p = (n {id: 'ada'})-[r${kinds}${hops}]-(m) RETURN [i IN nodes(p) | i.id] AS x, size(r) AS y`,
  text`MATCH p = (n)-[:KNOWS*1..3]->(m) WHERE ${words('all | any | none')}(i IN nodes(p) WHERE i.${words('id | age | name')} ${words('= | <> | >')} ${value}) RETURN n.id AS x, m.id AS y`,
  text`MATCH p = shortestPath((n {id: ${words("'ada' | 'cyd'")}})-[${kinds}*${words(' | ..2 | ..4')}]-(m${words(" {id: 'x2'} | {id: 'dan'} | {id: 'eve'}")})) RETURN length(p) AS x`,
);
const subquery = oneof(
  text`MATCH (n${label}) CALL { WITH n MATCH (n)${step}(m)${where} RETURN count(m) AS c } RETURN n.id AS x, c AS y`,
  text`MATCH (n${label}) CALL (n) { OPTIONAL MATCH (n)${step}(m)${where} RETURN max(m.age) AS c, collect(m.id) AS d } RETURN n.id AS x, c AS y, d`,
  text`MATCH (n${label}) RETURN n.id AS x, [(n)${step}(m)${where} | ${oneof(number, words('m.id | m'))}] AS y`,
  text`MATCH (n${label}) WHERE EXISTS { MATCH (n)${step}(m)${where} } RETURN n.id AS x`,
  text`MATCH (n${label}) RETURN n.id AS x, COUNT { MATCH (n)${step}(m)${where} } AS y`,
);

/** A query's text. It may use the parameters of `parameters`. */
export const query: Arbitrary<string> = oneof(
  { weight: 3, arbitrary: text`WITH 1 AS n, 2 AS m, 3 AS r RETURN ${words('1')} AS y` },
  { weight: 6, arbitrary: text`${match} RETURN ${value} AS x, ${value} AS y${order}` },
  { weight: 3, arbitrary: text`${match} RETURN DISTINCT ${value} AS x` },
  { weight: 4, arbitrary: text`${match} RETURN ${value} AS x, ${aggregate} AS y` },
  { weight: 2, arbitrary: text`${match} RETURN ${aggregate} AS x, ${aggregate} AS y` },
  {
    weight: 3,
    arbitrary: text`${match} WITH n, r, m, ${value} AS v WHERE v ${words('= | > | IN')} ${value} RETURN n.id AS x, v AS y`,
  },
  { weight: 3, arbitrary: text`${match} WITH ${value} AS k, ${aggregate} AS v RETURN k AS x, v AS y` },
  { weight: 3, arbitrary: text`${match} UNWIND ${list} AS u RETURN u AS x, n.id AS y${order}` },
  {
    weight: 2,
    arbitrary: text`MATCH (n${label}) RETURN ${words('n.id')} AS x UNION ${words(' | ALL')} MATCH (n${label}) RETURN ${words('n.id | n.age')} AS x`,
  },
  { weight: 3, arbitrary: inPath },
  { weight: 4, arbitrary: subquery },
  {
    weight: 1,
    arbitrary: text`MATCH (n${label}) RETURN n.id AS x ORDER BY n.${words('age | name | score')}${words(' | DESC')}, x SKIP ${words('0 | 1')} LIMIT ${words('0 | 2 | 5')}`,
  },
  { weight: 1, arbitrary: text`MATCH (n${label})${step}(m) RETURN ${words('n | m | r | n, m | *')}` },
);

/** What the parameters in a query are. */
export const parameters = { p: 2, f: 2.5, s: 'Ada', list: [1, 2, 'a'], m: { a: 1, b: null } };
