// How long and counted how → when it is due; and what is told to whom. docs/reference/routing.md#clocks.

import { type Clock, type Effect, formatInstant, type Respond } from '@fairlead/ir';
import { lengthMs } from './ages.ts';
import { holds } from './holds.ts';
import { valueFor } from './read-value.ts';
import type { Scene } from './scene.ts';
import { targetOf } from './targets.ts';
import { plainText } from './values.ts';

/** A part of a decision. */
export type Plain = Readonly<Record<string, unknown>>;

/** `fromMs`: the instant that clocks count from. `rep`: whose hours count where no calendar is named. */
export function clockOf(scene: Scene, { within, ladder }: Respond, fromMs: number, rep: string | undefined): Plain {
  const due = (clock: Clock): Plain => {
    const ms = dueMs(scene, clock, fromMs, rep);
    return ms === undefined ? {} : { due: formatInstant(ms) };
  };
  const steps = ladder.flatMap(({ after, step }): readonly Plain[] => {
    const told = { after, ...due(after) };
    if (step.kind === 'reassign') return [{ ...told, step: { kind: 'reassign' } }];
    if (step.kind === 'route') {
      const { target, from } = targetOf(scene, step.to);
      const to = 'id' in target ? { to: target.id } : {};
      return [{ ...told, step: { kind: 'route', ...to, ...(from === undefined ? {} : { from }) } }];
    }
    const effects = effectsOf(scene, [step.effect]);
    return effects.map((effect) => ({ ...told, step: { kind: 'effect', effect } }));
  });
  return { within, ...due(within), ladder: steps };
}

function dueMs({ policy, almanac }: Scene, clock: Clock, fromMs: number, rep: string | undefined): number | undefined {
  const ms = lengthMs(clock);
  if (!clock.working) return fromMs + ms;
  if (clock.calendar !== undefined) return almanac.addOpenTime(clock.calendar, fromMs, ms);
  if (rep === undefined) return undefined;
  const works = policy.reps.find(({ id }) => id === rep)?.works;
  return works === undefined ? fromMs + ms : almanac.addOpenTime(works, fromMs, ms);
}

/** Those whose `when` holds, in the order of the text; the same is said once. */
export function effectsOf(scene: Scene, effects: readonly Effect[]): readonly Plain[] {
  const told = effects
    .filter(({ when }) => when === undefined || holds(scene, when))
    .map(({ verb, channel, to }) => {
      const value = to.kind === 'text' ? undefined : valueFor(scene, to.value);
      const text = to.kind === 'text' ? to.text : value && plainText(value);
      return { verb, channel, ...(text === undefined ? {} : { to: text }) };
    });
  return told.filter((one, i) => told.findIndex((other) => JSON.stringify(other) === JSON.stringify(one)) === i);
}
