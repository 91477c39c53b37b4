/** A real board: Backlog.md, over a folder of cards. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasHostPrograms, hostPrograms } from '../../../scripts/setup/host-programs.mjs';
import { freePorts, startProgram } from './program';

/** Whether the board, and maildev, can run on this machine. */
export const hasPrograms = hasHostPrograms();

export interface Card {
  title: string;
  list: string;
  labels: string[];
  /** YYYY-MM-DD */
  due?: string;
  /** Markdown */
  text: string;
}

export interface Board {
  /** Of its lists, no slash at its end. */
  readonly url: string;
  readonly folder: string;
  readonly groups: number[];
  /** In which list a card is kept. */
  listOf(title: string): Promise<string | undefined>;
  stop(): Promise<void>;
}

export async function startBoard(name: string, lists: string[], cards: Card[]): Promise<Board> {
  const folder = await mkdtemp(join(tmpdir(), 'cg-board-'));
  const tasks = join(folder, 'backlog', 'tasks');
  await mkdir(tasks, { recursive: true });
  await writeFile(join(folder, 'backlog', 'config.yml'), config(name, lists));
  for (const [i, card] of cards.entries())
    await writeFile(join(tasks, `task-${i + 1} - card.md`), cardFile(card, i + 1));
  const [port = 0] = await freePorts(1);
  const url = `http://127.0.0.1:${port}`;
  const program = await startProgram(
    process.execPath,
    [`${hostPrograms}backlog.md/cli.js`, 'browser', '-p', `${port}`, '--no-open', '--non-interactive'],
    async (output) => {
      // It opens the port once to see whether it is free, and waits for ever for whoever connects to that.
      if (!output.includes(url)) return false;
      const kept = (await (await fetch(`${url}/api/tasks`)).json()) as unknown[];
      return kept.length === cards.length;
    },
    { cwd: folder },
  );
  return {
    url,
    folder,
    groups: [program.group],
    async listOf(title) {
      for (const file of await readdir(tasks)) {
        const text = await readFile(join(tasks, file), 'utf8');
        if (text.includes(`title: ${yaml(title)}\n`) || text.includes(`title: ${title}\n`))
          return /^status: "?(.*?)"?$/m.exec(text)?.[1];
      }
      return undefined;
    },
    async stop() {
      await program.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** As the program writes it; without a repository, so that it touches nobody's. */
const config = (name: string, lists: string[]) => `project_name: ${yaml(name)}
default_status: ${yaml(lists[0] ?? '')}
statuses: [${lists.map(yaml).join(', ')}]
labels: []
date_format: yyyy-mm-dd
auto_open_browser: false
remote_operations: false
auto_commit: false
filesystem_only: true
check_active_branches: false
task_prefix: "task"
`;

const cardFile = ({ title, list, labels, due, text }: Card, number: number) => `---
id: TASK-${number}
title: ${yaml(title)}
status: ${yaml(list)}
assignee: []
created_date: '2026-11-16 09:00'
${due ? `due_date: '${due}'\n` : ''}labels: [${labels.map(yaml).join(', ')}]
dependencies: []
ordinal: ${number * 1000}
---

## Description

<!-- SECTION:DESCRIPTION:BEGIN -->
${text}
<!-- SECTION:DESCRIPTION:END -->
`;

/** A string of JSON is one of YAML. */
const yaml = (text: string) => JSON.stringify(text);
