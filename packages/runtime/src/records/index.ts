// The entry @fairlead/runtime/records: rows of sources as what matches look among, and company names for who has an index of their own.
export { type CompanyName, companyName, NAMES_VERSION } from '../match/company-name.ts';
export { LIKE_FROM, nameLikeness } from '../match/likeness.ts';
export { matchQuestions } from '../match/match-questions.ts';
export {
  createRecords,
  type RecordIssue,
  type RecordRow,
  type RecordsBuilder,
  type RecordsReport,
  type SourceCounts,
  startRecords,
} from './create-records.ts';
export { type RecordReading, type RecordsContext, readRecord } from './read-record.ts';
