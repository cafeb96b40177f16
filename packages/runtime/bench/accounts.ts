// Numbers from a seed → companies as they stand in a CRM, and leads that mean some of them. All invented.

export interface Account {
  readonly id: string;
  readonly name: string;
  readonly domain?: string;
  readonly owner: string;
  readonly tier: 'A' | 'B' | 'C';
  readonly country: string;
}

export interface BenchLead {
  readonly id: string;
  readonly email: string;
  readonly company: string;
  readonly what: 'same domain' | 'same name' | 'misspelt name' | 'nobody';
}

const STARTS =
  'al an ar be bel bo bra ca cor da del do el en fa fer fi flo ga gen gra ha hel hu in is jo ka kel ko la len li lo lu ma mar me mi mo na nel no nor o ol or pa per pi po qua ra re ri ro sa sel si so sta su ta tel ti tor u ul va ven vi vol wa wes wi xe ya za ze zo'.split(
    ' ',
  );
const MIDDLES =
  'a ba ca da de di do ga go ka la le li lo ma me mi mo na ne ni no pa ra re ri ro sa se si so ta te ti to va ve vi'.split(
    ' ',
  );
const ENDS =
  'ck dia don fex gard ger go k kon la ler lin lon ma mar max mex mon n na nar net nex nia nis no non ns nt r ra ria rio ris ro ron ros rt s sa sen son st ta tech ter tex tia tis ton tor tra tus va vex via vis vo x xis xon za'.split(
    ' ',
  );
const TRADES =
  'Systems Solutions Technologies Consulting Logistics Industries Foods Media Software Energy Capital Partners Engineering Pharma Medical Digital Networks Electronics Motors Chemicals Textiles Trading Construction Insurance Analytics Robotics Studios Services Holding International Group Labs Design Marketing Travel Steel Plastics Aviation Marine'.split(
    ' ',
  );
const PLACES =
  'Berlin Nord Alpine Baltic Europe Iberia Pacific Atlantic Lombardia Bavaria Scandinavia Anatolia Andes Deutschland France Italia Polska'.split(
    ' ',
  );
const FORMS = [
  'GmbH',
  'AG',
  'GmbH & Co. KG',
  'Ltd',
  'Ltd.',
  'Inc.',
  'Inc',
  'LLC',
  'S.p.A.',
  'S.r.l.',
  'SARL',
  'SAS',
  'B.V.',
  'N.V.',
  'Sp. z o.o.',
  'AB',
  'A/S',
  'Oy',
  'S.A.',
  'Ltda',
  'Pty Ltd',
  'A.Ş.',
  '',
];

/** Numbers from 0 up to 1, the same for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** So many accounts. Three of four have a domain; one of fifty has the name of an earlier one. */
export function* accounts(many: number, seed: number): Generator<Account> {
  const random = randomFrom(seed);
  let earlier = 'Zentara Systems GmbH';
  for (let index = 0; index < many; index += 1) {
    const bare = random() < 0.02 ? earlier : companyOf(random);
    if (random() < 0.05) earlier = bare;
    const form = pick(FORMS, random);
    yield {
      id: `A${index + 1}`,
      name: form === '' ? bare : `${bare} ${form}`,
      ...(random() < 0.75 ? { domain: `${bare.toLowerCase().replace(/[^a-z]/g, '')}${index % 97}.example` } : {}),
      owner: `rep_${index % 50}`,
      tier: pick(['A', 'B', 'C'] as const, random),
      country: pick(['DE', 'FR', 'IT', 'US', 'PL', 'TR'], random),
    };
  }
}

/** Leads that mean one of these accounts, or nobody. */
export function* leadsFor(known: readonly Account[], many: number, seed: number): Generator<BenchLead> {
  const random = randomFrom(seed);
  for (let index = 0; index < many; index += 1) {
    const { name, domain } = pick(known, random);
    const id = `L${index + 1}`;
    const elsewhere = `someone@mail${index}.example`;
    const kind = index % 4;
    if (kind === 0 && domain !== undefined)
      yield { id, email: `someone@${domain}`, company: companyOf(random), what: 'same domain' };
    else if (kind === 1)
      yield {
        id,
        email: elsewhere,
        company: `${name.split(' ').slice(0, -1).join(' ') || name} ${pick(FORMS, random)}`,
        what: 'same name',
      };
    else if (kind === 2) yield { id, email: elsewhere, company: misspelt(name, random), what: 'misspelt name' };
    else yield { id, email: elsewhere, company: companyOf(random), what: 'nobody' };
  }
}

function companyOf(random: () => number): string {
  const word = wordOf(random);
  const rest = random();
  if (rest < 0.2) return word;
  if (rest < 0.55) return `${word} ${pick(TRADES, random)}`;
  if (rest < 0.75) return `${word} ${wordOf(random)}`;
  if (rest < 0.9) return `${word} & ${wordOf(random)} ${pick(TRADES, random)}`;
  return `${word} ${pick(TRADES, random)} ${pick(PLACES, random)}`;
}

function wordOf(random: () => number): string {
  const middle = random() < 0.3 ? pick(MIDDLES, random) : pick(MIDDLES, random) + pick(MIDDLES, random);
  const word = pick(STARTS, random) + middle + pick(ENDS, random);
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function misspelt(name: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (Math.min(name.length, 10) - 2));
  const kind = random();
  if (kind < 0.34) return name.slice(0, at) + name.slice(at + 1);
  if (kind < 0.67) return name.slice(0, at) + name.charAt(at) + name.slice(at);
  return name.slice(0, at) + name.charAt(at + 1) + name.charAt(at) + name.slice(at + 2);
}

function pick<T>(from: readonly T[], random: () => number): T {
  // Below the length, which is not 0.
  return from[Math.floor(random() * from.length)] as T;
}
