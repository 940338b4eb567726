import type { FilmProgress } from '#studio/film/film-progress.ts';

/** Where the film stands, told to whoever watches. */
export interface ProgressDisplay {
  update(progress: FilmProgress): void;
  /** Leaves the last state on screen and gives the cursor back. */
  end(): void;
}

interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** A live block on a terminal, plain lines where nobody looks (CI, a pipe), nothing with `--json`. */
export function progressDisplay(output: Output, options: { readonly silent: boolean }): ProgressDisplay {
  if (options.silent) return { update: () => {}, end: () => {} };
  return output.isTTY ? liveDisplay(output) : plainDisplay(output);
}

const sceneMarks: Record<FilmProgress['scenes'][number]['status'], string> = {
  waiting: '·',
  picture: '◐',
  'picture ready': '◑',
  clip: '◕',
  done: '●',
  failed: '✕',
};

function liveDisplay(output: Output): ProgressDisplay {
  let linesShown = 0;
  const show = (lines: readonly string[]): void => {
    const up = linesShown > 0 ? `\u001B[${linesShown}A` : '';
    const width = (output.columns ?? 80) - 1;
    output.write(up + lines.map((line) => `\u001B[2K${line.slice(0, width)}\n`).join(''));
    linesShown = lines.length;
  };
  return {
    update: (progress) => show(block(progress, Math.min(40, (output.columns ?? 80) - 30))),
    end: () => {
      linesShown = 0;
    },
  };
}

function block(progress: FilmProgress, barWidth: number): string[] {
  const full = Math.round(progress.done * barWidth);
  const bar = '█'.repeat(full) + '░'.repeat(Math.max(0, barWidth - full));
  const scenes = progress.scenes.map((scene) => sceneMarks[scene.status]).join(' ');
  return [
    `  ${bar} ${percent(progress.done)}  ${timeLeft(progress)}`,
    `  ${progress.doing}${scenes ? `   scenes ${scenes}` : ''}`,
  ];
}

function plainDisplay(output: Output): ProgressDisplay {
  let last = '';
  let lastTenth = -1;
  return {
    update: (progress) => {
      const tenth = Math.floor(progress.done * 10);
      if (progress.doing === last && tenth === lastTenth) return;
      last = progress.doing;
      lastTenth = tenth;
      output.write(
        `${percent(progress.done).padStart(4)}  ${progress.doing}${timeLeft(progress) && `, ${timeLeft(progress)}`}\n`,
      );
    },
    end: () => {},
  };
}

const percent = (done: number): string => `${Math.floor(done * 100)}%`;

function timeLeft({ leftMs }: FilmProgress): string {
  const seconds = Math.ceil((leftMs ?? 0) / 1000);
  if (seconds === 0) return '';
  return seconds < 90 ? `about ${seconds} s left` : `about ${Math.ceil(seconds / 60)} min left`;
}
