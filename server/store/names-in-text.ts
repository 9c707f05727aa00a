import { isKeyword, type Token } from './cypher-text.ts';
import { closing, isName, isOwnName, isSymbol } from './token-search.ts';

/** A label, type or property that a text names, and where. `labelOrType` is what is said of a variable that may be either. */
export interface NameInText {
  kind: 'label' | 'type' | 'labelOrType' | 'property';
  name: string;
  start: number;
}

/** Words after which a pattern is over. */
const clauses = /^(?:WHERE|RETURN|WITH|UNWIND|CALL|ORDER|SKIP|LIMIT|UNION|OPTIONAL|YIELD|USING)$/i;

/**
 * The labels, types and properties of a text, by its tokens alone. A property counts where its owner is certain to be a
 * node or relationship, since a map may have any.
 */
export function namesInText(tokens: Token[]): NameInText[] {
  const patterns = patternSpans(tokens);
  const isInPattern = (index: number) => patterns.some(({ from, to }) => from <= index && index < to);
  const bound = boundVariables(tokens, isInPattern);
  return tokens.flatMap((token, index) => {
    if (isSymbol(token, ':')) return labelsAfter(tokens, index, bound);
    if (isSymbol(token, '.')) return propertyAfter(tokens, index, bound);
    if (isSymbol(token, '{') && isInPattern(index)) return keysOf(tokens, index);
    return [];
  });
}

interface Bound {
  nodes: Set<string>;
  relationships: Set<string>;
}

/** From each MATCH to the end of its patterns. */
function patternSpans(tokens: Token[]): { from: number; to: number }[] {
  return tokens.flatMap((token, index) => {
    if (!isKeyword(token, 'MATCH') || isSymbol(tokens[index - 1], '.')) return [];
    let to = index + 1;
    for (let depth = 0; to < tokens.length; to += 1) {
      const { kind, text } = tokens[to] ?? { kind: 'symbol', text: '' };
      if (kind === 'symbol' && '([{'.includes(text)) depth += 1;
      if (kind === 'symbol' && ')]}'.includes(text)) depth -= 1;
      if (depth < 0 || (depth === 0 && kind === 'word' && clauses.test(text))) break;
    }
    return [{ from: index + 1, to }];
  });
}

/** Variables of nodes and relationships, by the patterns that bind them, also under the names that are passed on. */
function boundVariables(tokens: Token[], isInPattern: (index: number) => boolean): Bound {
  const bound: Bound = { nodes: new Set(), relationships: new Set() };
  for (const [index, token] of tokens.entries()) {
    const opening = tokens[index - 1];
    if (isName(token) && isInPattern(index)) {
      const isNode = isSymbol(opening, '(') && !isOwnName(tokens[index - 2]);
      // One of several hops is a list.
      const isSingle = !isSymbol(tokens[topLevelEnd(tokens, index)], '*');
      if (isNode) bound.nodes.add(token.text);
      else if (isSymbol(opening, '[') && isSymbol(tokens[index - 2], '-') && isSingle)
        bound.relationships.add(token.text);
    }
  }
  // What is a map or a list under the same name elsewhere is not certain.
  for (const [index, token] of tokens.entries()) {
    if (!isKeyword(token, 'AS') || !isName(tokens[index + 1])) continue;
    const [alias = '', value = ''] = [tokens[index + 1]?.text, tokens[index - 1]?.text];
    const isAlone = isKeyword(tokens[index - 2], 'WITH') || isSymbol(tokens[index - 2], ',');
    for (const names of [bound.nodes, bound.relationships]) {
      if (isAlone && names.has(value)) names.add(alias);
      else names.delete(alias);
    }
  }
  return bound;
}

/** Where the labels or types after a variable end. */
function topLevelEnd(tokens: Token[], variable: number): number {
  let index = variable + 1;
  while (isName(tokens[index]) || [':', '|', '&', '!'].some((sign) => isSymbol(tokens[index], sign))) index += 1;
  return index;
}

/** What a colon begins: `:A`, `:A:B`, `:A|B`, `:!(A&B)`. It may as well stand after the key of a map. */
function labelsAfter(tokens: Token[], colon: number, bound: Bound): NameInText[] {
  const [owner, before] = [tokens[colon - 1], tokens[colon - 2]];
  // `IS :: STRING`, the second of `:A:B`, and of `|:B`
  if ([':', '|', '&'].some((sign) => isSymbol(owner, sign)) || isSymbol(tokens[colon + 1], ':')) return [];
  if (isPartOfChain(tokens, colon)) return [];
  const opening = innermost(tokens, colon);
  const isKey = isSymbol(tokens[opening], '{') && (isSymbol(before, '{') || isSymbol(before, ','));
  if (isKey) return [];
  const isOfRelationship = isSymbol(tokens[opening], '[') && isSymbol(tokens[opening - 1], '-');
  const isComprehension = isSymbol(tokens[opening], '[') && !isOfRelationship;
  const kind = isOfRelationship ? 'type' : kindOf(tokens, colon, opening, bound);
  return chain(tokens, colon, isComprehension).map(({ text: name, start }) => ({ kind, name, start }));
}

