import { z } from 'zod';
import { ownEntry } from '../own-entry.ts';
import type { Outputs } from './look-for-job.ts';
import type { WorkflowRole } from './workflow.ts';

/** A file that a workflow left, as `/view` is asked for it. */
export interface OutputFile {
  readonly filename: string;
  readonly subfolder: string;
  readonly type: string;
  readonly mime: string;
}

const File = z.object({ filename: z.string(), subfolder: z.string().nullish(), type: z.string().nullish() });

/**
 * By extension: ComfyUI's own Save Video lists an MP4 under `images`, others under `gifs`. What we can't keep, such as GIF,
 * is left out.
 */
const MIMES: Readonly<Record<WorkflowRole, Readonly<Record<string, string>>>> = {
  image: { png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', webp: 'image/webp' },
  video: { mp4: 'video/mp4', webm: 'video/webm', mov: 'video/quicktime', mkv: 'video/x-matroska' },
};

/**
 * The one file that is the result: of the node that the user named, else one that is kept rather than shown in passing,
 * else the last; null where none is of the right kind.
 */
export function chooseOutput(role: WorkflowRole, outputs: Outputs, node: string | undefined): OutputFile | null {
  const files = Object.entries(outputs).flatMap(([id, kinds]) => filesIn(role, kinds).map((file) => ({ id, file })));
  const named = files.filter(({ id }) => id === node);
  const kept = files.filter(({ file }) => file.type === 'output');
  const [candidates = []] = [named, kept, files].filter(({ length }) => length > 0);
  return candidates.at(-1)?.file ?? null;
}

function filesIn(role: WorkflowRole, kinds: unknown): OutputFile[] {
  if (typeof kinds !== 'object' || kinds === null) return [];
  return Object.values(kinds)
    .flatMap((items: unknown) => (Array.isArray(items) ? (items as unknown[]) : []))
    .flatMap((item) => {
      const { data: file } = File.safeParse(item);
      const mime = ownEntry(MIMES[role], file?.filename.split('.').at(-1)?.toLowerCase());
      if (!file || mime === undefined) return [];
      return { filename: file.filename, subfolder: file.subfolder ?? '', type: file.type ?? 'output', mime };
    });
}
