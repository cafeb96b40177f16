// A description of a service on the web → a provider: the address with the key in it, and which part of the JSON is which field.

import { isJsonObject } from '@fairlead/ir';
import type { JsonValue } from '../decision.ts';
import type { Provider, Reply, StopSignal } from './provider.ts';

/** Where a field stands in the answer: `organization.metrics.employees`, `people.0.title`; as a list where a name has a dot in it. */
export type JsonPath = string | readonly string[];

/** How a service is asked, and where in its JSON the fields stand. */
export interface HttpDescription {
  /** Has `{key}` in it, behind the host: `https://api.example/companies/{key}`. What is put there is percent-encoded. */
  readonly url: string;
  /** Headers, with the secret in one of them. They are said nowhere. */
  readonly headers?: Readonly<Record<string, string>>;
  /** By lead field. */
  readonly fields: Readonly<Record<string, JsonPath>>;
  /** A longer answer is not read. */
  readonly maxBytes?: number;
}

/** One request, for the host to send. */
export interface HttpRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly maxBytes: number;
  readonly stop: StopSignal;
}

/** What came back. `text` is undefined where it was longer than `maxBytes`. `retryAfter`: the header of that name. */
export interface HttpReply {
  readonly status: number;
  readonly text: string | undefined;
  readonly retryAfter?: string;
}

/** Gets an address over the network: the host's part. It follows no redirect, and rejects where nobody can be reached. */
export type HttpGet = (request: HttpRequest) => Promise<HttpReply>;

/** What stands for the key in the address. */
export const KEY_MARK = '{key}';

const MAX_BYTES = 1_048_576;
const MAX_KEY = 2_000;
/** How long until it is asked once more, where the service does not say. */
const AGAIN_MS = 100;
/** A service that wants more patience than this is not asked once more for this lead. */
const MAX_AGAIN_MS = 5_000;

/** Makes the provider. Whatever goes wrong is said without address, headers or answer: they may hold the secret or what is private. */
export function httpProvider(description: HttpDescription, get: HttpGet): Provider {
  const { url, headers = {}, maxBytes = MAX_BYTES } = description;
  const paths = Object.entries(description.fields).map(([field, path]) => [field, stepsOf(path)] as const);
  return {
    ask: async ({ key, stop }) => {
      const encoded = encodedKey(key);
      if (encoded === undefined) return { kind: 'nothing' };
      try {
        const reply = await get({ url: url.replaceAll(KEY_MARK, () => encoded), headers, maxBytes, stop });
        return readReply(reply, paths);
      } catch {
        return { kind: 'failed', why: 'it could not be reached', again: { afterMs: AGAIN_MS } };
      }
    },
  };
}

/** Undefined for keys that cannot stand in an address: `.` and `..` mean another place, and nobody's key is that long. */
function encodedKey(key: string): string | undefined {
  return /^\.{1,2}$/.test(key) || key.length > MAX_KEY ? undefined : encodeURIComponent(key.toWellFormed());
}

type Paths = readonly (readonly [field: string, steps: readonly string[]])[];

function readReply({ status, text, retryAfter }: HttpReply, paths: Paths): Reply {
  if (status === 404 || status === 410 || status === 204) return { kind: 'nothing' };
  if (status === 200 || status === 203) return text === undefined ? TOO_LONG : readJson(text, paths);
  const why = STATUS_WORDS[status] ?? (status >= 300 && status < 400 ? REDIRECT : 'it answered with an error');
  const afterMs = againAfter(status, retryAfter);
  return { kind: 'failed', why: `${why} (HTTP ${status})`, ...(afterMs === undefined ? {} : { again: { afterMs } }) };
}

const TOO_LONG: Reply = { kind: 'failed', why: 'its answer was too long' };
const REDIRECT = 'it pointed to another address, which is not followed';

const STATUS_WORDS: Readonly<Record<number, string>> = {
  202: 'it was still looking',
  400: 'it did not understand the question',
  401: 'it did not accept the secret',
  403: 'it did not accept the secret',
  408: 'it was too slow',
  429: 'it was asked too often',
  500: 'it had a fault',
  502: 'it had a fault',
  503: 'it was not available',
  504: 'it was too slow',
};

/** Only where asking once more may help: when it was still looking, was asked too often or had a fault of its own. */
function againAfter(status: number, retryAfter: string | undefined): number | undefined {
  if (status !== 202 && status !== 408 && status !== 429 && status < 500) return undefined;
  const seconds = retryAfter === undefined ? undefined : /^\d{1,6}$/.exec(retryAfter.trim())?.[0];
  const afterMs = seconds === undefined ? AGAIN_MS : Number(seconds) * 1000;
  return afterMs > MAX_AGAIN_MS ? undefined : Math.max(afterMs, AGAIN_MS);
}

function readJson(text: string, paths: Paths): Reply {
  let json: JsonValue;
  try {
    // JSON is what this gives.
    json = JSON.parse(text) as JsonValue;
  } catch {
    return { kind: 'failed', why: 'its answer was not JSON' };
  }
  if (!isJsonObject(json)) return { kind: 'failed', why: 'its answer was no object' };
  const values = paths.flatMap(([field, steps]) => {
    const value = steps.reduce<JsonValue | undefined>(stepInto, json);
    return value === undefined || value === null ? [] : [[field, value] as const];
  });
  return values.length === 0 ? { kind: 'nothing' } : { kind: 'answered', values: Object.fromEntries(values) };
}

function stepInto(json: JsonValue | undefined, step: string): JsonValue | undefined {
  if (Array.isArray(json)) return /^\d{1,6}$/.test(step) ? json[Number(step)] : undefined;
  return isJsonObject(json) && Object.hasOwn(json, step) ? json[step] : undefined;
}

function stepsOf(path: JsonPath): readonly string[] {
  return typeof path === 'string' ? path.split('.') : path;
}
