// A compiled policy → the time zones in it that this system does not know. The format cannot say which there are.
import type { IrIssue, Policy, Shape } from '@fairlead/ir';

/** An issue for each place with such a zone. A policy that the compiler made has none. */
export function zoneIssues(policy: Policy): readonly IrIssue[] {
  const shapes: readonly (readonly [string, Shape['fields']])[] = [
    ['/lead', policy.lead.fields],
    ...policy.records.map(({ fields }, i) => [`/records/${i}`, fields] as const),
  ];
  const named = [
    { path: '/zone', zone: policy.zone },
    ...policy.calendars.map(({ zone }, i) => ({ path: `/calendars/${i}/zone`, zone })),
    ...shapes.flatMap(([path, fields]) =>
      fields.flatMap(({ written }, i) => {
        if (written?.kind !== 'time' || written.zone === undefined) return [];
        return [{ path: `${path}/fields/${i}/written/zone`, zone: written.zone }];
      }),
    ),
  ];
  const known = new Map([...new Set(named.map(({ zone }) => zone))].map((zone) => [zone, isZone(zone)]));
  return named.flatMap(({ path, zone }) =>
    known.get(zone) === true
      ? []
      : [{ path, code: 'unknown-name' as const, message: `There is no time zone ${JSON.stringify(zone)}` }],
  );
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
