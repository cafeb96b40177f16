// Nothing → a policy that leaves something to every option that binds a file, with those files.

/** Records, a provider, a model, a table; two teams. */
export const ACCOUNTS: string = `policy accounts "Accounts" {
  language 1
}

lead {
  id        text
  email     email
  company   text  optional
  country   text  optional
  employees count optional
}

record account from accounts {
  id     text
  name   text
  domain text optional
  owner  rep  optional
}

team sales "Sales" {
  rep ana "Ana Ruiz"
  rep ben "Ben Okafor"
}

team small "Small accounts" { rep carla "Carla Diaz" }

queue triage "To look at" { owner ana }
queue data_desk "Records to check" { owner ana }

enrich firmographics {
  from   clearbit by domain of email
  fill   employees
  within 800 ms
}

match account from accounts {
  100% when account.domain is domain of email
   90% when account.name is like company
  accept 85%
  review 60% in data_desk
}

table territory from "territories.csv" {
  key   country
  gives region text
}

route {
  rule "Owner"
    when account is matched and account.owner is known
    route to account.owner
    fallback { triage }

  rule "North"
    when territory.region is "North"
    route to sales
    by likelihood using wins

  rule "Large"
    when employees >= 1000
    route to split { 60% sales  40% small }

  otherwise
    route to triage
}

test "the owner of the account gets the lead" {
  at 2026-11-24T10:00:00+01:00
  lead { id "T1" email "a@nordwerk.example" }
  given account is { id "A1" name "Nordwerk GmbH" domain "nordwerk.example" owner ben }
  expect rule "Owner"
  expect rep ben
}

test "an account whose name is only nearly the same is looked at" {
  at 2026-11-24T10:00:00+01:00
  lead { id "T2" email "a@kiosk.example" company "Nordwerke" }
  given account is { id "A1" name "Nordwerk GmbH" owner ben }
  expect queue data_desk
}

test "a large company, says the provider" {
  at 2026-11-24T10:00:00+01:00
  lead { id "T3" email "a@kiosk.example" country "FR" }
  given clearbit gives { employees 1000 }
  expect rule "Large"
  expect team sales
}

test "nobody of sales is there" {
  at 2026-11-24T10:00:00+01:00
  lead { id "T4" email "a@kiosk.example" employees 1000 }
  given ana is away
  given ben is away
  expect team small
}

test "the provider fails" {
  at 2026-11-24T10:00:00+01:00
  lead { id "T5" email "a@kiosk.example" }
  given clearbit fails
  expect otherwise
}
`;

/** The table that the policy names. */
export const TERRITORIES = 'country,region\nDE|AT,North\n*,South\n';

/** All that the policy leaves to the command line. */
export const FILES: Readonly<Record<string, string>> = {
  'accounts.route': ACCOUNTS,
  'territories.csv': TERRITORIES,
  'elsewhere.csv': 'country,region\nFR,North\n*,South\n',
  'accounts.csv': 'id,name,domain,owner\nA1,Nordwerk GmbH,nordwerk.example,ben\nA2,Casa Clara SA,,carla\n',
  'companies.csv': 'domain,employees\nharborlane.example,4200\n',
  'providers.json': JSON.stringify({
    format: 'fairlead-providers/1',
    providers: { clearbit: { kind: 'csv', file: 'companies.csv', key: 'domain', fields: { employees: 'employees' } } },
  }),
  'wins.json': JSON.stringify({
    format: 'fairlead-model/1',
    label: 'Wins of last year',
    strength: 10,
    leastShare: 5,
    rows: [
      { rep: 'ana', won: 2, leads: 10 },
      { rep: 'ben', won: 6, leads: 10 },
    ],
  }),
  'sales.csv': 'id,label\ndora,Dora Lind\n',
  'leads.json': JSON.stringify([
    { id: 'L1', email: 'a@nordwerk.example' },
    { id: 'L2', email: 'b@kiosk.example', country: 'AT' },
    { id: 'L3', email: 'c@harborlane.example', country: 'FR' },
    { id: 'L4', email: 'd@kiosk.example' },
  ]),
};

/** The options that bind them. */
export const BOUND: readonly string[] = [
  ...['--records', 'accounts=accounts.csv'],
  ...['--providers', 'providers.json'],
  ...['--model', 'wins=wins.json'],
];
