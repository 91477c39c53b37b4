/** Programs that tests start: each in a process group of its own, of which in the end nothing is left. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';

export interface Program {
  /** Its process group, in which all that it starts is, too. */
  readonly group: number;
  /** What it printed so far. */
  output(): string;
  /** Ends the whole group, and resolves when it is gone. */
  stop(): Promise<void>;
}

/** Ends the group if the program ends, or if we do, however that comes: then the pipe that it reads from is closed. */
const withUs = '{ "$@" </dev/null; kill -s KILL 0; } & cat >/dev/null; kill -s KILL 0';

/**
 * Starts a program and waits until it can be used.
 * @param isReady asked again and again with what it printed; what it throws counts as no
 * @throws with what it printed, if it ends before, or is not ready in time
 */
export async function startProgram(
  command: string,
  args: string[],
  isReady: (output: string) => Promise<boolean>,
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<Program> {
  const child = spawn('sh', ['-c', withUs, 'sh', command, ...args], {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  const group = child.pid;
  if (group === undefined) throw new Error('There is no shell.');
  const stop = async () => {
    signal(group, 'SIGTERM');
    const isGone = async () => processesOf(group).length === 0;
    if (await until(isGone, 10_000)) return;
    signal(group, 'SIGKILL');
    if (!(await until(isGone, 10_000))) throw new Error(`${command} does not end: ${output}`);
  };
  const ended = () => child.exitCode !== null || child.signalCode !== null;
  let ready = false;
  await until(async () => {
    ready = await inTime(isReady(output));
    return ready || ended();
  }, 30_000);
  if (!ready || ended()) {
    await stop();
    throw new Error(`${command} did not start: ${output}`);
  }
  return { group, output: () => output, stop };
}

/** @returns processes of a group that still run, as their command lines */
export function processesOf(group: number): string[] {
  return readdirSync('/proc').flatMap((id) => {
    if (!/^\d+$/.test(id)) return [];
    try {
      // proc(5): pid (name) state ppid pgrp …
      const [state, , ofGroup] = readFileSync(`/proc/${id}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ');
      if (Number(ofGroup) !== group || state === 'Z') return [];
      return [readFileSync(`/proc/${id}/cmdline`, 'utf8').replaceAll('\0', ' ').trim() || `process ${id}`];
    } catch {
      return []; // ended meanwhile
    }
  });
}

/** @returns numbers of TCP ports of this machine that nobody listens on, each another */
export async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  return Promise.all(
    servers.map(
      (server) =>
        new Promise<number>((resolve) => {
          server.once('listening', () => {
            const { port } = server.address() as { port: number };
            server.close(() => resolve(port));
          });
        }),
    ),
  );
}

/** @returns false: it did not become true in time */
async function until(isTrue: () => Promise<boolean>, timeout: number): Promise<boolean> {
  for (const end = Date.now() + timeout; Date.now() < end; ) {
    if (await isTrue()) return true;
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  return false;
}

/** @returns false: it said so, failed, or did not answer; a program that only begins may leave a question open for ever */
function inTime(answer: Promise<boolean>): Promise<boolean> {
  const late = new Promise<boolean>((resolve) => setTimeout(resolve, 1000, false).unref());
  return Promise.race([answer.catch(() => false), late]);
}

function signal(group: number, name: NodeJS.Signals): void {
  try {
    process.kill(-group, name);
  } catch {
    // gone already
  }
}
