import { z } from 'zod';
import type { ReadOptions } from './store/store.ts';

/** Everything that can be set from outside. */
export interface Settings {
  port: number;
  host: string;
  /** Host names under which the server may be asked for, beside those of this machine; empty for any. */
  allowedHosts: string[];
  neo4j: Neo4jSettings | undefined;
  cypherConsole: boolean;
  /** The folder of the data set's files; undefined where a Neo4j is to be shown as it is. */
  dataSetFolder: string | undefined;
  /** The folder of the embedded database. */
  dataFolder: string;
  logLevel: (typeof logLevels)[number];
  requestsPerMinute: number;
  /** Only the API, as the page's development server needs it. */
  apiOnly: boolean;
  /** Limits of a query of the catalogue. */
  queryLimits: Limits;
  /** Limits of a query that somebody typed. */
  cypherLimits: Limits;
}

export interface Neo4jSettings {
  uri: string;
  username: string;
  password: string;
  database: string | undefined;
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

const Environment = z.object({
  PORT: number(0, 65_535, 4300),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:-]+$/, 'is not a host name or address')
    .default('127.0.0.1'),
  ALLOWED_HOSTS: z
    .string()
    .transform((list) => list.split(',').map((host) => host.trim().toLowerCase()))
    .default([]),
  NEO4J_URI: z
    .string()
    .regex(/^(bolt|neo4j)(\+s|\+ssc)?:\/\/[^/\s]+/, 'does not look like bolt://host:7687 or neo4j://host:7687')
    .optional(),
  NEO4J_USERNAME: z.string().default('neo4j'),
  NEO4J_PASSWORD: z.string().optional(),
  NEO4J_DATABASE: z.string().optional(),
  CYPHER_CONSOLE: z.enum(['on', 'off', 'authenticated'], 'is none of on, off and authenticated').optional(),
  DATA_SET: z.string().default('graph-seed/jinhua-2011'),
  DATA_DIR: z.string().default('.data'),
  LOG_LEVEL: z.enum(logLevels, `is none of ${logLevels.join(', ')}`).default('warn'),
  RATE_LIMIT_PER_MINUTE: number(1, 10_000_000, 1200),
  QUERY_TIMEOUT_MS: number(100, 600_000, 10_000),
  QUERY_MAX_ROWS: number(1, 1_000_000, 20_000),
  QUERY_MAX_BYTES: number(1_000, 1_000_000_000, 16_000_000),
  CYPHER_TIMEOUT_MS: number(100, 600_000, 5_000),
  CYPHER_MAX_BYTES: number(1_000, 1_000_000_000, 4_000_000),
});

/** Names of the environment variables that are read. */
export const variables = Object.keys(Environment.shape);

/**
 * Reads the settings. An empty variable counts as absent. Throws a SettingsError.
 * @param environment the variables of the process
 * @param argv arguments of the command; `--api-only` is the one there is
 */
export function readSettings(environment: Record<string, string | undefined>, argv: string[] = []): Settings {
  const unknown = argv.find((argument) => argument !== '--api-only');
  if (unknown !== undefined) throw new SettingsError(`there is no option ${unknown}; the only one is --api-only`);
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
    // Whoever can reach a server on loopback owns the machine anyway. Elsewhere ad hoc queries must be asked for; with
    // `authenticated` they stay off, until there is a way to sign in.
    cypherConsole: values.CYPHER_CONSOLE === 'on' || (values.CYPHER_CONSOLE === undefined && isLoopback(values.HOST)),
    dataSetFolder: dataSetFolder(values),
    dataFolder: values.DATA_DIR,
    logLevel: values.LOG_LEVEL,
    apiOnly: argv.includes('--api-only'),
    requestsPerMinute: values.RATE_LIMIT_PER_MINUTE,
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
  };
}

/** Whether an address can be reached from this machine only. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

function neo4jSettings(values: z.output<typeof Environment>): Neo4jSettings | undefined {
  const { NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password, NEO4J_DATABASE: database } = values;
  if (uri === undefined) return undefined;
  if (password === undefined) throw new SettingsError('NEO4J_PASSWORD is missing: NEO4J_URI is set, so it is needed');
  return { uri, username, password, database };
}

function dataSetFolder({ DATA_SET: folder, NEO4J_URI: uri }: z.output<typeof Environment>): string | undefined {
  if (folder !== 'none') return folder;
  if (uri === undefined) throw new SettingsError('DATA_SET is none: NEO4J_URI is missing, so there is nothing to show');
  return undefined;
}

function shown(name: string, value: string | undefined): string {
  return /PASSWORD/.test(name) ? 'its value is not shown' : String(value);
}