/** A label inside a node's pattern is one; in a condition it depends on the variable. */
function kindOf(tokens: Token[], colon: number, opening: number, { nodes, relationships }: Bound): NameInText['kind'] {
  const owner = tokens[colon - 1];
  if (isSymbol(owner, '(')) return 'label';
  if (owner && nodes.has(owner.text)) return 'label';
  if (owner && relationships.has(owner.text)) return 'type';
  return isSymbol(tokens[opening], '(') && opening === colon - 2 ? 'label' : 'labelOrType';
}

/** Whether a colon continues what another has begun, as in `n:A:B`. */
function isPartOfChain(tokens: Token[], colon: number): boolean {
  let index = colon - 1;
  while (index > 0 && (isName(tokens[index]) || ['|', '&', '!'].some((sign) => isSymbol(tokens[index], sign)))) {
    if (isName(tokens[index]) && isSymbol(tokens[index - 1], ':')) return !isSymbol(tokens[index - 2], ':');
    index -= 1;
  }
  return false;
}

/** The names of a label expression. In a comprehension, a bar ends it. */
function chain(tokens: Token[], colon: number, endsAtBar: boolean): Token[] {
  const names: Token[] = [];
  let depth = 0;
  let needsName = true;
  for (let index = colon + 1; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (!token) break;
    if (needsName && isName(token)) {
      names.push(token);
      needsName = false;
    } else if (needsName && isSymbol(token, '%')) {
      needsName = false;
    } else if (needsName && isSymbol(token, '(')) {
      depth += 1;
    } else if (!needsName && depth > 0 && isSymbol(token, ')')) {
      depth -= 1;
    } else if (!needsName && (isSymbol(token, '&') || isSymbol(token, ':') || (isSymbol(token, '|') && !endsAtBar))) {
      needsName = true;
    } else if (!(needsName && (isSymbol(token, '!') || isSymbol(token, ':')))) {
      break;
    }
  }
  return names;
}

/** `n.name`, where n is a node or relationship. */
function propertyAfter(tokens: Token[], dot: number, { nodes, relationships }: Bound): NameInText[] {
  const [before, owner, name, after] = [tokens[dot - 2], tokens[dot - 1], tokens[dot + 1], tokens[dot + 2]];
  if (!name || !isName(name) || !owner || !isName(owner) || isSymbol(before, '.') || isSymbol(after, '(')) return [];
  if (!nodes.has(owner.text) && !relationships.has(owner.text)) return [];
  return [{ kind: 'property', name: name.text, start: name.start }];
}

/** The keys of `{name: …}` in a pattern, not those of maps inside it. */
function keysOf(tokens: Token[], brace: number): NameInText[] {
  const opening = innermost(tokens, brace);
  const isOfPattern =
    isSymbol(tokens[opening], '(') || (isSymbol(tokens[opening], '[') && isSymbol(tokens[opening - 1], '-'));
  if (!isOfPattern || isKeyword(tokens[brace - 1], 'EXISTS') || isKeyword(tokens[brace - 1], 'COUNT')) return [];
  const keys: NameInText[] = [];
  const end = closing(tokens, brace);
  for (let index = brace + 1; index < end; index += 1) {
    const token = tokens[index];
    const isFirst = isSymbol(tokens[index - 1], '{') || isSymbol(tokens[index - 1], ',');
    if (token && isName(token) && isFirst && isSymbol(tokens[index + 1], ':')) {
      keys.push({ kind: 'property', name: token.text, start: token.start });
    } else if (token?.kind === 'symbol' && '([{'.includes(token.text)) {
      index = closing(tokens, index);
    }
  }
  return keys;
}

/** The index of the bracket that a token is in; -1 for none. */
function innermost(tokens: Token[], index: number): number {
  let depth = 0;
  for (let at = index - 1; at >= 0; at -= 1) {
    const { kind, text } = tokens[at] ?? { kind: 'symbol', text: '' };
    if (kind !== 'symbol') continue;
    if (')]}'.includes(text)) depth += 1;
    else if ('([{'.includes(text)) {
      if (depth === 0) return at;
      depth -= 1;
    }
  }
  return -1;
}
