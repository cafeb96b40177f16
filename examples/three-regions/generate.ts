// A seed → the invented data of this example: accounts.csv, deals.csv, companies.csv, ships.csv, leads.ndjson. The same seed gives the same bytes everywhere.
// Run: node examples/three-regions/generate.ts [FOLDER]
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SEED = 20261124;
const COMPANIES = 240;
const LEADS = 400;

const FIRST = 'Aino Bram Catalina Dorota Emre Fatou Gustav Hana Ilse Joaquín Kerem Lucía Magnus Ngozi Oskar Paola Rasmus Selin Thandi Ulla Vasilis Wen Ximena Yara Zeynep Ελένη Γιώργος'.split(' ');
const LAST = 'Aaltonen Barros Çelik Diallo Eriksen Ferrara Grönlund Hoekstra İnan Jansson Kovač Lindgren Moreau Nakamura Okafor Petrides Quintero Rahman Sørensen Tanaka Uçar Vargas Weiß Xu Yamada Zanetti'.split(' ');
const FRONT = 'Albatros Baltic Caspian Dogger Estuary Fairway Gannet Hanse Isla Jetty Kestrel Lagoon Mistral Nautilus Osprey Pelican Quay Rías Skerry Tern Umbra Varuna Westerly Xebec Yawl Zephyr'.split(' ');
const BACK = 'Barges,Bunkering,Cargo,Chartering,Dredging,Ferries,Fisheries,Freight,Lines,Logistics,Marine,Navigation,Pilots,Ports,Shipping,Terminals,Towage,Trawlers,Underwriters,Wind'.split(',');
const INDUSTRY_OF: Readonly<Record<string, string>> = {
  Fisheries: 'fishing', Trawlers: 'fishing', Logistics: 'logistics', Freight: 'logistics', Ports: 'ports', Terminals: 'ports',
  Underwriters: 'insurance', Wind: 'energy', Bunkering: 'energy',
};
/** Country, the legal form that companies carry there, the end of their domains, states. */
const PLACES: readonly (readonly [country: string, form: string, states: readonly string[]])[] = [
  ['DE', 'GmbH & Co. KG', ['HH', 'HB', 'BY', '']], ['DE', 'Reederei KG', ['SH', 'NI', '']], ['NL', 'B.V.', ['']], ['BE', 'NV', ['']],
  ['GB', 'Ltd', ['']], ['FR', 'S.A.S.', ['']], ['IT', 'S.p.A.', ['']], ['ES', 'S.L.', ['']], ['GR', 'A.E.', ['']], ['TR', 'A.Ş.', ['']],
  ['NO', 'AS', ['']], ['DK', 'A/S', ['']], ['SE', 'AB', ['']], ['PL', 'Sp. z o.o.', ['']], ['AE', 'LLC', ['']],
  ['US', 'Inc.', ['MA', 'NY', 'TX', 'FL', 'CA', 'WA', 'OH', '']], ['US', 'LLC', ['LA', 'NJ', 'ME', '']], ['CA', 'Ltd', ['QC', 'BC', '']],
  ['BR', 'Ltda', ['']], ['CL', 'SpA', ['']], ['MX', 'S.A. de C.V.', ['']],
  ['SG', 'Pte Ltd', ['']], ['JP', 'K.K.', ['']], ['KR', 'Co., Ltd.', ['']], ['AU', 'Pty Ltd', ['NSW', 'VIC', '']], ['NZ', 'Ltd', ['']], ['CN', 'Co., Ltd', ['']],
];
const OWNERS = 'maren idris grace mei jonas chiara luuk elif stavros tyler renata simon priya daichi olivia amina'.split(' ');
const TITLES = ['Head of operations', 'COO', 'Fleet manager', 'Director of procurement', 'Student', 'IT manager', 'Owner', 'Dispatcher', 'CFO', ''];
const FREE_MAIL = ['gmail.com', 'gmx.de', 'outlook.com', 'hotmail.com'];

interface Company {
  readonly name: string;
  readonly form: string;
  readonly domain: string;
  readonly country: string;
  readonly state: string;
  readonly employees: number;
  readonly fleet: number;
  readonly industry: string;
}

/** Whole numbers below `below`, in an order that the seed fixes (Numerical Recipes' linear congruential generator). */
function dice(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
}

const roll = dice(SEED);
const one = <T>(items: readonly T[]): T => items[roll(items.length)] as T; // lists above are not empty
const chance = (percent: number): boolean => roll(100) < percent;

function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('ı', 'i').replaceAll('ø', 'o').toLowerCase().replaceAll(/[^a-z]/g, '');
}

function companies(): readonly Company[] {
  const byDomain = new Map<string, Company>();
  while (byDomain.size < COMPANIES) {
    const [front, back] = [one(FRONT), one(BACK)];
    const [country, form, states] = one(PLACES);
    const domain = `${plain(front)}-${plain(back)}-${country.toLowerCase()}.example`;
    if (byDomain.has(domain)) continue;
    const employees = one([8, 20, 45, 90, 140, 320, 700, 1100, 2600, 12_000]) + roll(9);
    byDomain.set(domain, {
      name: `${front} ${back}`,
      form,
      domain,
      country,
      state: one(states),
      employees,
      fleet: roll(1 + Math.ceil(employees / 30)),
      industry: INDUSTRY_OF[back] ?? 'shipping',
    });
  }
  return [...byDomain.values()];
}

