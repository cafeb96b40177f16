// The package's one entry: what it exports.
export {};
