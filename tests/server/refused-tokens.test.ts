import { describe, expect, it } from 'vitest';
import { RefusedTokens } from '../../server/refused-tokens.ts';

function refuse(refused: RefusedTokens, client: string, times: number): void {
  for (let count = 0; count < times; count += 1) refused.add(client);
}

describe('what is remembered of refused tokens', () => {
  const tooMany = expect.objectContaining({ code: 'too-many-requests', values: { limit: '60' } });

  it('is how many each client sent, and when the next may come', () => {
    let now = 1_000;
    const refused = new RefusedTokens(() => now);
    refuse(refused, 'a', 59);
    expect(() => refused.check('a')).not.toThrow();
    now += 20_000;
    refused.add('a');
    expect(() => refused.check('a')).toThrow(tooMany);
    expect(() => refused.check('a')).toThrow(expect.objectContaining({ retryAfterSeconds: 40 }));
    expect(() => refused.check('b')).not.toThrow();
    now += 40_000;
    expect(() => refused.check('a')).not.toThrow();
  });

  it('has a bound: of too many clients, the first is forgotten', () => {
    const refused = new RefusedTokens(() => 0);
    for (const client of ['first', 'second']) refuse(refused, client, 60);
    for (let count = 0; count < 9_998; count += 1) refused.add(`client-${count}`);
    expect(() => refused.check('first')).toThrow(tooMany);
    refused.add('one more');
    expect(() => refused.check('first')).not.toThrow();
    expect(() => refused.check('second')).toThrow(tooMany);
  });
});
