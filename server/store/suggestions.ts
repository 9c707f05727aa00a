import { ProblemError } from '../problem-error.ts';
import { isKeyword, positionAt, tokenize, type Token } from './cypher-text.ts';
import { didYouMean } from './did-you-mean.ts';
import type { Callables } from './store.ts';
import { isName, isSymbol } from './token-search.ts';

type Kind = 'function' | 'variable' | 'procedure' | 'parameter';

/** What engines say of a name that there is not. */
const sentences: [Kind, RegExp][] = [
  ['function', /^unknown function '([^']+)'/i],
  ['variable', /^variable `(.+)` not defined/i],
  ['variable', /^undefined variable '([^']+)'/i],
  ['procedure', /^there is no procedure with the name `([^`]+)`/i],
  ['procedure', /^CALL (\S+) is not allowed/],
  ['parameter', /^expected parameter\(s\): ([^,]+)/i],
  ['parameter', /^missing parameter: \$?(.+)/i],
];

/**
 * The result of running a text. Its problem, where it is about a name, also says where that stands and what may have been
 * meant.
 */
export async function suggesting<Result>(
  cypher: string,
  callables: Callables | (() => Promise<Callables>),
  run: () => Promise<Result>,
): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    throw error instanceof ProblemError ? await withSuggestions(error, cypher, callables) : error;
  }
}

async function withSuggestions(
  problem: ProblemError,
  cypher: string,
  callables: Callables | (() => Promise<Callables>),
): Promise<ProblemError> {
  const found = sentences.flatMap(([kind, pattern]) => {
    const name = pattern.exec(problem.message)?.[1];
    return name === undefined ? [] : [{ kind, name }];
  })[0];
  if (!found) return problem;
  const { kind, name } = found;
  const tokens = tokenize(cypher);
  const start = placeOf(tokens, kind, name);
  return new ProblemError(problem.code, problem.message, {
    values: { ...problem.values, kind, name },
    position: problem.position ?? (start === undefined ? undefined : positionAt(cypher, start)),
    suggestions: didYouMean(name, await candidates(kind, tokens, callables)),
    cause: problem.cause,
  });
}

async function candidates(
  kind: Kind,
  tokens: Token[],
  callables: Callables | (() => Promise<Callables>),
): Promise<string[]> {
  if (kind === 'variable') return variables(tokens);
  if (kind === 'parameter') return [];
  const { functions, procedures } = typeof callables === 'function' ? await callables() : callables;
  const all = kind === 'function' ? functions : procedures;
  return [...new Set(all.map(({ name }) => name))];
}

/** Names that a text may bind: the beginning of a pattern, an alias, the variable of a list. */
function variables(tokens: Token[]): string[] {
  const bound = tokens.filter((token, index) => {
    const [before, after] = [tokens[index - 1], tokens[index + 1]];
    if (!isName(token) || isSymbol(after, '(')) return false;
    const isInPattern = (isSymbol(before, '(') || isSymbol(before, '[')) && !isSymbol(after, '.');
    return isInPattern || isKeyword(before, 'AS') || isSymbol(after, '=') || isKeyword(after, 'IN');
  });
  return [...new Set(bound.map(({ text }) => text))];
}

function placeOf(tokens: Token[], kind: Kind, name: string): number | undefined {
  if (kind === 'parameter') return tokens.find((token) => token.kind === 'parameter' && token.text === name)?.start;
  const [first] = name.split('.');
  const index = tokens.findIndex((token, at) => {
    const isCalled = kind !== 'procedure' || isKeyword(tokens[at - 1], 'CALL');
    return isName(token) && token.text === first && isCalled;
  });
  return tokens[index]?.start;
}
