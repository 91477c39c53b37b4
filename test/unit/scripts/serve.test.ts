import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Server, serve } from '@/test/fixtures/serve';

describe('the web server of tests and demonstration', () => {
  let folder: string;
  const open: Server[] = [];
  const start = async (...args: Parameters<typeof serve>) => {
    const server = await serve(...args);
    open.push(server);
    return server;
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'serve-'));
    await writeFile(join(folder, 'index.html'), '<p>Home');
    await writeFile(join(folder, 'a.json'), '{}');
  });
  afterAll(async () => {
    await Promise.all(open.map((server) => server.close()));
    await rm(folder, { recursive: true });
  });

  it('answers only on this machine', async () => {
    expect((await start({})).url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  it('serves a folder, with a type and an ETag that saves the second answer', async () => {
    const { url } = await start(folder);
    const home = await fetch(`${url}/`);
    expect(await home.text()).toBe('<p>Home');
    expect(home.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const first = await fetch(`${url}/a.json`);
    expect(first.headers.get('content-type')).toBe('application/json; charset=utf-8');
    const etag = first.headers.get('etag') ?? '';
    const second = await fetch(`${url}/a.json`, { headers: { 'if-none-match': etag } });
    expect([second.status, await second.text()]).toEqual([304, '']);
  });

  it('changes the ETag when the file changes', async () => {
    const file = join(folder, 'b.txt');
    await writeFile(file, 'one');
    const { url } = await start({ '/b': { file } });
    const before = (await fetch(`${url}/b`)).headers.get('etag');
    await writeFile(file, 'two');
    const after = await fetch(`${url}/b`, { headers: { 'if-none-match': before ?? '' } });
    expect([after.status, await after.text()]).toEqual([200, 'two']);
  });

  it('does not leave its folder', async () => {
    const { url } = await start(folder);
    // fetch() would take the dots out before sending.
    const status = await new Promise((resolve, reject) => {
      request(`${url}/x`, { path: '/..%2f..%2f..%2f..%2fetc/passwd' }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect(status).toBe(404);
  });

  it('serves texts, answers with headers and functions, and one answer for all else', async () => {
    const { url } = await start(
      {
        '/text': '<p>Text',
        '/teapot': { status: 418, body: 'short', headers: { 'retry-after': '3' } },
        '/function': (_, response) => response.end('made'),
        '*': { body: 'else', status: 404 },
      },
      { headers: { 'content-security-policy': "default-src 'none'" } },
    );
    const text = await fetch(`${url}/text`);
    expect(text.headers.get('content-security-policy')).toBe("default-src 'none'");
    expect(await text.text()).toBe('<p>Text');
    const teapot = await fetch(`${url}/teapot`);
    expect([teapot.status, teapot.headers.get('retry-after')]).toEqual([418, '3']);
    expect(await (await fetch(`${url}/function`)).text()).toBe('made');
    expect(await (await fetch(`${url}/other`)).text()).toBe('else');
  });

  it('takes an address that is no UTF-8 for one that does not exist', async () => {
    const { url } = await start(folder);
    expect((await fetch(`${url}/%E0%A4`)).status).toBe(404);
  });

  it('remembers requests', async () => {
    const { url, requests } = await start({ '/': 'x' });
    await fetch(`${url}/?q=1`, { headers: { 'x-mark': 'yes' } });
    expect(requests).toMatchObject([{ method: 'GET', path: '/', headers: { 'x-mark': 'yes' } }]);
  });
});
