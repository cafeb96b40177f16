// The package's one entry: what it exports. `bin/fairlead.mjs` calls `main(argv)` from here.
export {};
