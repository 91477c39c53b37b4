/** A screen of its own for a browser that must show its windows: permission prompts cannot be pressed headless. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Whether Xvfb, xdotool and ImageMagick are on this machine. */
export const hasDisplay = ['Xvfb', 'xdotool', 'import'].every(
  (program) => spawnSync('which', [program], { stdio: 'ignore' }).status === 0,
);

export interface Display {
  /** Value for the variable DISPLAY. */
  name: string;
  /** Presses real keys, as xdotool names them, in the window in front. */
  press(...keys: string[]): void;
  /**
   * Looks at a point of the screen.
   * @returns a function that waits until its colour has changed and stays so: whatever faded in is there
   */
  watch(x: number, y: number): () => Promise<void>;
  close(): void;
}

/** Starts a virtual screen; resolves when it takes connections. */
export async function openDisplay(number = 90 + (process.pid % 100)): Promise<Display> {
  const name = `:${number}`;
  const server: ChildProcess = spawn('Xvfb', [name, '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: 'ignore',
  });
  const socket = `/tmp/.X11-unix/X${number}`;
  for (let tries = 0; !existsSync(socket); tries++) {
    if (tries > 100) throw new Error('Xvfb did not start.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    name,
    press(...keys) {
      for (const key of keys) spawnSync('xdotool', ['key', key], { env: { ...process.env, DISPLAY: name } });
    },
    watch(x, y) {
      const before = colourAt(name, x, y);
      return async () => {
        let last = before;
        for (let tries = 0, same = 0; same < 5; tries++) {
          if (tries > 100) throw new Error(`Nothing changed for good on the screen at ${x}, ${y}.`);
          await new Promise((resolve) => setTimeout(resolve, 100));
          const now = colourAt(name, x, y);
          same = now !== before && now === last ? same + 1 : 0;
          last = now;
        }
      };
    },
    close: () => server.kill(),
  };
}

function colourAt(display: string, x: number, y: number): string {
  const picture = spawnSync(
    'import',
    ['-display', display, '-window', 'root', '-crop', `1x1+${x}+${y}`, 'txt:-'],
    {
      encoding: 'utf8',
    },
  );
  return /#[0-9A-F]+/i.exec(picture.stdout)?.[0] ?? '';
}
