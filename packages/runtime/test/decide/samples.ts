// The leads whose decisions are shown in goldens: one for each way a lead can end.
import type { Decision } from '../../src/decision.ts';
import { memoryState } from '../../src/state/memory-state.ts';
import { inbound } from './inbound.ts';
import { instant, type Scene, scene } from './scene.ts';

/** A Tuesday morning in Berlin. */
export const MORNING = '2026-11-24T09:00:00Z';
const NIGHT = '2026-11-24T21:30:00Z';

/** A decision with a name. */
export interface Sample {
  readonly name: string;
  readonly decision: Decision;
}

const hospital = {
  id: 'T1',
  email: 'k.weiss@charite.example',
  title: 'CIO',
  country: 'DE',
  employees: 15_000,
  industry: 'Healthcare',
  activity: [{ kind: 'pricing page', at: '2026-11-24T07:00:00Z' }],
  created: '2026-11-24T08:59:00Z',
};

/** The scene of all samples, and the samples. */
export function samples(): { readonly inbound: Scene; readonly samples: readonly Sample[] } {
  const here = scene(inbound);
  const away = memoryState();
  away.addLeave('eva', { fromMs: instant('2026-11-20T00:00:00Z'), untilMs: instant('2026-11-30T08:00:00Z') });
  const busy = memoryState();
  for (let turn = 0; turn < 4; turn += 1) busy.remember(here.decide({ ...hospital, id: `W${turn}` }, MORNING, busy));
  busy.setOpen('ben', 25);
  const tied = memoryState();
  tied.setOpen('ana', 40);
  const mid = { ...hospital, country: 'ES', employees: 250, title: 'Head of Sales' };
  const full = memoryState();
  for (const id of ['M1', 'M2', 'M3']) full.remember(here.decide({ ...mid, id }, MORNING, full));
  const decisions: Readonly<Record<string, Decision>> = {
    rotation: here.decide(hospital, MORNING, busy),
    'rotation-one-left': here.decide(mid, MORNING, full),
    fallback: here.decide({ ...hospital, id: 'T2', account: { name: 'Charité', owner: 'finn' } }, MORNING, away),
    otherwise: here.decide({ id: 'T3', email: 'someone@gmail.com', country: 'FR', activity: hot(2) }, MORNING),
    'nobody-at-night': here.decide(hospital, NIGHT),
    nurtured: here.decide({ id: 'T4', email: 'jo@small.example', country: 'NL', employees: 40 }, MORNING),
    rejected: here.decide({ id: 'T5', email: 'spy@mail.rival.example', employees: 12 }, MORNING),
    invalid: here.decide({ id: 'T6', country: 'DE', employees: 'about 500', title: 'CTO' }, MORNING),
    highest: here.decide({ ...hospital, id: 'T7', country: 'US' }, MORNING),
    'highest-tie': here.decide({ ...hospital, id: 'T9', country: 'US', industry: 'Finance' }, MORNING, tied),
  };
  return { inbound: here, samples: Object.entries(decisions).map(([name, decision]) => ({ name, decision })) };
}

function hot(times: number): readonly { readonly kind: string; readonly at: string }[] {
  return Array.from({ length: times }, (_, index) => ({ kind: 'pricing page', at: `2026-11-2${index + 2}T10:00:00Z` }));
}
