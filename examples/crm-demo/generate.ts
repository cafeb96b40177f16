// Writes leads.csv: 1,500 invented leads as a CRM exports them, dirt included. The same seed gives the same bytes.
// Run: node examples/crm-demo/generate.ts
import { writeFileSync } from 'node:fs';

const SEED = 20261122;
const ROWS = 1500;

const FIRST = 'Aaliyah Anders Aylin Bodil Çağla Daan Despina Eduardo Élodie Farid Fumiko Giulia Hakan Henrike Ignacio Ilknur Ivo Jarmila Kofi Łucja Maeve Nikolaos Oddný Pınar Quentin Rosalía Søren Tadeáš Ursel Vasiliki Wiebke Xanthe Yağmur Zsófia'.split(' ');
const LAST = 'Abildgaard Bäcklund Cabrera Dąbrowski Ekwueme Fährmann Göransson Hadjipavlou Ibáñez Jónsdóttir Kılıç Lindqvist Mavridis Nørgaard Okonjo Petrakis Quiroga Rasmussen Şahin Thorne Umarov Vlahos Wrzesniewski Xylouris Yıldırım Zeller'.split(' ');
const COMPANY_FRONT = 'Amber Birch Cobalt Delta Ember Fjord Granite Harbour Indigo Juniper Kestrel Larch Meridian North Orchard Pebble Quarry Rowan Saffron Tundra Umber Vesper Willow Yarrow Zephyr'.split(' ');
const COMPANY_BACK = 'Analytics,Bakeries,Clinics,Dental,Energy,Foods,Glass,Hospitals,Insurance,Joinery,Kitchens,Logistics,Motors,Networks,Optics,Paper,Robotics,Software,Textiles,Ventures'.split(',');
const LEGAL_FORM = ['GmbH', 'AG', 'Ltd', 'A/S', 'S.A.', 'BV', '', ''];
const INDUSTRIES = ['Healthcare', 'Manufacturing', 'Finance', 'Retail', 'Software', 'Public sector', 'Education'];
const SOURCES = ['Web form', 'Trade fair', 'Partner', 'Webinar', 'Referral', 'Cold call'];
const STATUSES = ['New', 'Attempted', 'Contacted', 'Qualified', 'Junk'];
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
    chance(10) ? '' : one(COUNTRIES),
    chance(8) ? 'Select' : one(INDUSTRIES),
    employees(),
    revenue(),
    one(SOURCES),
    one(STATUSES),
    chance(55) ? '' : chance(3) ? 'Former Colleague' : one(OWNERS),
    chance(70) ? 'Yes' : 'No',
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

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const rows = [HEADER, ...Array.from({ length: ROWS }, (_, row) => lead(row))];
writeFileSync(new URL('leads.csv', import.meta.url), rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join(''));
