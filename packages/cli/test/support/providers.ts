// A policy that asks one provider, and ways to connect one → what the tests of providers share.
import { AT } from './policies.ts';
import { type Folder, folder, type How } from './run.ts';
import { type Answer, server } from './server.ts';

export const policy = (within = '10 seconds', reuse = '  reuse  for 30 days\n'): string => `policy desk "Lead desk" {
  language 1
}

lead {
  id         text
  website    text   optional
  email      email  private optional
  company    text   optional
  employees  count  optional
  phone      text   private optional
}

team big "Big accounts" { rep ana "Ana Ruiz" {} }

queue triage "To look at" { owner ana }

enrich firmographics {
  from   clearbit by website
  fill   company, employees, phone
  within ${within}
${reuse}}

route {
  rule "Large"
    when employees >= 1000
    route to big

  otherwise
    route to triage
}
`;

export const LEADS: string = `id,website,email,employees
L1,harbour.example,,
L2,mill.example,,
L3,harbour.example,,12
L4,,,
`;

/** As a providers file says that a secret comes from the environment. */
export const fromEnv = (name: string): string => `\${${name}}`;

export const FIELDS: Readonly<Record<string, string>> = {
  company: 'name',
  employees: 'metrics.employees',
  phone: 'contact.phone',
};
/** What the server knows of one firm. */
export const harbour: object = {
  name: 'Harbour Works',
  metrics: { employees: 1200 },
  contact: { phone: '+43 660 CANARY' },
};

export const config = (provider: unknown, more: object = {}): string =>
  JSON.stringify({ format: 'fairlead-providers/1', providers: { clearbit: provider }, ...more });

/** A folder with a policy, leads and a provider that is this server. */
export async function withServer(
  answer: Answer,
  within?: string,
): Promise<{ here: Folder; web: Awaited<ReturnType<typeof server>> }> {
  const web = await server(answer);
  const http = {
    kind: 'http',
    url: `${web.url}/find?domain={key}`,
    headers: { authorization: `Bearer ${fromEnv('KEY')}` },
    fields: FIELDS,
  };
  const here = folder({ 'desk.route': policy(within), 'leads.csv': LEADS, 'providers.json': config(http) });
  return { here, web };
}

export const ENV: How = { env: { KEY: 'sk-CANARY' } };
export const ROUTE: readonly string[] = [
  'route',
  'desk.route',
  'leads.csv',
  ...AT,
  '--providers',
  'providers.json',
  '--out',
  'log.ndjson',
];

/** Of each decision: lead, rule, how the enricher ended and what it filled. */
export function enrichedIn(log: string): readonly string[] {
  return log
    .trim()
    .split('\n')
    .map((line) => {
      const { lead, rule, enriched } = JSON.parse(line);
      const [{ kind, why, filled }] = enriched;
      return [lead, rule, kind, why, filled.join('+')].filter((part) => part !== undefined && part !== '').join(' | ');
    });
}
