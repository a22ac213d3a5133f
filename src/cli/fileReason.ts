/** Why a file could not be read or written, in words; Node's own messages repeat the path and name system calls. */
const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  ENOTDIR: 'no such file or folder',
  EISDIR: 'is a folder',
  EACCES: 'you may not open it',
  EPERM: 'you may not open it',
  EROFS: 'it is on a disk that cannot be written',
  ENOSPC: 'the disk is full',
};

export function fileReason(error: unknown): string {
  if (!(error instanceof Error)) {
    return String(error);
  }
  const { code = '' } = error as NodeJS.ErrnoException;
  return reasons[code] ?? error.message;
}
