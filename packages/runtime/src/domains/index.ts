// The entry @fairlead/runtime/domains: what it exports.
export {};
