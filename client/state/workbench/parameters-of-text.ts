/** A parameter that a Cypher text asks for. */
export interface TextParameter {
  name: string;
  /** Where it first stands, dollar sign included, in UTF-16 units. */
  start: number;
  end: number;
  /** Whether the text says that it must be a whole number. */
  isCount: boolean;
}

// One alternative for each thing in which a dollar sign means nothing; what is not closed runs to the end, as for a parser.
const pieces =
  /\/\/[^\n\r]*|\/\*[\s\S]*?(?:\*\/|$)|'(?:[^'\\]|\\[\s\S])*(?:'|\\?$)|"(?:[^"\\]|\\[\s\S])*(?:"|\\?$)|`(?:[^`]|``)*(?:`|$)|\$(?:`(?<quoted>(?:[^`]|``)+)`|(?<plain>[\p{L}\p{N}\p{M}\p{Pc}]+))|[\p{L}\p{Pc}][\p{L}\p{N}\p{M}\p{Pc}$]*/gu;

/** The parameters of a Cypher text, each once, in the order in which they first stand in it. */
export function parametersOfText(cypher: string): TextParameter[] {
  const found = new Map<string, TextParameter>();
  let word = '';
  for (const match of cypher.matchAll(pieces)) {
    const [text] = match;
    const { quoted, plain } = match.groups ?? {};
    const name = plain ?? quoted?.replaceAll('``', '`');
    if (name === undefined) {
      if (!text.startsWith('/')) word = text.toUpperCase();
      continue;
    }
    const isCount = word === 'LIMIT' || word === 'SKIP' || word === 'OFFSET';
    const earlier = found.get(name);
    if (!earlier) found.set(name, { name, start: match.index, end: match.index + text.length, isCount });
    else if (isCount) earlier.isCount = true;
    word = '';
  }
  return [...found.values()];
}
