// The entry @fairlead/runtime/time: what it exports.
export {};
