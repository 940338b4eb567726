import { readFileSync, realpathSync } from 'node:fs';

const NETWORK_TYPES =
  /^(nfs|cifs|smb|9p|afs|ceph|glusterfs|lustre|fuse\.(sshfs|glusterfs|s3fs|rclone|grpcfuse|osxfs)|virtiofs|fakeowner)/;

/**
 * The type of the network file system a directory lies on (`nfs4`, `cifs` …), or null.
 *
 * Locks and syncs can't be trusted there. Seen on Linux only, from /proc/mounts; elsewhere always null.
 */
export function networkMountOf(directory: string): string | null {
  let mounts: string;
  try {
    mounts = readFileSync('/proc/mounts', 'utf8');
  } catch {
    return null;
  }
  return networkTypeIn(mounts, realpathSync(directory));
}

/** The same, of the text of a mount table and a real path. */
export function networkTypeIn(mounts: string, path: string): string | null {
  let longest = '';
  let type = '';
  for (const line of mounts.split('\n')) {
    const [, escaped = '', mountedType = ''] = line.split(' ');
    const at = escaped.replaceAll(/\\(\d{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
    const holds = at === '/' || path === at || path.startsWith(`${at}/`);
    if (at !== '' && holds && at.length >= longest.length) [longest, type] = [at, mountedType];
  }
  return NETWORK_TYPES.test(type) ? type : null;
}