const all = companies();
const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const sheet = (rows: readonly (readonly (string | number)[])[]): string => `${rows.map((row) => row.map(String).map(cell).join(',')).join('\n')}\n`;
const day = (back: number): string => new Date(Date.UTC(2026, 10, 24) - back * 86_400_000).toISOString().slice(0, 10);

/** The first half of the companies are accounts; some twice, as in every CRM. */
function accounts(): string {
  const known = all.slice(0, COMPANIES / 2);
  const rows = known.map((company, index) => [
    `A-${String(index + 1).padStart(3, '0')}`,
    `${company.name} ${company.form}`.toUpperCase() === company.name || chance(10) ? company.name.toUpperCase() : `${company.name} ${company.form}`,
    chance(80) ? company.domain : '',
    company.country,
    chance(75) ? one(OWNERS) : '',
    one(['A', 'B', 'C', 'C', '']),
    one(['customer', 'prospect', 'prospect', 'former', '']),
    chance(70) ? day(roll(3000)) : '',
  ]);
  const doubles = rows.filter((_, index) => index % 17 === 0).map((row, index) => [`A-9${String(index).padStart(2, '0')}`, ...row.slice(1, 5), 'C', 'former', '2015-01-01']);
  return sheet([['id', 'name', 'domain', 'country', 'owner', 'tier', 'stage', 'since'], ...rows, ...doubles]);
}

function deals(): string {
  const rows = all
    .filter((_, index) => index % 12 === 5)
    .map(({ domain }, index) => [`D-${index + 1}`, domain, one(OWNERS), `${5 + roll(90)}000`, `${day(roll(60))}T09:00:00Z`]);
  return sheet([['id', 'domain', 'owner', 'amount', 'updated'], ...rows]);
}

/** What the provider of firmographics knows: two companies of three. */
function firmographics(): string {
  const rows = all.filter((_, index) => index % 3 !== 1).map(({ domain, name, employees, industry, country }) => [domain, name, employees, industry, country]);
  return sheet([['domain', 'company', 'employees', 'industry', 'country'], ...rows]);
}

function ships(): string {
  const rows = all.filter(({ fleet }) => fleet > 0).map(({ domain, fleet, country }) => [domain, fleet, country]);
  return sheet([['domain', 'fleet', 'country'], ...rows]);
}

function instant(minutesBack: number): string {
  return new Date(Date.UTC(2026, 10, 24, 9) - minutesBack * 60_000).toISOString().replace('.000Z', 'Z');
}

function signals(): readonly { readonly kind: string; readonly at: string }[] {
  const kinds = ['pricing page', 'pricing page', 'webinar', 'demo video', 'trial started', 'blog'];
  return Array.from({ length: roll(5) }, () => ({ kind: one(kinds), at: instant(10 + roll(one([600, 4000, 40_000]))) }));
}

/** A lead tells what people tell: sometimes all, often only an address. */
function lead(number: number): object {
  const company = one(all);
  const [first, last] = [one(FIRST), one(LAST)];
  const free = chance(8);
  const mailbox = plain(first) === '' ? 'info' : `${plain(first)}.${plain(last)}`;
  const source = one(['form', 'form', 'form', 'trial', 'event', 'webinar', 'referral', 'partner', 'cold email']);
  const told = chance(60);
  return {
    id: `H-${String(number).padStart(4, '0')}`,
    email: `${mailbox}@${free ? one(FREE_MAIL) : chance(3) ? 'sales.tidechart.example' : company.domain}`,
    name: `${first} ${last}`,
    ...(chance(70) ? { company: chance(30) ? `${company.name} ${company.form}` : company.name } : {}),
    ...(chance(30) ? { website: `https://www.${company.domain}/` } : {}),
    title: one(TITLES),
    ...(told || chance(30) ? { country: company.country } : {}),
    ...(told && company.state !== '' ? { state: company.state } : {}),
    ...(told && chance(50) ? { employees: company.employees, industry: company.industry } : {}),
    ...(chance(15) ? { budget: 5000 + 5000 * roll(40) } : {}),
    ...(chance(45) ? { topic: one(['demo', 'demo', 'pricing', 'support', 'press', 'jobs', 'partnership']) } : {}),
    source,
    ...(source === 'partner' ? { partner: one(['Quayline', 'Portwise']) } : {}),
    ...(chance(10) ? { language: one(['de', 'tr', 'el', 'es', 'pt', 'zh', 'en']) } : {}),
    ...(chance(2) ? { opted_out: true } : {}),
    activity: signals(),
    created: instant(roll(120)),
  };
}

const folder = process.argv[2] ?? fileURLToPath(new URL('.', import.meta.url));
const files = {
  'accounts.csv': accounts(),
  'deals.csv': deals(),
  'companies.csv': firmographics(),
  'ships.csv': ships(),
  'leads.ndjson': `${Array.from({ length: LEADS }, (_, index) => JSON.stringify(lead(index + 1))).join('\n')}\n`,
};
for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
