// The entry @fairlead/runtime/domains: registrable domains by the public suffix list, and the list of free mail.
export { companyDomain, domains, isFreeMail, registrableDomain } from './domains.ts';
export { FREE_MAIL_HOSTS, FREE_MAIL_VERSION } from './free-mail-list.ts';
