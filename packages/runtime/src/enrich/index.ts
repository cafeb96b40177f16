// The entry `@fairlead/runtime/enrich`: asking providers before a lead is decided. For hosts; a decision needs none of it.

export {
  type AskEvent,
  type Asked,
  type Asking,
  type AskingOptions,
  askProviders,
  startAsking,
} from './ask-providers.ts';
export { type Cache, type CacheKey, type Kept, memoryCache } from './cache.ts';
export type { Wait } from './call-provider.ts';
export {
  type HttpDescription,
  type HttpGet,
  type HttpReply,
  type HttpRequest,
  httpProvider,
  type JsonPath,
  KEY_MARK,
} from './http-provider.ts';
export { type Provider, type Question, type Reply, type Stop, type StopSignal, startStop } from './provider.ts';
export {
  answersByProvider,
  type DecisionsProvider,
  decisionsProvider,
  type RecordedReply,
  recordedAnswer,
  recordedProvider,
} from './recorded-provider.ts';
export { type Correction, type EnrichStats, enrichStats, type FieldStats, type ProviderStats } from './stats.ts';
export { type TableDescription, type TableProvider, tableProvider } from './table-provider.ts';
