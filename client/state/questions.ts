import type { Question } from '../../server/contract.ts';

/** A question's parameters as they stand in an address. */
export function parametersOf(question: Question): Record<string, string> {
  return Object.fromEntries(Object.entries(question.parameters).map(([key, value]) => [key, textOf(value)]));
}

const textOf = (value: Question['parameters'][string]): string =>
  Array.isArray(value) ? value.map(textOf).join(',') : typeof value === 'string' ? value : JSON.stringify(value);
