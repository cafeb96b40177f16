// A seed → leads.csv: 1,500 invented leads as a CRM exports them, dirt included. The same seed gives the same bytes everywhere.
// Run: node examples/crm-demo/generate.ts [FILE]
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const SEED = 20261122;
const ROWS = 1500;

const FIRST = 'Aaliyah Anders Aylin Bodil Çağla Daan Despina Eduardo Élodie Farid Fumiko Giulia Hakan Henrike Ignacio Ilknur Ivo Jarmila Kofi Łucja Maeve Nikolaos Oddný Pınar Quentin Rosalía Søren Tadeáš Ursel Vasiliki Wiebke Xanthe Yağmur Zsófia'.split(' ');
const LAST = 'Abildgaard Bäcklund Cabrera Dąbrowski Ekwueme Fährmann Göransson Hadjipavlou Ibáñez Jónsdóttir Kılıç Lindqvist Mavridis Nørgaard Okonjo Petrakis Quiroga Rasmussen Şahin Thorne Umarov Vlahos Wrzesniewski Xylouris Yıldırım Zeller'.split(' ');
const COMPANY_FRONT = 'Amber Birch Cobalt Delta Ember Fjord Granite Harbour Indigo Juniper Kestrel Larch Meridian North Orchard Pebble Quarry Rowan Saffron Tundra Umber Vesper Willow Yarrow Zephyr'.split(' ');
const COMPANY_BACK = 'Analytics,Bakeries,Clinics,Dental,Energy,Foods,Glass,Hospitals,Insurance,Joinery,Kitchens,Logistics,Motors,Networks,Optics,Paper,Robotics,Software,Textiles,Ventures'.split(',');
const LEGAL_FORM = ['GmbH', 'AG', 'Ltd', 'A/S', 'S.A.', 'BV', '', ''];
const INDUSTRIES = ['Healthcare', 'Manufacturing', 'Finance', 'Retail', 'Software', 'Public sector', 'Education'];
const SOURCES = ['Web form', 'Web form', 'Trade fair', 'Partner', 'Referral', 'Cold call'];
const STATUSES = ['New', 'New', 'New', 'New', 'Attempted', 'Attempted', 'Contacted', 'Contacted', 'Qualified', 'Junk'];
const COUNTRIES = ['DE', 'DE', 'DE', 'AT', 'CH', 'FR', 'ES', 'GR', 'TR', 'GB', 'US'];
const OWNERS = ['Noor Haddad', 'Tomás Ferreira', 'Ingrid Sæther', 'Petros Galanis', 'Derya Aksoy'];
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const FREE_MAIL = ['gmail.com', 'gmx.de', 'outlook.com', 'yahoo.fr'];

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
const twoDigits = (n: number): string => String(n).padStart(2, '0');

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('ı', 'i')
    .replaceAll('ø', 'o')
    .replaceAll('Ł', 'L')
    .replaceAll('ð', 'd')
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '');
}

function createdTime(): string {
  const day = 1 + roll(28);
  const month = MONTHS[roll(11)] ?? 'Jan';
  return `${day} ${month}, 2026 ${twoDigits(7 + roll(13))}:${twoDigits(roll(60))}:${twoDigits(roll(60))}`;
}

function revenue(): string {
  if (chance(25)) return '';
  const thousands = 20 + roll(4000) * (chance(10) ? 60 : 5);
  return `$${String(thousands).replaceAll(/\B(?=(\d{3})+$)/g, ',')},${one(['000', '500', '250'])}.00`;
}

function employees(): string {
  if (chance(12)) return one(['', 'N/A', '-']);
  if (chance(2)) return one(['50-100', 'many', '12.5']);
  return String(one([3, 8, 24, 60, 120, 260, 480, 950, 1000, 1800, 5200, 15000]) + roll(10));
}

/** Now and then one that nobody told the policy of. */
function source(): string {
  return chance(1) ? one(['Billboard', 'Radio spot']) : one(SOURCES);
}

/** Where a colleague who has left is named, and where somebody is whom the policy does not know. */
function owner(): string {
  if (chance(60)) return '';
  return chance(4) ? one(['Mattias Grahn', 'Former Colleague']) : one(OWNERS);
}

function lead(row: number): readonly string[] {
  const first = one(FIRST);
  const last = one(LAST);
  const name = `${one(COMPANY_FRONT)} ${one(COMPANY_BACK)}`;
  const company = `${name} ${one(LEGAL_FORM)}`.trim();
  const host = chance(18) ? one(FREE_MAIL) : `${plain(name)}.example`;
  const email = chance(1) ? `${plain(first)} at ${host}` : `${plain(first)}.${plain(last)}@${host}`;
  return [
    `L-${10000 + row}`,
    chance(5) ? ` ${first} ${last} ` : `${first} ${last}`,
    chance(6) ? one(['', 'N/A']) : company,
    email,
    chance(10) ? one(['', 'Select']) : one(COUNTRIES),
    chance(8) ? 'Select' : one(INDUSTRIES),
    employees(),
    revenue(),
    source(),
    chance(2) ? one(STATUSES).toUpperCase() : one(STATUSES),
    owner(),
    one(['Yes', 'Yes', 'yes', 'No']),
    createdTime(),
  ];
}

const HEADER = [
  'Lead ID',
  'Full Name',
  'Company',
  'Email',
  'Country',
  'Industry',
  'No. of Employees',
  'Annual Revenue',
  'Lead Source',
  'Lead Status',
  'Lead Owner',
  'Email Opt In',
  'Created Time',
];

/** Rows that no export should have, and some do: by the number of the lead. */
const BROKEN: Readonly<Record<number, (row: string) => string>> = {
  // The quotes around the last cell are gone, so that its comma makes two cells of it.
  412: (row) => row.replaceAll('"', ''),
  // Cut off in the middle.
  1203: (row) => row.slice(0, 61),
};

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const written = (cells: readonly string[]): string => cells.map(quoted).join(',');

const rows: string[] = [written(HEADER)];
for (let row = 0; row < ROWS; row += 1) {
  const cells = written(lead(row));
  rows.push(BROKEN[row]?.(cells) ?? cells);
}
const file = process.argv[2] ?? fileURLToPath(new URL('leads.csv', import.meta.url));
writeFileSync(file, rows.map((row) => `${row}\r\n`).join(''));
