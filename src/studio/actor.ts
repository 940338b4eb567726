/** Who asks: the user and the workspace they act in. */
export interface Actor {
  readonly userId: string;
  readonly workspaceId: string;
}
