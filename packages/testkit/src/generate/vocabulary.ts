// The names and texts that generated policies and leads are made of. All invented.

/** Names for lead fields; some are words of the language that stay free. No other thing has one of them. */
// biome-ignore format: a table reads better in rows
export const fieldNames: readonly string[] = [
  'company', 'title', 'country', 'employees', 'industry', 'budget', 'source', 'opted_in', 'region', 'revenue',
  'note', 'phone', 'segment', 'renewal', 'visits', 'activity', 'tags', 'codes', 'partner', 'owner', 'team', 'zone',
  'open', 'last', 'text', 'day', 'mon', 'x', 'f_1', 'previous_owner', 'account_team', 'parent', 'seats', 'discount',
  'score', 'list', 'by', 'max', 'priority', 'language',
];

// biome-ignore format: a table reads better in rows
export const recordFieldNames: readonly string[] = [
  'name', 'domain', 'tier', 'owner', 'employees', 'opened', 'active', 'country',
];

/** Names for fields of a rep that the language does not have itself. */
// biome-ignore format: a table reads better in rows
export const repFieldNames: readonly string[] = [
  'languages', 'skills', 'hired', 'win_rate', 'level', 'countries', 'grade', 'remote', 'badge', 'booking_link',
  'mentor', 'quota',
];

// biome-ignore format: a table reads better in rows
export const repNames: readonly string[] = [
  'ana', 'ben', 'carla', 'dana', 'emil', 'fay', 'gus', 'hana', 'ivo', 'june', 'kofi', 'lena', 'milo', 'nora', 'otto',
  'pia', 'quin', 'rosa',
];

export const teamNames: readonly string[] = ['enterprise', 'commercial', 'smb', 'leadership', 'partners_desk'];
export const queueNames: readonly string[] = ['triage', 'data_desk', 'vip_queue', 'night_queue'];
export const calendarNames: readonly string[] = ['berlin', 'new_york', 'sydney', 'kolkata', 'lord_howe'];
export const listNames: readonly string[] = ['dach', 'c_level', 'big_words', 'bands', 'everywhere'];
export const defineNames: readonly string[] = ['hot', 'executive', 'large', 'local', 'known_company', 'serious'];
export const scoreNames: readonly string[] = ['fit', 'intent', 'reach'];
export const recordNames: readonly string[] = ['account', 'deal'];

// biome-ignore format: a table reads better in rows
export const zones: readonly string[] = [
  'UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Sydney', 'Asia/Kolkata', 'Australia/Lord_Howe',
  'Pacific/Chatham',
];

export const matchNames: readonly string[] = ['customer', 'earlier'];
export const tableNames: readonly string[] = ['territory', 'segments'];
/** With the provider that each asks. */
export const enricherNames: readonly (readonly [name: string, provider: string])[] = [
  ['firmographics', 'clearbit'],
  ['web_facts', 'zoominfo'],
];

/** Texts with what goes wrong in folding, splitting and escaping. No two are equal after folding, none is blank. */
// biome-ignore format: a table reads better in rows
export const texts: readonly string[] = [
  'DE', 'CEO', 'Software', 'Acme', 'Chief Executive Officer', 'Director of Sales', 'soft', 'Ωμέγα', 'ΣΊΣΥΦΟΣ',
  'İstanbul', 'ısı', 'Straße', 'café', 'ﬁnance', '東京', '👩‍💻 team', 'a "quoted" word', 'back\\slash', 'tab\there',
  '100%', 'x'.repeat(60), "O'Neil & Sons, Inc.", '-', '0042', 'null', 'true', '# not a comment', '{ }', 'é1', 'N/A?',
];

export const signalKinds: readonly string[] = ['pricing page', 'demo', 'Webinar', 'ΚΛΉΣΗ', 'e-mail opened'];
export const skillNames: readonly string[] = ['healthcare', 'security', 'Life Science', 'ﬁnance'];
// biome-ignore format: a table reads better in rows
export const domains: readonly string[] = [
  'acme.example', 'charite.example', 'shop.co.example', 'xn--bcher-kva.example',
];
// biome-ignore format: a table reads better in rows
export const emails: readonly string[] = [
  'k.weiss@charite.example', 'ANA@Acme.Example', 'someone@gmail.com', 'o.neil+tag@shop.co.example',
  'info@sub.acme.example',
];
export const currencies: readonly string[] = ['USD', 'EUR', 'JPY'];

/** A text as the language writes it, sometimes with an escape that JSON allows and does not need. */
export function quoted(text: string, escaped = false): string {
  const plain = JSON.stringify(text);
  if (!escaped) return plain;
  return plain.replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
