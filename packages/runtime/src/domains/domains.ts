// Turns e-mail addresses, hosts and URLs into the domain that somebody registered, and says which of them are free mail.

import { trimText } from '@fairlead/ir';
import { parse } from 'tldts';
import type { Domains } from '../world.ts';
import { FREE_MAIL_HOSTS } from './free-mail-list.ts';
import { decodePunycode } from './punycode.ts';

/** Longer text is no address; nothing is looked for in it. */
const MAX_TEXT = 2048;

/**
 * The domain that somebody registered: `acme.co.uk` of `ana@mail.acme.co.uk`, `HTTPS://www.acme.co.uk./path` or
 * `acme.co.uk`. Lower case, international names as people write them (`müller.de`, also of `xn--mller-kva.de`). By the
 * public suffix list with its private part: `acme` and `bolt` are two on a host where anybody gets a name of their own
 * (`acme.github.io`), while the provider itself is the domain of who writes from it (`ana@github.io`). A top-level domain
 * that nobody knows counts like `com`. Undefined for addresses by number, single names, bare suffixes and other text.
 */
export function registrableDomain(text: string): string | undefined {
  const host = hostOf(text);
  return host === undefined ? undefined : domainOfHost(host);
}

/** Whether an address, host or URL is on a host where anybody gets a mailbox (the published list), or under one. */
export function isFreeMail(text: string): boolean {
  let host = hostOf(text);
  while (host !== undefined) {
    if (FREE_MAIL.has(host)) return true;
    const dot = host.indexOf('.');
    host = dot === -1 ? undefined : host.slice(dot + 1);
  }
  return false;
}

/** `domain of` in the language: the {@link registrableDomain}, undefined for free mail. */
export function companyDomain(text: string): string | undefined {
  return isFreeMail(text) ? undefined : registrableDomain(text);
}

/** What a decision asks of these lists. */
export const domains: Domains = { registrable: registrableDomain, isFreeMail };

const FREE_MAIL: ReadonlySet<string> = new Set(FREE_MAIL_HOSTS);

/** The host of an address or URL, in one form for all ways to write it; undefined if there is none or it is a number. */
function hostOf(text: string): string | undefined {
  const trimmed = trimText(text);
  if (trimmed === '' || trimmed.length > MAX_TEXT) return undefined;
  const { hostname, isIp } = parse(trimmed);
  if (hostname === null || isIp === true) return undefined;
  const host = isAscii(hostname) ? hostname : hostname.normalize('NFKC').replaceAll('。', '.').toLowerCase();
  const labels = host.split('.').map(readable);
  const last = labels.at(-1) ?? '';
  return labels.length > 1 && labels.every((label) => LABEL.test(label)) && !/^\d+$/.test(last)
    ? labels.join('.')
    : undefined;
}

/** Letters, digits and marks of any script, hyphens inside, and the underscore that some hosts have. */
const LABEL = /^(?!-)[\p{L}\p{N}\p{M}_-]+(?<!-)$/u;

function isAscii(text: string): boolean {
  return !/[\u0080-\uffff]/.test(text);
}

/** A label as people write it; one that is no Punycode after all stays as it is. */
function readable(label: string): string {
  if (!label.startsWith('xn--')) return label;
  const decoded = decodePunycode(label.slice(4))?.normalize('NFC').toLowerCase();
  return decoded === undefined || isAscii(decoded) ? label : decoded;
}

function domainOfHost(host: string): string | undefined {
  const found = parse(host, { extractHostname: false, allowPrivateDomains: true });
  if (found.domain !== null) return found.domain;
  // The bare host of a provider is a suffix by the private part of the list only.
  return found.isPrivate === true ? (parse(host, { extractHostname: false }).domain ?? undefined) : undefined;
}
