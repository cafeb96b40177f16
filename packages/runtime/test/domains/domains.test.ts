// Registrable domains and free mail, in all the ways in which leads write them.
import { domainToASCII } from 'node:url';
import { compareCodePoints } from '@fairlead/ir';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { companyDomain, domains, isFreeMail, registrableDomain } from '../../src/domains/domains.ts';
import { FREE_MAIL_HOSTS, FREE_MAIL_VERSION } from '../../src/domains/free-mail-list.ts';
import { decodePunycode } from '../../src/domains/punycode.ts';

const seed = 20261122;

describe('the registrable domain', () => {
  test.each([
    ['ana@acme.example', 'acme.example'],
    ['ana@mail.acme.co.uk', 'acme.co.uk'],
    ['  Ana.Ruiz+x@ACME.Example. ', 'acme.example'],
    ['mailto:ana@acme.example', 'acme.example'],
    ['"odd@local"@acme.example', 'acme.example'],
    ['acme.example', 'acme.example'],
    ['www.acme.com.br', 'acme.com.br'],
    ['https://user:secret@www.acme.example:8080/path?q=b.example#c', 'acme.example'],
    ['//acme.example/x', 'acme.example'],
    ['acme.example/path@x', 'acme.example'],
    ['acme_1.example', 'acme_1.example'],
    ['müller.de', 'müller.de'],
    ['MÜLLER.DE', 'müller.de'],
    ['mu\u0308ller.de', 'müller.de'],
    ['xn--mller-kva.de', 'müller.de'],
    ['k@XN--MLLER-KVA.de', 'müller.de'],
    ['www.xn--fiqs8s', 'www.中国'],
    ['acme.公司.cn', 'acme.公司.cn'],
    ['acme.xn--55qx5d.cn', 'acme.公司.cn'],
    ['ａｃｍｅ．example', 'acme.example'],
    ['acme。example', 'acme.example'],
    ['straße.de', 'straße.de'],
    ['acme.github.io', 'acme.github.io'],
    ['www.acme.github.io', 'acme.github.io'],
    ['ana@github.io', 'github.io'],
    ['xn--9.example', 'xn--9.example'],
    ['ana@gmail.com', 'gmail.com'],
  ])('%s', (text, domain) => {
    expect(registrableDomain(text)).toBe(domain);
  });

  test.each([
    '',
    '   ',
    'acme',
    'ana@acme',
    'localhost',
    '192.168.0.1',
    'ana@192.168.0.1',
    'ana@[192.168.0.1]',
    'http://[::1]/x',
    '2001:db8::1',
    '1.2.3.4.5',
    'co.uk',
    'ana@co.uk',
    'Acme Corp.',
    'acme corp.example',
    'a..example',
    '-acme.example',
    'acme.example，',
    'n/a',
    '@',
    '.',
    `${'a.'.repeat(2000)}example`,
  ])('%j has none', (text) => {
    expect(registrableDomain(text)).toBeUndefined();
    expect(companyDomain(text)).toBeUndefined();
  });

  test('any text has one or none, and it is its own domain', () => {
    const parts = fc.string({ unit: fc.constantFrom(...'aZ09-_.@:/ ?#[]%ü。xn'), maxLength: 24 });
    fc.assert(
      fc.property(fc.oneof(fc.string(), parts, fc.emailAddress(), fc.webUrl(), fc.domain()), (text) => {
        const domain = registrableDomain(text);
        if (domain !== undefined) expect(registrableDomain(domain)).toBe(domain);
      }),
      { seed, numRuns: 5000 },
    );
  });

  test('addresses and URLs of a host have its domain, in any case of letters', () => {
    fc.assert(
      fc.property(fc.domain(), fc.nat(), (host, n) => {
        const domain = registrableDomain(host);
        expect(registrableDomain(`ana${n}@${host}`)).toBe(domain);
        expect(registrableDomain(`https://${host}/ana/${n}`)).toBe(domain);
        expect(registrableDomain(`${host.toUpperCase()}.`)).toBe(domain);
        if (domain !== undefined) expect(registrableDomain(`mail.${host}`)?.endsWith(domain)).toBe(true);
      }),
      { seed, numRuns: 1000 },
    );
  });
});

describe('Punycode', () => {
  test.each([
    ['mller-kva', 'müller'],
    ['fiqs8s', '中国'],
    ['strae-oqa', 'straße'],
    ['', undefined],
    ['9', undefined],
    ['a'.repeat(64), undefined],
  ])('%s', (label, expected) => {
    expect(decodePunycode(label)).toBe(expected);
  });

  test('what Node encodes is decoded', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'abz09äöüéñøłšжя中国日本한글'), minLength: 1, maxLength: 12 }),
        (label) => {
          const ascii = domainToASCII(`${label}.example`).replace(/\.example$/, '');
          if (ascii.startsWith('xn--')) expect(decodePunycode(ascii.slice(4))).toBe(label);
        },
      ),
      { seed, numRuns: 3000 },
    );
  });

  test('no text is an error', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abcxyz0129-'), maxLength: 63 }), (label) => {
        expect(['string', 'undefined']).toContain(typeof decodePunycode(label));
      }),
      { seed, numRuns: 5000 },
    );
  });
});

describe('free mail', () => {
  test.each([
    'ana@gmail.com',
    'ana@GMX.DE',
    'ana@web.de',
    'ana@mail.ru',
    'ana@yahoo.co.uk',
    'ana@yahoo.fr',
    'ana@qq.com',
    'ana@vip.163.com',
    'ana@libero.it',
    'ana@orange.fr',
    'ana@seznam.cz',
    'ana@wp.pl',
    'ana@rediffmail.com',
    'ana@outlook.com.br',
    'ana@hotmail.co.uk',
    'ana@proton.me',
    'ana@icloud.com',
    'ana@tampabay.rr.com',
    'ana@docomo.ne.jp',
    'ana@mailinator.com',
    'https://mail.yandex.ru/x',
  ])('%s', (text) => {
    expect(isFreeMail(text)).toBe(true);
    expect(companyDomain(text)).toBeUndefined();
    expect(domains.isFreeMail(text)).toBe(true);
  });

  test.each([
    'ana@acme.example',
    'ana@notgmail.com',
    'ana@gmail.com.acme.example',
    'ana@google.com',
    'gmail',
    '',
    'ana@yahoo.example',
  ])('not %s', (text) => {
    expect(isFreeMail(text)).toBe(false);
  });

  test('the list is sorted, without duplicates, and each host has a domain', () => {
    expect([...FREE_MAIL_HOSTS].sort(compareCodePoints)).toEqual([...FREE_MAIL_HOSTS]);
    expect(new Set(FREE_MAIL_HOSTS).size).toBe(FREE_MAIL_HOSTS.length);
    expect(FREE_MAIL_HOSTS.filter((host) => registrableDomain(host) === undefined)).toEqual([]);
    expect(FREE_MAIL_HOSTS.filter((host) => !isFreeMail(host))).toEqual([]);
    expect(FREE_MAIL_VERSION).toBe('free-mail-1');
  });
});
