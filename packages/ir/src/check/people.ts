// Calendars, teams, reps and queues of a policy → names that nothing stands for, and days and hours that cannot be.

import type { Calendar, Policy, Rep, Team } from '../policy.ts';
import type { Names } from './names.ts';
import { type At, quote, type Report, under } from './report.ts';
import { checkRepValues } from './shapes.ts';
import { checkDay, checkName } from './values.ts';

/** Checks everybody and everything that leads can go to, but for the clocks of queues. */
export function checkPeople(policy: Policy, names: Names, report: Report): void {
  policy.calendars.forEach((calendar, i) => {
    checkCalendar(calendar, under(undefined, 'calendars', i), report);
  });
  policy.teams.forEach((team, i) => {
    checkTeam(team, under(undefined, 'teams', i), names, report);
  });
  const members = new Map(policy.teams.map((team) => [team.id, new Set(team.members)]));
  policy.reps.forEach((rep, i) => {
    const at = under(undefined, 'reps', i);
    checkRep(rep, at, names, report);
    if (members.get(rep.team)?.has(rep.id) === false) {
      report.add(under(at, 'team'), 'invariant', `${quote(rep.id)} is not among the members of the home team`);
    }
  });
  policy.queues.forEach((queue, i) => {
    checkName('rep', queue.owner, names.reps, under(undefined, 'queues', i, 'owner'), report);
  });
}

function checkCalendar(calendar: Calendar, at: At, report: Report): void {
  calendar.open.forEach(({ days, from }, i) => {
    const place = under(at, 'open', i);
    for (let j = 1; j < days.length; j += 1) {
      const ascending = (days[j - 1] ?? 0) < (days[j] ?? 0);
      if (!ascending) report.add(under(place, 'days', j), 'order', 'Days are in ascending order, each once');
    }
    if (from === 1440) report.add(under(place, 'from'), 'invariant', 'Hours start before the end of the day');
  });
  calendar.closed.forEach(({ from, to }, i) => {
    const place = under(at, 'closed', i);
    checkDay(from, under(place, 'from'), report);
    checkDay(to, under(place, 'to'), report);
    if (from > to) report.add(place, 'order', `${quote(from)} is after ${quote(to)}`);
  });
}

function checkTeam(team: Team, at: At, names: Names, report: Report): void {
  if (team.manager !== undefined) checkName('rep', team.manager, names.reps, under(at, 'manager'), report);
  team.members.forEach((rep, i) => {
    checkName('rep', rep, names.reps, under(at, 'members', i), report);
  });
}

function checkRep(rep: Rep, at: At, names: Names, report: Report): void {
  checkName('team', rep.team, names.teams, under(at, 'team'), report);
  if (rep.works !== undefined) checkName('calendar', rep.works, names.calendars, under(at, 'works'), report);
  if (rep.backup !== undefined) checkName('rep', rep.backup, names.reps, under(at, 'backup'), report);
  if (rep.left !== undefined) {
    const { on, successor } = rep.left;
    checkDay(on, under(at, 'left', 'on'), report);
    if (successor !== undefined) checkName('rep', successor, names.reps, under(at, 'left', 'successor'), report);
  }
  checkRepValues(rep, under(at, 'values'), names, report);
}
