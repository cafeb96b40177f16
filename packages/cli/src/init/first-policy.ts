// Nothing → the text of a first policy that shows what most teams need, and leads that take each of its rules.

/** A policy with two teams, three rules and two tests; formatted, without problems, and its tests pass. */
export const FIRST_POLICY: string = `# Who gets which lead. Rules are tried from top to bottom; the first one that fits decides.

policy leads "Inbound leads" {
  language 1
  owner    "revops@acme.example"
  zone     "Europe/Berlin"
}

# What a lead looks like. \`from\` names the column of your export where it is called something else.
lead {
  id         text   from "Lead ID"
  email      email  private from "Email"
  company    text   optional from "Company"
  country    text   optional from "Country"
  employees  count  optional from "Employees"
  source     text   optional from "Lead Source"
}

calendar office {
  zone "Europe/Berlin"
  open mon-fri 09:00-17:30
}

team enterprise "Enterprise" {
  rep ana "Ana Ruiz" { works office }
  rep ben "Ben Okafor" { works office }
}

team commercial "Commercial" {
  rep carla "Carla Diaz" { works office  capacity 60 open }
  rep dario "Dario Costa" { works office  capacity 60 open }
}

queue triage "Leads to look at" { owner ana }

route {
  default respond within 1 hour

  rule "Students and job seekers"
    when source in ["Student project", "Job application"]
    reject "not a buyer"
    because "They get a kind answer by e-mail instead"

  rule "Large companies"
    when employees >= 1000
    route to enterprise
    fallback { triage }
    respond within 15 minutes
    because "They compare several vendors and remember who called first"

  rule "Everybody else who named a company"
    when company is known
    route to commercial
    fallback { triage }

  otherwise
    route to triage
    because "A person looks at what no rule covers"
}

test "a large company goes to Enterprise" {
  at 2026-11-24T10:00:00+01:00
  lead { id "T1"  email "m.keller@nordwerk.example"  company "Nordwerk"  employees 4200 }
  given ana is away
  expect rule "Large companies"
  expect rep ben
  expect respond within 15 minutes
}

test "a lead without a company is looked at by a person" {
  at 2026-11-24T10:00:00+01:00
  lead { id "T2"  email "someone@post.example" }
  expect otherwise
  expect queue triage
}
`;

/** Eight invented leads as a CRM would export them. */
export const FIRST_LEADS: string = `Lead ID,Email,Company,Country,Employees,Lead Source
L1,m.keller@nordwerk.example,Nordwerk,DE,4200,Web form
L2,ines.prado@casaclara.example,Casa Clara,ES,85,Web form
L3,t.okoye@harborlane.example,Harbor Lane,GB,1800,Event
L4,jonas@studentmail.example,,DE,,Student project
L5,lea.moreau@atelier-moreau.example,Atelier Moreau,FR,,Partner
L6,info@blauwald.example,,DE,12,Web form
L7,s.aydin@ovametal.example,Ova Metal,TR,about 300,Event
L8,,Quickfox,US,40,Web form
`;
