// Nothing → policies and leads that the tests of commands share.

/** Three rules, two teams, a private field, a score; leads in its own words. */
export const POLICY: string = `policy desk "Lead desk" {
  language 1
  zone "Europe/Berlin"
}

lead {
  id         text
  email      email  private
  company    text   optional
  country    text   optional
  employees  count  optional
  created    time   optional
}

calendar office { zone "Europe/Berlin" open mon-fri 09:00-17:30 }

team big "Big accounts" {
  rep ana "Ana Ruiz" { works office }
  rep ben "Ben Okafor" { works office }
}

team small "Small accounts" { rep carla "Carla Diaz" { works office capacity 3 open } }

queue triage "To look at" { owner ana }

score size max 50 {
  40 when employees >= 1000
  10 when country is "DE"
}

route {
  rule "Free mail"
    when email is free mail
    reject "private address"

  rule "Large"
    when size >= 40
    route to big
    fallback { triage }
    respond within 15 minutes

  rule "Small"
    when company is known
    route to small
    fallback { triage }

  otherwise
    route to triage
}

test "a large one goes to Big accounts" {
  at 2026-11-24T10:00:00+01:00
  lead { id "T1" email "a@nordwerk.example" employees 4000 }
  expect rule "Large"
  expect team big
}
`;

/** Seven leads that take every rule, one of them twice and one invalid. */
export const LEADS: string = `id,email,company,country,employees,created
L1,a@nordwerk.example,Nordwerk,DE,4200,2026-11-24T08:00:00Z
L2,b@casaclara.example,Casa Clara,ES,85,2026-11-24T08:10:00Z
L3,c@gmail.com,,,,2026-11-24T08:20:00Z
L4,d@harborlane.example,Harbor Lane,GB,1800,2026-11-24T08:30:00Z
L5,e@post.example,,FR,,2026-11-24T08:40:00Z
L6,,Quickfox,US,40,2026-11-24T08:50:00Z
L1,a@nordwerk.example,Nordwerk,DE,4200,2026-11-24T09:00:00Z
`;

/** The instant of most tests. */
export const AT: readonly string[] = ['--at', '2026-11-24T10:00:00+01:00'];
