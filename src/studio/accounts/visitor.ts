/** Where somebody comes from: shown in the list of sessions, and what attempts are counted by. */
export interface Visitor {
  readonly ip: string;
  readonly userAgent: string;
}
