import { describe, expect, it } from 'vitest';
import { readSettings, SettingsError } from '../../server/settings.ts';

describe('settings', () => {
  it('serve this machine only unless told otherwise', () => {
    expect(readSettings({})).toMatchObject({
      port: 4300,
      host: '127.0.0.1',
      neo4j: undefined,
      cypherConsole: true,
      dataSetFolder: 'graph-seed/jinhua-2011',
      dataFolder: '.data',
      apiOnly: false,
    });
  });

  it('point at a Neo4j by one variable and its password', () => {
    expect(readSettings({ NEO4J_URI: 'neo4j+s://db.example.org', NEO4J_PASSWORD: 'secret' }).neo4j).toEqual({
      uri: 'neo4j+s://db.example.org',
      username: 'neo4j',
      password: 'secret',
      database: undefined,
    });
  });

  it('count an empty variable as absent', () => {
    expect(readSettings({ PORT: '', NEO4J_URI: '' })).toEqual(readSettings({}));
  });

  it.each([
    [{ HOST: '127.0.0.1' }, true],
    [{ HOST: 'localhost' }, true],
    [{ HOST: '::1' }, true],
    [{ HOST: '0.0.0.0' }, false],
    [{ HOST: '127.0.0.1.example.org' }, false],
    [{ HOST: '0.0.0.0', CYPHER_CONSOLE: 'on' }, true],
    [{ HOST: '0.0.0.0', CYPHER_CONSOLE: 'authenticated' }, false],
    [{ CYPHER_CONSOLE: 'off' }, false],
  ])('with %j let people type queries: %s', (environment, expected) => {
    expect(readSettings(environment).cypherConsole).toBe(expected);
  });

  it.each([
    [{ PORT: 'http' }, 'PORT is not a whole number: http'],
    [{ PORT: '70000' }, 'PORT is not between 0 and 65535: 70000'],
    [{ HOST: 'http://x' }, 'HOST is not a host name or address: http://x'],
    [{ NEO4J_URI: 'localhost:7687' }, 'NEO4J_URI does not look like'],
    [{ NEO4J_URI: 'bolt://localhost' }, 'NEO4J_PASSWORD is missing'],
    [{ CYPHER_CONSOLE: 'yes' }, 'CYPHER_CONSOLE is none of on, off and authenticated: yes'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL is none of'],
    [{ QUERY_TIMEOUT_MS: '1' }, 'QUERY_TIMEOUT_MS is not between 100 and 600000: 1'],
  ])('with %j are refused in a sentence that names the variable', (environment, sentence) => {
    expect(() => readSettings(environment)).toThrow(SettingsError);
    expect(() => readSettings(environment)).toThrow(sentence);
  });

  it('know one option', () => {
    expect(readSettings({}, ['--api-only']).apiOnly).toBe(true);
    expect(() => readSettings({}, ['--api'])).toThrow('there is no option --api');
  });
});
