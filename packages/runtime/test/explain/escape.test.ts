// Text from outside does nothing but stand there: on a terminal and in Markdown.
import { describe, expect, it } from 'vitest';
import { markdownCode, markdownText, plainText } from '../../src/explain/escape.ts';
import { explain } from '../../src/explain/explain.ts';
import { renderMarkdown } from '../../src/explain/render-markdown.ts';
import { renderText } from '../../src/explain/render-text.ts';
import { inbound } from '../decide/inbound.ts';
import { MORNING } from '../decide/samples.ts';
import { scene } from '../decide/scene.ts';

describe('plain text', () => {
  it.each([
    ['colours', '\u001b[31mred\u001b[0m', '\\u{1b}[31mred\\u{1b}[0m'],
    ['the C1 form of the same', '\u009b31m', '\\u{9b}31m'],
    ['line breaks', 'a\r\nb\tc', 'a\\u{d}\\u{a}b\\u{9}c'],
    ['separators', 'a\u2028b\u2029c', 'a\\u{2028}b\\u{2029}c'],
    ['direction', 'user\u202egnp.exe', 'user\\u{202e}gnp.exe'],
    ['what cannot be seen', 'a\u200bb\ufeffc\u{e0041}', 'a\\u{200b}b\\u{feff}c\\u{e0041}'],
    ['half a pair', 'a\ud800b', 'a\\u{d800}b'],
    ['letters, emoji and joiners', 'Zoë 👩‍💻 नमस्ते', 'Zoë 👩‍💻 नमस्ते'],
  ])('%s', (_, text, shown) => {
    expect(plainText(text)).toBe(shown);
  });
});

describe('Markdown', () => {
  it.each([
    ['HTML', '<img src=x onerror=alert(1)>', '&#60;img src=x onerror=alert(1)&#62;'],
    ['entities', '&lt;', '&#38;lt;'],
    ['links and images', '![x](y)', '!\\[x\\](y)'],
    ['bare links', 'see https://a.example www.b.example', 'see https\\://a.example www\\.b.example'],
    ['emphasis, tables, strikes', '*a* _b_ |c| ~~d~~ $e$', '\\*a\\* \\_b\\_ \\|c\\| \\~\\~d\\~\\~ \\$e\\$'],
    ['mentions and issues', '@all #1', '&#64;all \\#1'],
    ['lists', '1. one', '1\\. one'],
    ['lists', '- one', '\\- one'],
    ['headings below', '=== ', '\\==='],
    ['a code span that is not closed', '`a', '\\`a'],
    ['quotes become code', 'industry was "a`b" here', 'industry was ``"a`b"`` here'],
    ['quotes in quotes', 'was "say \\"*hi*\\"" *now*', 'was `"say \\"*hi*\\""` \\*now\\*'],
  ])('%s: %s', (_, text, shown) => {
    expect(markdownText(text)).toBe(shown);
  });

  it('fences code with more backticks than are in it', () => {
    expect(markdownCode('a``b`c')).toBe('```a``b`c```');
    expect(markdownCode('`')).toBe('`` ` ``');
    expect(markdownCode('')).toBe('`  `');
  });
});

describe('a hostile lead', () => {
  const here = scene(inbound);
  const evil = '\u001b]0;owned\u0007<script>`x`</script> @all [a](javascript:b) \u202e';
  const lead = { id: evil, email: 'a@b.example', title: evil, country: evil, industry: evil, employees: evil };
  const explanation = explain(here.plan, here.decide(lead, MORNING));

  it('does nothing to a terminal', () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what is looked for.
    expect(renderText(explanation)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  });

  it('is no markup', async () => {
    const markdown = renderMarkdown(explanation);
    await expect(markdown).toMatchFileSnapshot('goldens/hostile.md');
  });
});
