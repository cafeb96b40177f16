// The policy and leads that tests of following up run: a team with a ladder, a queue with a time to claim, a temporary owner.

/** What happens to leads after their decision, in a few lines. */
export const FOLLOWED: string = `policy desk "Desk" {
  language 1
  zone     "UTC"
}

lead {
  id        code
  employees count optional
  phone     text  optional private
}

team sales "Sales" {
  rep ana "Ana Ruiz"
  rep ben "Ben Okafor"
  rep cem "Cem Aydin"
}

team heads "Heads" {
  rep dana "Dana Wolff"
}

queue triage "To be looked at" {
  owner    dana
  priority employees
  claim within 4 hours { after 4 hours notify slack "#unclaimed" }
}

route {
  rule "Large"
    when employees >= 100
    route to sales
    respond within 5 minutes {
      after 5 minutes  reassign
      after 10 minutes notify slack "#late"
      after 30 minutes route to dana
    }

  otherwise
    route to triage
}
`;

/** Two for sales, three for the queue. */
export const FOLLOWED_LEADS: string = [
  { id: 'L1', employees: 500 },
  { id: 'L2', employees: 900, phone: '0123' },
  { id: 'Q1', employees: 5 },
  { id: 'Q2', employees: 50 },
  { id: 'Q3' },
]
  .map((lead) => `${JSON.stringify(lead)}\n`)
  .join('');
