import type { CypherFunction } from '../contract/vocabulary.ts';
import type { Callables } from './store.ts';

/** What the embedded engine has of Cypher's functions and may be asked with; it can list none of them itself. */

type Row = [signature: string, description: string];

const plain: Row[] = [
  ['abs(input :: INTEGER | FLOAT) :: INTEGER | FLOAT', 'The number without its sign.'],
  ['acos(input :: FLOAT) :: FLOAT', 'The arc cosine, in radians.'],
  ['all(variable IN list :: LIST<ANY> WHERE predicate) :: BOOLEAN', 'Whether it holds for every item of the list.'],
  ['any(variable IN list :: LIST<ANY> WHERE predicate) :: BOOLEAN', 'Whether it holds for an item of the list.'],
  ['asin(input :: FLOAT) :: FLOAT', 'The arc sine, in radians.'],
  ['atan(input :: FLOAT) :: FLOAT', 'The arc tangent, in radians.'],
  ['atan2(y :: FLOAT, x :: FLOAT) :: FLOAT', 'The angle of a point, in radians.'],
  ['ceil(input :: FLOAT) :: FLOAT', 'The least whole number that is not less.'],
  ['char_length(input :: STRING) :: INTEGER', 'The number of characters.'],
  ['coalesce(input :: ANY) :: ANY', 'The first of its arguments that is not null.'],
  ['cos(input :: FLOAT) :: FLOAT', 'The cosine of an angle in radians.'],
  ['date(input :: ANY) :: DATE', 'A date, of a text such as 2011-05-31; today, if nothing is given.'],
  ['degrees(input :: FLOAT) :: FLOAT', 'Radians as degrees.'],
  ['e() :: FLOAT', 'The base of natural logarithms.'],
  ['elementId(input :: NODE | RELATIONSHIP) :: STRING', "The engine's own id."],
  ['endNode(input :: RELATIONSHIP) :: NODE', 'The node that a relationship leads to.'],
  ['exp(input :: FLOAT) :: FLOAT', 'e to this power.'],
  ['floor(input :: FLOAT) :: FLOAT', 'The greatest whole number that is not greater.'],
  ['head(list :: LIST<ANY>) :: ANY', 'The first item of a list.'],
  ['id(input :: NODE | RELATIONSHIP) :: INTEGER', "The engine's own number."],
  ['keys(input :: NODE | RELATIONSHIP | MAP) :: LIST<STRING>', 'The names of the properties.'],
  ['labels(input :: NODE) :: LIST<STRING>', 'The labels of a node.'],
  ['last(list :: LIST<ANY>) :: ANY', 'The last item of a list.'],
  ['left(original :: STRING, length :: INTEGER) :: STRING', 'The beginning of a text.'],
  ['length(input :: PATH) :: INTEGER', 'The number of relationships in a path.'],
  ['log(input :: FLOAT) :: FLOAT', 'The natural logarithm.'],
  ['log10(input :: FLOAT) :: FLOAT', 'The logarithm to the base of ten.'],
  ['ltrim(input :: STRING) :: STRING', 'The text without blanks at its beginning.'],
  ['nodes(input :: PATH) :: LIST<NODE>', 'The nodes of a path, in order.'],
  ['none(variable IN list :: LIST<ANY> WHERE predicate) :: BOOLEAN', 'Whether it holds for no item of the list.'],
  ['pi() :: FLOAT', 'Half of the circumference of a circle with the radius 1.'],
  ['properties(input :: NODE | RELATIONSHIP | MAP) :: MAP', 'All properties as a map.'],
  ['radians(input :: FLOAT) :: FLOAT', 'Degrees as radians.'],
  ['rand() :: FLOAT', 'A random number from 0 up to 1.'],
  [
    'range(start :: INTEGER, end :: INTEGER, step = 1 :: INTEGER) :: LIST<INTEGER>',
    'Whole numbers, both ends with them.',
  ],
  ['reduce(accumulator = initial, variable IN list :: LIST<ANY> | expression) :: ANY', 'One value, made item by item.'],
  ['relationships(input :: PATH) :: LIST<RELATIONSHIP>', 'The relationships of a path, in order.'],
  [
    'replace(original :: STRING, search :: STRING, replace :: STRING) :: STRING',
    'The text with another in each place.',
  ],
  ['reverse(input :: STRING | LIST<ANY>) :: STRING | LIST<ANY>', 'The same from its end to its beginning.'],
  ['right(original :: STRING, length :: INTEGER) :: STRING', 'The end of a text.'],
  ['round(value :: FLOAT) :: FLOAT', 'The nearest whole number.'],
  ['rtrim(input :: STRING) :: STRING', 'The text without blanks at its end.'],
  ['sign(input :: INTEGER | FLOAT) :: INTEGER', '-1, 0 or 1.'],
  ['sin(input :: FLOAT) :: FLOAT', 'The sine of an angle in radians.'],
  [
    'single(variable IN list :: LIST<ANY> WHERE predicate) :: BOOLEAN',
    'Whether it holds for one item of the list only.',
  ],
  ['size(input :: STRING | LIST<ANY>) :: INTEGER', 'The number of items or characters.'],
  ['split(original :: STRING, splitDelimiter :: STRING) :: LIST<STRING>', 'The parts between the delimiters.'],
  ['sqrt(input :: FLOAT) :: FLOAT', 'The square root.'],
  ['startNode(input :: RELATIONSHIP) :: NODE', 'The node that a relationship comes from.'],
  [
    'substring(original :: STRING, start :: INTEGER, length = null :: INTEGER) :: STRING',
    'A part of a text; counts from 0.',
  ],
  ['tail(input :: LIST<ANY>) :: LIST<ANY>', 'All but the first item of a list.'],
  ['tan(input :: FLOAT) :: FLOAT', 'The tangent of an angle in radians.'],
  ['toBoolean(input :: STRING) :: BOOLEAN', 'True or false of a text; null if it says neither.'],
  ['toFloat(input :: STRING | INTEGER | FLOAT) :: FLOAT', 'A number of a text; null if it says none.'],
  ['toInteger(input :: STRING | INTEGER | FLOAT) :: INTEGER', 'A whole number of a text; null if it says none.'],
  ['toLower(input :: STRING) :: STRING', 'The text in small letters.'],
  ['toString(input :: ANY) :: STRING', 'A value as a text.'],
  ['toUpper(input :: STRING) :: STRING', 'The text in capital letters.'],
  ['trim(input :: STRING) :: STRING', 'The text without blanks at either end.'],
  ['type(input :: RELATIONSHIP) :: STRING', 'The type of a relationship.'],
];

