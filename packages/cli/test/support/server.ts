// A function from requests to replies → a real web server on this machine, gone when the test is.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { onTestFinished } from 'vitest';

/** A server that is listening. */
export interface Server {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** Path and query of each request, in the order in which they came. */
  readonly asked: readonly string[];
  /** The headers of the last one. */
  readonly headers: () => IncomingMessage['headers'];
}

/** What the server does with the n-th request, from 1. A `hang` never answers. */
export type Answer = (path: string, nth: number) => Reply | 'hang';

/** A reply: 200 and JSON unless it says otherwise. `text` is sent as it is. */
export interface Reply {
  readonly status?: number;
  readonly json?: unknown;
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export async function server(answer: Answer): Promise<Server> {
  const asked: string[] = [];
  let headers: IncomingMessage['headers'] = {};
  const http = createServer((request: IncomingMessage, response: ServerResponse) => {
    const path = request.url ?? '';
    asked.push(path);
    headers = request.headers;
    const reply = answer(path, asked.length);
    if (reply === 'hang') return;
    response.writeHead(reply.status ?? 200, reply.headers);
    response.end(reply.text ?? JSON.stringify(reply.json ?? {}));
  });
  await new Promise<void>((resolve) => {
    http.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(async () => {
    http.closeAllConnections();
    await new Promise((resolve) => {
      http.close(resolve);
    });
  });
  const address = http.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, asked, headers: () => headers };
}
