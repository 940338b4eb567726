import { closeSync, fsyncSync, openSync } from 'node:fs';
import type { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

type EmscriptenOptions = Parameters<NodeFS['init']>[1];

/** The part of Emscripten's NODEFS that we reach into; not a public interface, hence the self-check at boot. */
interface NodeFsModule {
  readonly NODEFS: {
    stream_ops: { fsync?: (stream: { readonly nfd?: number; readonly node: unknown }) => number };
    realPath(node: unknown): string;
  };
}

/**
 * PGlite's file system with an fsync that reaches the disk.
 *
 * As shipped (0.5.16) it has none, and a power cut loses acknowledged commits or the whole database
 * (electric-sql/pglite#1107); PostgreSQL's own fsync calls arrive here once `-F` is gone from the start parameters.
 */
export class DurableFileSystem extends NodeFS {
  #syncCount = 0;

  /** How often something was synced to disk so far. */
  get syncCount(): number {
    return this.#syncCount;
  }

  override async init(pglite: PGlite, options: EmscriptenOptions): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(pglite, options);
    const hook = (module: unknown): void => {
      const { NODEFS } = module as NodeFsModule;
      NODEFS.stream_ops.fsync = (stream) => {
        this.#syncCount += 1;
        if (stream.nfd === undefined) syncDirectory(NODEFS.realPath(stream.node));
        else fsyncSync(stream.nfd);
        return 0;
      };
    };
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), hook] } };
  }
}

function syncDirectory(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
