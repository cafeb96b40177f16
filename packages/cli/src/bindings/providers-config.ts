// The JSON of a providers file → which providers there are and how each is asked, or what is wrong with it, place by place.
import { isJsonObject } from '@fairlead/ir';
import { KEY_MARK } from '@fairlead/runtime/enrich';
import { quoted } from '../output/clean-text.ts';
import { listed } from '../output/words.ts';

/** The version of the form. */
export const PROVIDERS_FORMAT = 'fairlead-providers/1';

/** How one provider is asked. Files as written: relative to the providers file. */
export type ProviderConfig =
  | {
      readonly kind: 'http';
      readonly url: string;
      readonly headers: Readonly<Record<string, string>>;
      readonly fields: Readonly<Record<string, string | readonly string[]>>;
      readonly maxBytes?: number;
    }
  | {
      readonly kind: 'csv';
      readonly file: string;
      readonly key: string;
      readonly fields: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'recorded' | 'decisions'; readonly file: string };

/** A providers file. */
export interface ProvidersConfig {
  /** In code-point order of the names. */
  readonly providers: ReadonlyMap<string, ProviderConfig>;
  /** Where answers are kept from run to run, as written. */
  readonly keep?: string;
}

/** The configuration, or problems: each a place and a sentence without a full stop. */
export type ReadConfig =
  | { readonly ok: true; readonly config: ProvidersConfig }
  | { readonly ok: false; readonly problems: readonly string[] };

type Env = Readonly<Record<string, string | undefined>>;
type JsonObject = Readonly<Record<string, unknown>>;

/**
 * Checks the JSON and puts what `${NAME}` stands for in its place. No secret is in a problem. Secrets of providers that are not `wanted` need not be
 * there.
 */
export function readProvidersConfig(json: unknown, env: Env, wanted: ReadonlySet<string>): ReadConfig {
  const problems: string[] = [];
  const checking: Checking = { env, wanted, report: (place, what) => void problems.push(`${place}: ${what}`) };
  const config = readWhole(checking, json);
  return config !== undefined && problems.length === 0 ? { ok: true, config } : { ok: false, problems };
}

interface Checking {
  readonly env: Env;
  readonly wanted: ReadonlySet<string>;
  readonly report: (place: string, what: string) => void;
}

function readWhole(checking: Checking, json: unknown): ProvidersConfig | undefined {
  const { report } = checking;
  if (!isJsonObject(json)) {
    report('the whole file', `should be an object: {"format": "${PROVIDERS_FORMAT}", "providers": {…}}`);
    return undefined;
  }
  knownKeys(checking, '', json, ['format', 'providers', 'keep']);
  if (json['format'] !== PROVIDERS_FORMAT) report('format', `should be "${PROVIDERS_FORMAT}"`);
  const { keep } = json;
  if (keep !== undefined && !isText(keep)) report('keep', 'should name a file, such as "answers.ndjson"');
  const given = json['providers'];
  if (!isJsonObject(given)) {
    report('providers', 'should be an object: the name of each provider as the policy says it, and how it is asked');
    return undefined;
  }
  const read = Object.entries(given)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, one]) => {
      const env = checking.wanted.has(name) ? checking.env : ANY_ENV;
      const provider = readProvider({ ...checking, env }, `providers.${name}`, one);
      return provider === undefined ? [] : [[name, provider] as const];
    });
  return { providers: new Map(read), ...(isText(keep) ? { keep } : {}) };
}

/** In place of secrets that nobody will send. */
const ANY_ENV: Env = new Proxy({}, { get: () => 'unused' });

const KINDS: { readonly [kind in ProviderConfig['kind']]: readonly string[] } = {
  http: ['kind', 'url', 'headers', 'fields', 'maxBytes'],
  csv: ['kind', 'file', 'key', 'fields'],
  recorded: ['kind', 'file'],
  decisions: ['kind', 'file'],
};

function readProvider(checking: Checking, place: string, json: unknown): ProviderConfig | undefined {
  const { report } = checking;
  const kinds = listed(Object.keys(KINDS).map((kind) => `"${kind}"`)).replace(' and ', ' or ');
  if (!isJsonObject(json)) {
    report(place, `should be an object with a "kind": ${kinds}`);
    return undefined;
  }
  const { kind } = json;
  if (!isKind(kind)) {
    report(`${place}.kind`, `should be ${kinds}${isText(kind) ? `, and is ${quoted(kind)}` : ''}`);
    return undefined;
  }
  knownKeys(checking, place, json, KINDS[kind]);
  if (kind === 'http') return readHttp(checking, place, json);
  const { file } = json;
  if (!isText(file)) report(`${place}.file`, 'should name a file');
  if (!isText(file)) return undefined;
  if (kind !== 'csv') return { kind, file };
  const { key } = json;
  if (!isText(key)) report(`${place}.key`, 'should name the column that holds the keys');
  const fields = readFields(checking, place, json['fields'], 'the name of a column', isText);
  return isText(key) && fields !== undefined ? { kind, file, key, fields } : undefined;
}

function readHttp(checking: Checking, place: string, json: JsonObject): ProviderConfig | undefined {
  const { report } = checking;
  const { maxBytes } = json;
  const url = readUrl(checking, `${place}.url`, json['url']);
  const headers = readHeaders(checking, `${place}.headers`, json['headers']);
  const fields = readFields(checking, place, json['fields'], 'a path such as "company.size"', isPath);
  const isSize = typeof maxBytes === 'number' && Number.isInteger(maxBytes) && maxBytes > 0;
  if (maxBytes !== undefined && !isSize) report(`${place}.maxBytes`, 'should be a whole number of bytes');
  if (url === undefined || headers === undefined || fields === undefined) return undefined;
  return { kind: 'http', url, headers, fields, ...(isSize ? { maxBytes } : {}) };
}

