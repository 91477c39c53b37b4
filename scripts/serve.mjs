// @ts-check
/** A small web server on this machine only, for demo pages and tests. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

/**
 * @typedef {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => void} Handler
 * @typedef {{ body: string | Buffer, status?: number, type?: string, headers?: Record<string, string> }} Resource
 * @typedef {{ file: string, headers?: Record<string, string> }} FileResource
 * @typedef {{ method: string, path: string, headers: import('node:http').IncomingHttpHeaders }} Seen
 * @typedef {{ url: string, requests: Seen[], close: () => Promise<void> }} Server
 */

/** @type {Record<string, string>} */
const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * Serves on 127.0.0.1, on a free port.
 * @param {string | Record<string, string | Resource | FileResource | Handler>} source a folder; or by path (`/a.html`)
 *   a text, an answer, a file of this machine read anew for each request, or a function that answers.
 *   `*` answers every other path. Files carry an ETag and a matching request gets 304.
 * @param {{ headers?: Record<string, string> }} [options] headers of every answer
 * @returns {Promise<Server>} `url` has no slash at its end; `requests` grows with each one
 */
export async function serve(source, { headers = {} } = {}) {
  /** @type {Seen[]} */
  const requests = [];
  const server = createServer((request, response) => {
    const path = pathOf(request.url ?? '/');
    requests.push({ method: request.method ?? 'GET', path, headers: request.headers });
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const answer =
      typeof source === 'string' ? { file: fileIn(source, path) } : (source[path] ?? source['*']);
    respond(answer, path, request, response).catch(() => response.destroy());
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', () => resolve(undefined));
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * @param {string | Resource | FileResource | Handler | undefined} answer
 * @param {string} path
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
async function respond(answer, path, request, response) {
  if (typeof answer === 'function') return answer(request, response);
  if (answer === undefined) return notFound(response);
  if (typeof answer === 'object' && 'file' in answer) return sendFile(answer, request, response);
  const { body, status = 200, type, headers } = typeof answer === 'string' ? { body: answer } : answer;
  response.writeHead(status, {
    'content-type': type ?? types[extname(path)] ?? 'text/html; charset=utf-8',
    ...headers,
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/**
 * @param {FileResource} answer
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
async function sendFile({ file, headers }, request, response) {
  const body = await readFile(file).catch(() => null);
  if (body === null) return notFound(response);
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 16)}"`;
  const unchanged = request.headers['if-none-match'] === etag;
  response.writeHead(unchanged ? 304 : 200, {
    'content-type': types[extname(file)] ?? 'application/octet-stream',
    'cache-control': 'no-cache',
    etag,
    ...headers,
  });
  response.end(unchanged || request.method === 'HEAD' ? undefined : body);
}

/** @param {string} target of a request */
function pathOf(target) {
  const { pathname } = new URL(target, 'http://127.0.0.1');
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}

/** @param {import('node:http').ServerResponse} response */
function notFound(response) {
  response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
  response.end('Not found');
}

/**
 * @param {string} folder
 * @param {string} path of a URL
 */
function fileIn(folder, path) {
  // An absolute path normalises to one that cannot climb above its root.
  const inside = normalize(path.startsWith('/') ? path : `/${path}`);
  return join(folder, inside.endsWith('/') || inside.endsWith('\\') ? `${inside}index.html` : inside);
}
