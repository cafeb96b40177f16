// A question that several may wait for → one reply: asked once, retried within the provider's budget, stopped when nobody waits any longer.

import { isJsonObject } from '@fairlead/ir';
import type { Patience } from './patience.ts';
import { type Provider, type Question, type Reply, type StopSignal, startStop } from './provider.ts';

/** Waits so long, or until it is stopped. */
export type Wait = (ms: number, stop: StopSignal) => Promise<void>;

/** A question under way. */
export interface Call {
  readonly askedAtMs: number;
  /** Never rejects. */
  readonly reply: Promise<Reply>;
  /** Somebody waits too. */
  readonly join: () => void;
  /** Somebody waits no longer; when nobody does, the provider is told to stop. */
  readonly leave: () => void;
  /** Whether nobody waited any longer: then there will be no reply that counts. */
  readonly isStopped: () => boolean;
  /** How often the provider was asked so far. */
  readonly tries: () => number;
}

/** What a call needs beside the question. */
export interface CallParts {
  readonly provider: Provider;
  readonly question: Omit<Question, 'stop'>;
  readonly patience: Patience;
  readonly wait: Wait;
  readonly nowMs: () => number;
}

/** Asks. Whoever calls this has joined. */
export function callProvider(parts: CallParts): Call {
  const { nowMs } = parts;
  const stop = startStop();
  const tries = { count: 0 };
  let waiting = 1;
  let settled = false;
  const askedAtMs = nowMs();
  const reply = untilAnswered(parts, stop, tries).then((answer) => {
    settled = true;
    if (stop.isStopped()) return answer;
    if (answer.kind === 'failed') parts.patience.failed(nowMs());
    else parts.patience.succeeded();
    return answer;
  });
  return {
    askedAtMs,
    reply,
    join: () => {
      waiting += 1;
    },
    leave: () => {
      waiting -= 1;
      if (waiting > 0 || settled) return;
      parts.patience.failed(nowMs());
      stop.stop();
    },
    isStopped: stop.isStopped,
    tries: () => tries.count,
  };
}

/** The first question and at most so many more. */
const MOST_RETRIES = 2;

async function untilAnswered(
  { provider, question, patience, wait }: CallParts,
  stop: StopSignal,
  tries: { count: number },
): Promise<Reply> {
  for (;;) {
    tries.count += 1;
    const reply = await askOnce(provider, { ...question, stop });
    if (reply.kind !== 'failed' || reply.again === undefined || stop.isStopped()) return reply;
    if (tries.count > MOST_RETRIES || !patience.mayRetry()) return reply;
    await wait(reply.again.afterMs * 2 ** (tries.count - 1), stop);
    if (stop.isStopped()) return reply;
  }
}

/** What a provider throws may hold a secret or a private key: only that it failed is said. */
async function askOnce(provider: Provider, question: Question): Promise<Reply> {
  try {
    return checked(await provider.ask(question));
  } catch {
    return { kind: 'failed', why: 'it could not be asked' };
  }
}

/** Providers are other people's: a reply of another shape is a failure. */
function checked(reply: unknown): Reply {
  if (!isJsonObject(reply)) return NO_REPLY;
  switch (reply['kind']) {
    case 'nothing':
      return { kind: 'nothing' };
    case 'answered':
      // Values are checked against the fields' types when the lead is filled.
      return isJsonObject(reply['values']) ? (reply as Reply) : NO_REPLY;
    case 'failed':
      return typeof reply['why'] === 'string' ? failure(reply['why'], reply['again']) : NO_REPLY;
    default:
      return NO_REPLY;
  }
}

function failure(why: string, again: unknown): Reply {
  const afterMs = isJsonObject(again) ? again['afterMs'] : undefined;
  return { kind: 'failed', why, ...(typeof afterMs === 'number' && afterMs >= 0 ? { again: { afterMs } } : {}) };
}

const NO_REPLY: Reply = { kind: 'failed', why: 'its answer was no object' };
