/** A database that cannot start: the message is one sentence for the person who started the server. */
export class DatabaseStartError extends Error {
  override name = "DatabaseStartError"
}

const CAUSES: [RegExp, (dir: string) => string][] = [
  [
    /ENOSPC|no space left/i,
    (dir) =>
      `The disk that holds ${dir} is full; free some space and start again. Nothing was changed.`,
  ],
  [
    /EROFS|read-only file system|ENOENT.*mkdir/i,
    (dir) =>
      `${dir} is on a read-only disk or cannot be made there; set DATA_DIR to a folder that can be written to.`,
  ],
  [
    /EACCES|EPERM|permission denied/i,
    (dir) =>
      `${dir} may not be written to by this user; correct its owner or set DATA_DIR to another folder.`,
  ],
  [
    /ENOTDIR|EEXIST|File exists/i,
    (dir) =>
      `${dir} cannot be used as a data folder because a file is in its place; set DATA_DIR to another folder.`,
  ],
  [
    /incompatible with server|initialized by PostgreSQL version/i,
    (dir) =>
      `The database in ${dir} was made by another major version of PostgreSQL; see "Upgrading" in the README. Nothing was changed.`,
  ],
]

/** The clear sentence for what the database's programs or the disk said. */
export function explainStartFailure(said: string, dir: string): DatabaseStartError {
  const known = CAUSES.find(([pattern]) => pattern.test(said))
  const lastLine = said.trim().split("\n").at(-1) ?? ""
  return new DatabaseStartError(
    known ? known[1](dir) : `The database in ${dir} could not be started: ${lastLine}`,
  )
}
