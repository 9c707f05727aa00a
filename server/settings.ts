import { isIP } from 'node:net';
import { z } from 'zod';
import type { ReadOptions } from './store/store.ts';

/** Everything that can be set from outside. */
export interface Settings {
  port: number;
  host: string;
  /** Host names under which the server may be asked for, beside those of this machine; empty for any. */
  allowedHosts: string[];
  neo4j: Neo4jSettings | undefined;
  /** Who may type queries: nobody, who signs in, who asks from this machine itself, or everybody. */
  cypherConsole: 'off' | 'authenticated' | 'here' | 'on';
  signIn: SignInSettings;
  /** Addresses and networks of the proxies whose word is taken for who asks; empty for none. */
  trustedProxies: string[];
  /** The folder of the data set's files; undefined where a Neo4j is to be shown as it is. */
  dataSetFolder: string | undefined;
  /** The file with the running text of the first data set's document; undefined where none is named. */
  documentText: string | undefined;
  /** Folders that the command line names, relative to where it was typed; those and no others are shown. Empty without. */
  namedFolders: string[];
  /** The folder of the embedded database. */
  dataFolder: string;
  logLevel: (typeof logLevels)[number];
  requestsPerMinute: number;
  /** Origins whose pages may show this one in a frame, as sources of a content security policy; empty for none. */
  embedOrigins: string[];
  /** Only the API, as the page's development server needs it. */
  apiOnly: boolean;
  /** Limits of a query of the catalogue. */
  queryLimits: Limits;
  /** Limits of a query that somebody typed. */
  cypherLimits: Limits;
  /** Limits of a typed query whose answer is sent as a file; its rows are limited by the request. */
  exportLimits: Omit<Limits, 'maxRows'>;
}

/** Which Neo4j answers, and as whom it is asked. */
export interface Neo4jSettings {
  uri: string;
  username: string;
  password: string;
  database: string | undefined;
}

/** How callers sign in; empty where they cannot. */
export interface SignInSettings {
  /** The token that all share. */
  token?: string | undefined;
  oidc?: OidcSettings | undefined;
}

/** An OpenID Connect issuer, and what its tokens must be made out for. */
export interface OidcSettings {
  issuer: string;
  audience: string;
}

type Limits = Omit<ReadOptions, 'signal'>;

/** A setting that cannot be used. The message is one sentence that names it. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;

const number = (least: number, most: number, usual: number) =>
  z
    .string()
    .regex(/^\d+$/, 'is not a whole number')
    .transform(Number)
    .refine((value) => value >= least && value <= most, `is not between ${least} and ${most}`)
    .default(usual);

const list = z.string().transform((items) => items.split(',').map((item) => item.trim().toLowerCase()));

const Environment = z.object({
  PORT: number(0, 65_535, 4300),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:-]+$/, 'is not a host name or address')
    .toLowerCase()
    .default('127.0.0.1'),
  ALLOWED_HOSTS: list.default([]),
  TRUST_PROXY: list
    .refine((items) => items.every(isNetwork), 'is no list of addresses, networks such as 10.0.0.0/8, and loopback')
    .default([]),
  NEO4J_URI: z
    .string()
    .regex(/^(bolt|neo4j)(\+s|\+ssc)?:\/\/[^/\s]+/, 'does not look like bolt://host:7687 or neo4j://host:7687')
    .optional(),
  NEO4J_USERNAME: z.string().default('neo4j'),
  NEO4J_PASSWORD: z.string().optional(),
  NEO4J_DATABASE: z.string().optional(),
  CYPHER_CONSOLE: z.enum(['on', 'off', 'authenticated'], 'is none of on, off and authenticated').optional(),
  CYPHER_TOKEN: z
    .string()
    .min(32, 'has fewer than 32 characters')
    .regex(/^[!-~]+$/, 'has characters that cannot travel in a header')
    .optional(),
  OIDC_ISSUER: z.string().refine(isIssuer, 'is no https:// address').optional(),
  OIDC_AUDIENCE: z.string().optional(),
  DATA_SET: z.string().default('graph-seed/jinhua-2011'),
  DOCUMENT_TEXT: z.string().optional(),
  DATA_DIR: z.string().default('.data'),
  LOG_LEVEL: z.enum(logLevels, `is none of ${logLevels.join(', ')}`).default('warn'),
  RATE_LIMIT_PER_MINUTE: number(1, 10_000_000, 1200),
  EMBED_ORIGINS: list
    .refine(
      (items) => items.every(isOriginSource),
      'is neither *, none, nor a list of origins such as https://example.org',
    )
    .default(['*']),
  QUERY_TIMEOUT_MS: number(100, 600_000, 10_000),
  QUERY_MAX_ROWS: number(1, 1_000_000, 20_000),
  QUERY_MAX_BYTES: number(1_000, 1_000_000_000, 16_000_000),
  CYPHER_TIMEOUT_MS: number(100, 600_000, 5_000),
  CYPHER_MAX_BYTES: number(1_000, 1_000_000_000, 4_000_000),
  EXPORT_TIMEOUT_MS: number(100, 3_600_000, 120_000),
  EXPORT_MAX_BYTES: number(1_000, 100_000_000_000, 1_000_000_000),
});

type Values = z.output<typeof Environment>;

/** Names of the environment variables that are read. */
export const variables = Object.keys(Environment.shape);

/**
 * Reads the settings. An empty variable counts as absent. Throws a SettingsError.
 * @param environment the variables of the process
 * @param argv arguments of the command: `--data folder`, as often as there are folders, and `--api-only`
 */