function readFields<T>(
  { report }: Checking,
  place: string,
  json: unknown,
  what: string,
  fits: (value: unknown) => value is T,
): Readonly<Record<string, T>> | undefined {
  if (!isJsonObject(json) || Object.keys(json).length === 0) {
    report(`${place}.fields`, `should say where each field of the lead stands: {"employees": ${what}}`);
    return undefined;
  }
  const read = Object.entries(json).flatMap(([field, value]) => {
    if (fits(value)) return [[field, value] as const];
    report(`${place}.fields.${field}`, `should be ${what}`);
    return [];
  });
  return Object.fromEntries(read);
}

// ---- addresses and secrets -----------------------------------------------------------------------------------------

/** Hosts that are this machine: nothing leaves it, so `http` will do. */
const OWN_HOSTS: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);
/** What a secret is usually called. */
const SECRET_NAME = /auth|cookie|secret|token|passw|(^|[-_])key$|api-?_?key/i;

function readUrl(checking: Checking, place: string, json: unknown): string | undefined {
  const { report } = checking;
  if (!isText(json)) {
    report(place, `should be an address with ${KEY_MARK} in it, such as "https://api.example/companies/${KEY_MARK}"`);
    return undefined;
  }
  const url = filledIn(checking, place, json, encodeURIComponent);
  const [one, other] = ['k1', 'k2'].map((key) => addressOf((url ?? json).replaceAll(KEY_MARK, key)));
  if (one === undefined || other === undefined) report(place, 'is not an address that can be asked');
  else if (one.origin !== other.origin) report(place, `has ${KEY_MARK} in its host: keys go behind the first "/"`);
  else if (!json.includes(KEY_MARK)) report(place, `should say where the key goes: ${KEY_MARK}`);
  else if (one.username !== '' || one.password !== '') report(place, 'has a password in it: send it in a header');
  else if (one.protocol !== 'https:' && !(one.protocol === 'http:' && OWN_HOSTS.has(one.hostname))) {
    report(place, 'should begin with https://; only localhost may be asked by http://');
  } else reportSecrets(checking, place, json, one);
  return url;
}

/** A secret that stands in the file itself would be shared with everybody who sees the file. */
function reportSecrets({ report }: Checking, place: string, written: string, { searchParams }: URL): void {
  for (const name of searchParams.keys()) {
    if (!SECRET_NAME.test(name)) continue;
    const value = new RegExp(`[?&]${name.replace(/[.*+?^$()[\]{}|\\]/g, '\\$&')}=([^&]*)`).exec(written)?.[1] ?? '';
    if (!/\$\{\w+\}/.test(value) && !value.includes(KEY_MARK)) report(place, secretWords(name));
  }
}

function secretWords(name: string): string {
  return `${quoted(name)} holds a secret. Keep it in the environment, and write "\${NAME}" here, with the name of the variable`;
}

function addressOf(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

function readHeaders(checking: Checking, place: string, json: unknown): Readonly<Record<string, string>> | undefined {
  const { report } = checking;
  if (json === undefined) return {};
  if (!isJsonObject(json)) {
    report(place, 'should be an object: the name of each header and what it says');
    return undefined;
  }
  const headers = Object.entries(json).flatMap(([name, value]) => {
    const here = `${place}.${name}`;
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) report(here, 'is not the name of a header');
    else if (!isText(value)) report(here, 'should be text');
    else if (SECRET_NAME.test(name) && !/\$\{\w+\}/.test(value)) report(here, secretWords(name));
    else {
      const filled = filledIn(checking, here, value, (secret) => secret);
      if (filled !== undefined && /[^\t\x20-\x7e\x80-\xff]/.test(filled))
        report(here, 'has signs that no header may have');
      else if (filled !== undefined) return [[name, filled] as const];
    }
    return [];
  });
  return Object.fromEntries(headers);
}

/** Puts the environment's words in place of `${NAME}`; undefined where it has none. */
function filledIn(
  { env, report }: Checking,
  place: string,
  text: string,
  written: (secret: string) => string,
): string | undefined {
  let isWhole = true;
  const filled = text.replace(/\$\{([^}]*)\}/g, (_, name: string) => {
    const value = env[name]?.trim() ?? '';
    if (value !== '') return written(value);
    isWhole = false;
    report(
      place,
      `the environment has nothing under ${quoted(name)}. Set it before you call: ${name}=… fairlead route …`,
    );
    return '';
  });
  return isWhole ? filled : undefined;
}

// ---- small things --------------------------------------------------------------------------------------------------

function knownKeys({ report }: Checking, place: string, json: JsonObject, keys: readonly string[]): void {
  for (const key of Object.keys(json)) {
    if (keys.includes(key)) continue;
    report(place === '' ? key : `${place}.${key}`, `is not known here; there is ${listed(keys.map(quoted))}`);
  }
}

function isKind(value: unknown): value is ProviderConfig['kind'] {
  return typeof value === 'string' && Object.hasOwn(KINDS, value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function isPath(value: unknown): value is string | readonly string[] {
  return isText(value) || (Array.isArray(value) && value.length > 0 && value.every((step) => typeof step === 'string'));
}