const aggregating: Row[] = [
  ['avg(input :: INTEGER | FLOAT) :: FLOAT', 'The mean of the values.'],
  ['collect(input :: ANY) :: LIST<ANY>', 'The values that are not null, as a list.'],
  ['count(input :: ANY) :: INTEGER', 'How many values are not null; with *, how many rows.'],
  ['max(input :: ANY) :: ANY', 'The greatest value.'],
  ['min(input :: ANY) :: ANY', 'The least value.'],
  ['stdevp(input :: FLOAT) :: FLOAT', 'The standard deviation of all that there are.'],
  ['sum(input :: INTEGER | FLOAT) :: INTEGER | FLOAT', 'The values added up.'],
];

const procedures: Row[] = [
  ['db.labels() :: label', 'The labels that nodes have.'],
  ['db.propertyKeys() :: propertyKey', 'The names of properties.'],
  ['db.relationshipTypes() :: relationshipType', 'The types of relationships.'],
];

/** Sorted by name. */
export const callables: Callables = {
  functions: [
    ...plain.map((row) => toFunction(row, false)),
    ...aggregating.map((row) => toFunction(row, true)),
  ].toSorted((left, right) => (left.name < right.name ? -1 : 1)),
  procedures: procedures.map(([signature, description]) => {
    const [call = '', column = ''] = signature.split(' :: ');
    const columns = [{ name: column, type: 'STRING', description: '' }];
    return {
      name: call.replace('()', ''),
      signature: `${call} :: (${column} :: STRING)`,
      description,
      arguments: [],
      columns,
    };
  }),
};

function toFunction([signature, description]: Row, aggregates: boolean): CypherFunction {
  const [, name = '', slots = '', returns = ''] = /^(\w+)\((.*)\) :: (.+)$/.exec(signature) ?? [];
  return {
    name,
    signature,
    description,
    arguments: slots.split(/, | IN | WHERE | \| (?=[a-z])/).flatMap(toSlot),
    returns,
    aggregates,
  };
}

/** `step = 1 :: INTEGER` */
function toSlot(text: string): CypherFunction['arguments'] {
  const [, name, usual, type = 'ANY'] = /^(\w+)(?: = (\w+))?(?: :: (.+))?$/.exec(text) ?? [];
  return name === undefined ? [] : [{ name, type, description: '', ...(usual !== undefined && { default: usual }) }];
}