export function readSettings(environment: Record<string, string | undefined>, argv: string[] = []): Settings {
  const { namedFolders, apiOnly } = readOptions(argv);
  const given = Object.fromEntries(variables.flatMap((name) => (environment[name] ? [[name, environment[name]]] : [])));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const name = String(issue?.path[0]);
    throw new SettingsError(`${name} ${issue?.message}: ${shown(name, environment[name])}`);
  }
  const values = parsed.data;
  return {
    port: values.PORT,
    host: values.HOST,
    allowedHosts: values.ALLOWED_HOSTS,
    neo4j: neo4jSettings(values),
    cypherConsole: cypherConsole(values),
    signIn: signIn(values),
    trustedProxies: values.TRUST_PROXY,
    dataSetFolder: namedFolders[0] ?? dataSetFolder(values),
    namedFolders,
    documentText: documentText(values, namedFolders),
    dataFolder: values.DATA_DIR,
    logLevel: values.LOG_LEVEL,
    apiOnly,
    requestsPerMinute: values.RATE_LIMIT_PER_MINUTE,
    embedOrigins: values.EMBED_ORIGINS.filter((item) => item !== 'none'),
    queryLimits: {
      timeoutMs: values.QUERY_TIMEOUT_MS,
      maxRows: values.QUERY_MAX_ROWS,
      maxBytes: values.QUERY_MAX_BYTES,
    },
    cypherLimits: {
      timeoutMs: values.CYPHER_TIMEOUT_MS,
      maxRows: 10_000,
      maxBytes: values.CYPHER_MAX_BYTES,
    },
    exportLimits: { timeoutMs: values.EXPORT_TIMEOUT_MS, maxBytes: values.EXPORT_MAX_BYTES },
  };
}

/** The folder in which a command was typed, which npm tells in INIT_CWD; empty counts as absent. */
export function calledFrom({ INIT_CWD: folder }: Record<string, string | undefined>): string {
  return folder || process.cwd();
}

/** Whether an address can be reached from this machine only. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

function readOptions(argv: string[]): Pick<Settings, 'namedFolders' | 'apiOnly'> {
  const namedFolders: string[] = [];
  let apiOnly = false;
  const rest = argv.values();
  for (const argument of rest) {
    const [option, joined] = argument.startsWith('--data=') ? ['--data', argument.slice(7)] : [argument];
    if (option === '--api-only') {
      apiOnly = true;
      continue;
    }
    if (option !== '--data') {
      throw new SettingsError(`there is no option ${argument}; there are --data folder and --api-only`);
    }
    const folder = joined ?? rest.next().value;
    if (!folder || folder.startsWith('--')) throw new SettingsError('--data needs a folder: --data path/to/folder');
    namedFolders.push(folder);
  }
  return { namedFolders, apiOnly };
}

function signIn(values: Values): SignInSettings {
  const { CYPHER_TOKEN: token, OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience } = values;
  if (issuer === undefined) return { token };
  if (audience === undefined) throw new SettingsError('OIDC_AUDIENCE is missing: OIDC_ISSUER is set, so it is needed');
  return { token, oidc: { issuer, audience } };
}

/**
 * Whoever is at a machine whose loopback a server listens on owns it anyway. Elsewhere, and behind a proxy, ad hoc queries
 * are for those who sign in, or must be asked for.
 */
function cypherConsole(values: Values): Settings['cypherConsole'] {
  const { CYPHER_CONSOLE: chosen, HOST: host, TRUST_PROXY: proxies } = values;
  const canSignIn = values.CYPHER_TOKEN !== undefined || values.OIDC_ISSUER !== undefined;
  if (chosen === 'authenticated' && !canSignIn) {
    throw new SettingsError('CYPHER_CONSOLE is authenticated: CYPHER_TOKEN or OIDC_ISSUER is needed to sign in by');
  }
  if (chosen !== undefined) return chosen;
  if (canSignIn) return 'authenticated';
  return isLoopback(host) && proxies.length === 0 ? 'here' : 'off';
}

/** An address of https; of this machine, as in a trial, also of http. */
function isIssuer(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname.replace(/^\[|\]$/g, '')));
}

/** An address, a network, or the name of one, as Express takes them. */
function isNetwork(item: string): boolean {
  const [address = '', bits, more] = item.split('/');
  const version = isIP(address);
  if (version === 0) return ['loopback', 'linklocal', 'uniquelocal'].includes(item);
  return (
    more === undefined && (bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128)))
  );
}

/** `*` for any page, `none` for no page, or the origin of one; anything else could end the header's directive. */
function isOriginSource(item: string): boolean {
  return ['*', 'none'].includes(item) || /^https?:\/\/[a-z0-9.*-]+(:\d+)?$/.test(item);
}

function neo4jSettings(values: Values): Neo4jSettings | undefined {
  const { NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password, NEO4J_DATABASE: database } = values;
  if (uri === undefined) return undefined;
  if (password === undefined) throw new SettingsError('NEO4J_PASSWORD is missing: NEO4J_URI is set, so it is needed');
  return { uri, username, password, database };
}

function dataSetFolder({ DATA_SET: folder, NEO4J_URI: uri }: Values): string | undefined {
  if (folder !== 'none') return folder;
  if (uri === undefined) throw new SettingsError('DATA_SET is none: NEO4J_URI is missing, so there is nothing to show');
  return undefined;
}

function documentText({ DOCUMENT_TEXT: path, DATA_SET: folder }: Values, namedFolders: string[]): string | undefined {
  if (path !== undefined && folder === 'none' && namedFolders.length === 0) {
    throw new SettingsError('DATA_SET is none: DOCUMENT_TEXT is set, and there is no data set whose text it could be');
  }
  return path;
}

function shown(name: string, value: string | undefined): string {
  return /PASSWORD|TOKEN/.test(name) ? 'its value is not shown' : String(value);
}
