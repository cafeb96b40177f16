// What people are told of a lead that was passed on: the timeline, the explanation, and why not somebody else.
import { expect, test } from 'vitest';
import { routeLead } from '../../src/decide/route-lead.ts';
import { explain } from '../../src/explain/explain.ts';
import { renderText } from '../../src/explain/render-text.ts';
import { timelineLine } from '../../src/explain/timeline-words.ts';
import { whyNot } from '../../src/explain/why-not.ts';
import type { Advanced } from '../../src/follow-up/entry.ts';
import { readEvent } from '../../src/follow-up/event.ts';
import type { FollowHost } from '../../src/follow-up/host.ts';
import { refusalWords } from '../../src/follow-up/refusal.ts';
import { runDue } from '../../src/follow-up/run-due.ts';
import { takeEvent } from '../../src/follow-up/take-event.ts';
import { memoryState } from '../../src/state/memory-state.ts';
import { inbound } from '../decide/inbound.ts';
import { MORNING } from '../decide/samples.ts';
import { instant, scene } from '../decide/scene.ts';

test('a lead that nobody called', async () => {
  const here = scene(inbound);
  const state = memoryState();
  const lead = { id: 'L1', email: 'a@b.example', country: 'DE', employees: 5000 };
  const first = routeLead(here.plan, here.read(lead), here.world(MORNING, state), state).decision;
  const host: FollowHost = {
    planOf: () => here.plan,
    world: (_plan, atMs) => ({ ...here.world(MORNING, state), atMs }),
  };
  const done: Advanced[] = [];
  const keep = (one: Advanced): void => {
    done.push(one);
    state.keep(one);
  };
  runDue(host, { get: state.get, waiting: state.waiting, keep }, instant(MORNING) + 86_400_000);
  const last = state.last('L1') ?? first;
  const text = renderText(
    explain(
      here.plan,
      last,
      done.map(({ entry }) => entry),
    ),
  );
  const answers = (['ana', 'carla'] as const).map((id) => whyNot(here.plan, last, { kind: 'rep', id }).answer);
  const rule = whyNot(here.plan, last, { kind: 'rule', id: 'Mid-market' }).answer;
  const read = readEvent({ kind: 'claimed', lead: 'L1', at: MORNING, by: 'ana' });
  const taken = read.kind === 'ok' ? takeEvent(host, state.get('L1'), read.event) : undefined;
  const refused = taken?.kind === 'refused' ? refusalWords(taken.refusal) : 'taken';
  await expect([text, ...answers, rule, refused].join('\n')).toMatchFileSnapshot('goldens/passed-on.txt');
});

test('whether contact was in time is said only where a time to respond ran', () => {
  const here = scene(inbound);
  const state = memoryState();
  const host: FollowHost = {
    planOf: () => here.plan,
    world: (_plan, atMs) => ({ ...here.world(MORNING, state), atMs }),
  };
  const said = (lead: string, event: Record<string, string>): string => {
    const read = readEvent({ lead, at: MORNING, by: 'carla', ...event });
    const taken = read.kind === 'ok' ? takeEvent(host, state.get(lead), read.event) : undefined;
    if (taken?.kind !== 'taken') return 'refused';
    state.keep(taken.advanced);
    return timelineLine(here.plan, taken.advanced.entry).words;
  };
  for (const lead of [
    { id: 'L1', country: 'DE', employees: 5000 },
    { id: 'L2', email: 'nobody' },
  ]) {
    routeLead(here.plan, here.read({ email: 'a@b.example', ...lead }), here.world(MORNING, state), state);
  }
  expect(said('L2', { kind: 'claimed' })).toContain('Carla');
  expect([said('L1', { kind: 'contacted' }), said('L2', { kind: 'contacted' })]).toEqual([
    'First contact, says carla, in time.',
    'First contact, says carla.',
  ]);
});
