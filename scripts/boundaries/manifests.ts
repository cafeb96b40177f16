// Turns package.json texts into the facts the rules need: dependencies by kind and the listed entries.

/** One package.json. */
export interface Manifest {
  /** Folder name under packages/, which is also the name behind the scope. */
  readonly folder: string;
  /** What the package needs when it runs: name to version. */
  readonly dependencies: ReadonlyMap<string, string>;
  /** What only its own development needs: name to version. */
  readonly devDependencies: ReadonlyMap<string, string>;
  /** The `source` of every export, as paths from the root of the repository. */
  readonly entries: ReadonlySet<string>;
}

/** Reads the package.json of `packages/<folder>`. Throws on text that is no JSON object. */
export function readManifest(folder: string, text: string): Manifest {
  const json = asRecord(JSON.parse(text));
  const needed = ['dependencies', 'peerDependencies', 'optionalDependencies'].flatMap((kind) => versions(json[kind]));
  const sources = Object.values(asRecord(json['exports'])).map((entry) => asRecord(entry)['source']);
  return {
    folder,
    dependencies: new Map(needed),
    devDependencies: new Map(versions(json['devDependencies'])),
    entries: new Set(
      sources.flatMap((source) =>
        typeof source === 'string' ? [`packages/${folder}/${source.replace(/^\.\//, '')}`] : [],
      ),
    ),
  };
}

function versions(value: unknown): readonly (readonly [string, string])[] {
  return Object.entries(asRecord(value)).map(([name, version]) => [name, String(version)] as const);
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
