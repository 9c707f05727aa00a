import { describe, expect, it } from 'vitest';
import { readSettings, SettingsError } from '../../server/settings.ts';

const token = 't'.repeat(32);
const issuer = { OIDC_ISSUER: 'https://id.example.org/realm', OIDC_AUDIENCE: 'graph' };

/** The pages that may show the explorer in a frame, by what the setting says. */
const origins = (text: string) => readSettings({ EMBED_ORIGINS: text }).embedOrigins;

describe('settings', () => {
  it('serve this machine only unless told otherwise', () => {
    expect(readSettings({})).toMatchObject({
      port: 4300,
      host: '127.0.0.1',
      neo4j: undefined,
      cypherConsole: 'here',
      signIn: {},
      trustedProxies: [],
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

  it('take folders of data sets from the command line, as many as it names and in that order', () => {
    expect(readSettings({ DATA_SET: 'none' }, ['--data', 'b', '--api-only', '--data=../a'])).toMatchObject({
      dataSetFolder: 'b',
      namedFolders: ['b', '../a'],
      apiOnly: true,
    });
    expect(readSettings({}, []).namedFolders).toEqual([]);
    for (const argv of [['--data'], ['--data='], ['--data', '--api-only'], ['folder'], ['--date', 'a']]) {
      expect(() => readSettings({}, argv)).toThrow(/^(--data needs a folder|there is no option (folder|--date);)/);
    }
  });

  it('name the pages that may show the explorer in a frame', () => {
    expect(readSettings({}).embedOrigins).toEqual(['*']);
    expect(origins('https://Example.org, https://*.example.net:8443')).toEqual([
      'https://example.org',
      'https://*.example.net:8443',
    ]);
    expect(origins('none')).toEqual([]);
    expect(() => origins("https://example.org; script-src 'unsafe-inline'")).toThrow(SettingsError);
  });

  it('count an empty variable as absent', () => {
    expect(readSettings({ PORT: '', NEO4J_URI: '' })).toEqual(readSettings({}));
  });

  it.each([
    [{ HOST: '127.0.0.1' }, 'here'],
    [{ HOST: 'localhost' }, 'here'],
    [{ HOST: '::1' }, 'here'],
    [{ HOST: '127.0.0.1', TRUST_PROXY: 'loopback' }, 'off'],
    [{ HOST: '0.0.0.0' }, 'off'],
    [{ HOST: '127.0.0.1.example.org' }, 'off'],
    [{ HOST: '0.0.0.0', CYPHER_CONSOLE: 'on' }, 'on'],
    [{ HOST: '0.0.0.0', CYPHER_TOKEN: token }, 'authenticated'],
    [{ CYPHER_TOKEN: token }, 'authenticated'],
    [{ CYPHER_TOKEN: token, CYPHER_CONSOLE: 'on' }, 'on'],
    [{ ...issuer, CYPHER_CONSOLE: 'authenticated' }, 'authenticated'],
    [{ ...issuer, CYPHER_CONSOLE: 'off' }, 'off'],
    [{ CYPHER_CONSOLE: 'off' }, 'off'],
  ])('with %j let these type queries: %s', (environment, expected) => {
    expect(readSettings(environment).cypherConsole).toBe(expected);
  });

  it('name the ways to sign in, and the proxies that are believed', () => {
    expect(readSettings({ CYPHER_TOKEN: token, ...issuer, TRUST_PROXY: 'loopback, 10.0.0.0/8,fd00::1' })).toMatchObject(
      {
        signIn: { token, oidc: { issuer: 'https://id.example.org/realm', audience: 'graph' } },
        trustedProxies: ['loopback', '10.0.0.0/8', 'fd00::1'],
      },
    );
    // One on this machine is for trying out.
    expect(readSettings({ ...issuer, OIDC_ISSUER: 'http://127.0.0.1:9000' }).signIn.oidc?.issuer).toBe(
      'http://127.0.0.1:9000',
    );
  });

  it('never show a secret', () => {
    for (const environment of [{ CYPHER_TOKEN: 'a-short-secret' }, { CYPHER_TOKEN: `${token} and a blank` }]) {
      const saying = () => readSettings(environment);
      expect(saying).toThrow('its value is not shown');
      expect(saying).not.toThrow('secret');
      expect(saying).not.toThrow(token);
    }
  });

  it.each([
    [{ PORT: 'http' }, 'PORT is not a whole number: http'],
    [{ PORT: '70000' }, 'PORT is not between 0 and 65535: 70000'],
    [{ HOST: 'http://x' }, 'HOST is not a host name or address: http://x'],
    [{ NEO4J_URI: 'localhost:7687' }, 'NEO4J_URI does not look like'],
    [{ NEO4J_URI: 'bolt://localhost' }, 'NEO4J_PASSWORD is missing'],
    [{ CYPHER_CONSOLE: 'yes' }, 'CYPHER_CONSOLE is none of on, off and authenticated: yes'],
    [{ CYPHER_CONSOLE: 'authenticated' }, 'CYPHER_CONSOLE is authenticated: CYPHER_TOKEN or OIDC_ISSUER is needed'],
    [{ CYPHER_TOKEN: 'x'.repeat(31) }, 'CYPHER_TOKEN has fewer than 32 characters'],
    [{ CYPHER_TOKEN: `${'x'.repeat(31)}律` }, 'CYPHER_TOKEN has characters that cannot travel in a header'],
    [{ ...issuer, OIDC_AUDIENCE: '' }, 'OIDC_AUDIENCE is missing: OIDC_ISSUER is set'],
    [{ ...issuer, OIDC_ISSUER: 'http://id.example.org' }, 'OIDC_ISSUER is no https:// address: http://id.example.org'],
    [{ ...issuer, OIDC_ISSUER: 'id' }, 'OIDC_ISSUER is no https:// address: id'],
    [{ TRUST_PROXY: 'true' }, 'TRUST_PROXY is no list of addresses'],
    [{ TRUST_PROXY: '10.0.0.0/33' }, 'TRUST_PROXY is no list of addresses'],
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
