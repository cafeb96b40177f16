// Turns what models say into answers on the decision, and those answers back into what models said.
import type { JsonValue } from '../decision.ts';
import type { ModelFacts, Models, WinCounts } from '../world.ts';
import { QUESTIONS } from './questions.ts';

/** Notes what is asked of models; `note` keeps the first answer to a question and gives it back. Without models each is unknown. */
export function recordingModels(
  models: Models | undefined,
  note: (question: string, ask: () => JsonValue) => JsonValue,
): Models {
  return {
    facts: (model) => asFacts(note(QUESTIONS.model(model), () => factsJson(models?.facts(model)))) ?? undefined,
    wins: (model, rep, segment) => {
      const answer = note(QUESTIONS.wins(model, rep, segment), () =>
        winsJson(models?.wins(model, rep, segment) ?? NO_WINS),
      );
      return asWins(answer) ?? NO_WINS;
    },
  };
}

/** Serves them again; `find` counts what is missing or malformed. */
export function replayingModels(
  find: <T>(question: string, read: (answer: JsonValue) => T | undefined, otherwise: T) => T,
): Models {
  return {
    facts: (model) => find<ModelFacts | null>(QUESTIONS.model(model), asFacts, null) ?? undefined,
    wins: (model, rep, segment) => find(QUESTIONS.wins(model, rep, segment), asWins, NO_WINS),
  };
}

const NO_WINS: WinCounts = { won: 0, leads: 0, teamWon: 0, teamLeads: 0 };

/** Only the keys that are meant, whatever else the host's object has. */
function factsJson(facts: ModelFacts | undefined): JsonValue {
  if (facts === undefined) return null;
  const { hash, segmentBy, strength, leastShare } = facts;
  return { hash, ...(segmentBy === undefined ? {} : { segmentBy }), strength, leastShare };
}

function winsJson({ won, leads, teamWon, teamLeads }: WinCounts): JsonValue {
  return { won, leads, teamWon, teamLeads };
}

/** Null: the model is not bound. Undefined: no answer that anybody gave. */
function asFacts(answer: JsonValue): ModelFacts | null | undefined {
  if (answer === null) return null;
  const [hash, segmentBy] = [entry(answer, 'hash'), entry(answer, 'segmentBy')];
  const [strength, leastShare] = [countOf(answer, 'strength'), entry(answer, 'leastShare')];
  if (typeof hash !== 'string' || strength === undefined || typeof leastShare !== 'number') return undefined;
  if (leastShare < 0 || leastShare > 100) return undefined;
  if (segmentBy === undefined) return { hash, strength, leastShare };
  return typeof segmentBy === 'string' ? { hash, segmentBy, strength, leastShare } : undefined;
}

function asWins(answer: JsonValue): WinCounts | undefined {
  const [won, leads] = [countOf(answer, 'won'), countOf(answer, 'leads')];
  const [teamWon, teamLeads] = [countOf(answer, 'teamWon'), countOf(answer, 'teamLeads')];
  if (won === undefined || leads === undefined || teamWon === undefined || teamLeads === undefined) return undefined;
  return { won, leads, teamWon, teamLeads };
}

function countOf(answer: JsonValue, key: string): number | undefined {
  const value = entry(answer, key);
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

function entry(value: JsonValue, key: string): JsonValue | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !Object.hasOwn(value, key))
    return undefined;
  // An object, not a list: that was just looked at.
  return (value as Readonly<Record<string, JsonValue>>)[key];
}
